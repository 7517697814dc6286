import { expect, type Page } from '@playwright/test'
import { isAlive, open } from './alive.ts'
import type { PlannedCall } from './call-plan.ts'
import { password } from './people.ts'

/** Everything from here on is done with keys alone; the page is only looked at. */
export async function signInByKeyboard(page: Page, { email }: { email: string }) {
  await open(page, '/sign-in')
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  const live = page.waitForResponse((response) => response.url().endsWith('/live'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await live
}

/** The home on the screen, once its form listens to the keyboard. Another one than `before`. */
export async function homeOnScreen(page: Page, before = ''): Promise<string> {
  const form = page.locator(`form[action^="/calls/"][action$="/outcome"]:not([action*="${before || 'none'}"])`)
  await expect(form).toBeVisible()
  await isAlive(page)
  return (await form.getAttribute('action'))?.split('/')[2] ?? ''
}

const digits: Record<string, string> = {
  spoken: '1',
  'no-answer': '2',
  voicemail: '3',
  'call-back-later': '4',
  declined: '6',
  busy: '7',
}

/** One call with keys only, up to and with saving. */
export async function callByKeyboard(page: Page, call: PlannedCall, isPatient = false) {
  const { keyboard } = page
  await keyboard.press(digits[call.outcome] ?? '')
  if (['no-answer', 'voicemail', 'busy'].includes(call.outcome)) {
    await expect(page.getByText('Dit wordt vastgelegd en u gaat door.')).toBeVisible()
    // One key is enough: after a few seconds it goes on by itself. Who is in a hurry presses Enter.
    if (!isPatient) await keyboard.press('Enter')
    return
  }
  if (call.outcome === 'call-back-later') await pressFocused(page, 'Over een uur')
  if (call.outcome === 'declined') await expect(page.locator('[name=objects]')).toBeFocused()
  if (call.outcome === 'spoken') await talk(page, call)
  await keyboard.press('Control+Enter')
}

async function talk(page: Page, { wellbeing = 'good', promises = 'none' }: PlannedCall) {
  const { keyboard } = page
  await expect(page.locator('[name=notes]')).toBeFocused()
  await keyboard.type('Gezellig gepraat, alles gaat zijn gang.')
  await keyboard.press('Tab')
  await expect(page.locator('[name=wellbeing]').first()).toBeFocused()
  await keyboard.press('Space')
  for (const step of ['good', 'watch', 'worry']) {
    if (step === wellbeing) break
    await keyboard.press('ArrowDown')
  }
  await expect(page.locator(`[name=wellbeing][value=${wellbeing}]`)).toBeChecked()
  if (promises.includes('follow-up')) {
    await pressFocused(page, 'Terugbellen')
    await expect(page.locator('[name="followUp-0-promise"]')).toBeFocused()
    await keyboard.type('Bellen over de buurtmaaltijd')
    await pressFocused(page, 'Morgen')
  }
  if (promises.includes('card')) {
    await pressFocused(page, 'Kaartje')
    await expect(page.locator('[name^="gesture-"][name$="-text"]')).toBeFocused()
    await keyboard.type('Fijn dat we u spraken.')
  }
}

/** Goes on with Tab until the focus is on the button of this name, and presses it. */
async function pressFocused(page: Page, name: string) {
  const isThere = () =>
    page.evaluate((wanted) => {
      const focused = document.activeElement
      return focused instanceof HTMLButtonElement && (focused.textContent ?? '').trim().startsWith(wanted)
    }, name)
  if (name === 'Over een uur') await expect.poll(isQuick(page)).toBe(true)
  else for (let step = 0; step < 80 && !(await isThere()); step++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

/** A choice of a moment has the focus: which ones there are depends on the hour. */
const isQuick = (page: Page) => () =>
  page.evaluate(() => document.activeElement?.closest('[data-question="appointment"]') != null)

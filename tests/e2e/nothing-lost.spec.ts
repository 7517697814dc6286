import { expect, type Page, test } from '@playwright/test'
import { inScope } from '#app/core/scope.server.ts'
import { aSmallCampaign, type SmallCampaign } from './a-small-campaign.ts'
import { homeOnScreen } from './keyboard.ts'
import { signIn } from './people.ts'

let campaign: SmallCampaign
test.beforeAll(async () => {
  campaign = await aSmallCampaign('Nooit Kwijt')
})

test('notes stand there again after the page is loaded anew', async ({ page }) => {
  await startCall(page)
  await typeNotes(page, 'Mevrouw vertelt over haar tuin.')
  await expect(page.getByText(/concept bewaard \d/)).toBeVisible()
  await page.reload()
  await expect(notes(page)).toHaveValue('Mevrouw vertelt over haar tuin.')
})

test('without a connection a bar says so, and what was typed is saved once it is back', async ({ page, context }) => {
  await startCall(page)
  await context.setOffline(true)
  await typeNotes(page, 'Getypt zonder verbinding.')
  await expect(page.getByText('Geen verbinding. Wat u typte, staat nog op dit scherm.')).toBeVisible()
  await expect(notes(page)).toHaveValue('Getypt zonder verbinding.')
  await context.setOffline(false)
  await expect(page.getByText(/concept bewaard \d/)).toBeVisible()
  await expect(page.getByText('Geen verbinding. Wat u typte, staat nog op dit scherm.')).toBeHidden()
  await page.reload()
  await expect(notes(page)).toHaveValue('Getypt zonder verbinding.')
})

test('a save that fails on the way is sent again by itself and arrives once', async ({ page }) => {
  const home = await startCall(page)
  await typeNotes(page, 'Opslaan gaat eerst mis.')
  await page.locator('[name=wellbeing][value=good]').check()
  let isCut = true
  await page.route('**/outcome', (route) => (isCut ? route.abort() : route.continue()))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Opslaan lukt nog niet. Wij proberen het opnieuw.')).toBeVisible()
  isCut = false
  await homeOnScreen(page, home)
  expect(await attemptsOn(home)).toBe(1)
})

test('pressing save twice writes the call down once', async ({ page }) => {
  const home = await startCall(page)
  await typeNotes(page, 'Twee keer geklikt.')
  await page.locator('[name=wellbeing][value=good]').check()
  await page.getByRole('button', { name: 'Opslaan en volgende' }).dblclick()
  await homeOnScreen(page, home)
  expect(await attemptsOn(home)).toBe(1)
})

test('closing the tab within seconds of typing keeps what was typed before', async ({ page, context }) => {
  await startCall(page)
  const kept = page.waitForResponse((response) => response.url().endsWith('/draft') && response.ok())
  await typeNotes(page, 'Dit is al even geleden getypt.')
  await kept
  await notes(page).pressSequentially(' En dit net nog')
  const address = page.url()
  await page.close()
  const again = await context.newPage()
  await again.goto(address)
  await expect(notes(again)).toHaveValue(/^Dit is al even geleden getypt\./)
})

test('two tabs on one call: both texts are shown, and both are kept under each other when that is chosen', async ({
  page,
  context,
}) => {
  await startCall(page)
  await page.reload()
  const second = await context.newPage()
  await second.goto(page.url())
  await homeOnScreen(second)
  await expect(page.getByText('Dit gesprek staat ook open in een ander tabblad.')).toBeVisible()
  await typeNotes(page, 'Getypt in het eerste tabblad.')
  await expect(page.getByText(/concept bewaard \d/)).toBeVisible()
  await typeNotes(second, 'Getypt in het tweede tabblad.')
  await expect(second.getByText('Dit is ook op een ander scherm getypt.')).toBeVisible()
  await expect(second.getByText('Getypt in het eerste tabblad.')).toBeVisible()
  await second.getByRole('button', { name: 'Allebei, onder elkaar' }).click()
  await expect(notes(second)).toHaveValue('Getypt in het tweede tabblad.\n\nGetypt in het eerste tabblad.')
  await expect(second.getByText('Dit is ook op een ander scherm getypt.')).toBeHidden()
  await second.close()
})

test('the same call in two browsers: who types second chooses, and what was chosen stays', async ({
  page,
  browser,
}) => {
  await startCall(page)
  const elsewhere = await (await browser.newContext({ locale: 'nl-NL' })).newPage()
  await signIn(elsewhere, campaign.caller)
  await elsewhere.goto(page.url())
  await homeOnScreen(elsewhere)
  await typeNotes(page, 'Op de laptop.')
  await expect(page.getByText(/concept bewaard \d/)).toBeVisible()
  await typeNotes(elsewhere, 'Op de telefoon.')
  await elsewhere.getByRole('button', { name: 'Deze tekst houden' }).click()
  await expect(elsewhere.getByText(/concept bewaard \d/)).toBeVisible()
  // Now it is the first browser that does not know.
  await notes(page).fill('Op de laptop, en verder.')
  await expect(page.getByText('Dit is ook op een ander scherm getypt.')).toBeVisible()
  await expect(notes(page)).toHaveValue('Op de laptop, en verder.')
  await page.getByRole('button', { name: 'De andere tekst houden' }).click()
  await expect(notes(page)).toHaveValue('Op de telefoon.')
  await elsewhere.context().close()
})

test('a tab that is closed with a text of its own leaves both texts behind', async ({ page, context }) => {
  await startCall(page)
  const second = await context.newPage()
  await second.goto(page.url())
  await homeOnScreen(second)
  await typeNotes(page, 'Dit bleef open.')
  await expect(page.getByText(/concept bewaard \d/)).toBeVisible()
  await typeNotes(second, 'Dit ging dicht.')
  await second.close({ runBeforeUnload: false })
  await expect
    .poll(async () => {
      await page.reload()
      return notes(page).inputValue()
    })
    .toMatch(/^(?=[\s\S]*Dit bleef open\.)(?=[\s\S]*Dit ging dicht\.)/)
})

test('keys pressed while the page comes to life break nothing', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.addInitScript(pressFromTheFirstMoment)
  await startCall(page)
  await page.reload()
  await expect.poll(() => page.evaluate(() => window.pressed)).toBe(100)
  await page.keyboard.press('1')
  await expect(page.locator('#outcome-spoken')).toBeChecked()
  expect(errors).toEqual([])
})

declare global {
  interface Window {
    pressed: number
  }
}

/** From when React listens, before it has the data of the page: a key that does nothing, a hundred times. */
function pressFromTheFirstMoment() {
  window.pressed = 0
  const listen = document.addEventListener.bind(document)
  const press = () => {
    document.documentElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }))
    if (++window.pressed < 100) setTimeout(press, 1)
  }
  document.addEventListener = (...[type, ...rest]: Parameters<typeof listen>) => {
    listen(type, ...rest)
    if (type !== 'keydown' || window.pressed > 0) return
    window.pressed++
    queueMicrotask(press)
  }
}

const notes = (page: Page) => page.locator('[name=notes]')

async function startCall(page: Page): Promise<string> {
  await signIn(page, campaign.caller)
  await page.getByRole('button', { name: /Volgende bellen|Verder met dit gesprek/ }).click()
  return homeOnScreen(page)
}

async function typeNotes(page: Page, text: string) {
  await page.locator('#outcome-spoken').check()
  await notes(page).fill(text)
}

const attemptsOn = (targetId: string) =>
  inScope(campaign.coordinator, (tx) =>
    tx.attempt.count({ where: { corporationId: campaign.corporation.id, targetId } }),
  )

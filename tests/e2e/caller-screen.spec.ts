import { expect, type Page, test } from '@playwright/test'
import { removeCaller } from '#app/campaigns/change-team.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { addDays } from '#app/time/clock.ts'
import { aSmallCampaign, orThrow, type SmallCampaign } from './a-small-campaign.ts'
import { open } from './alive.ts'
import { makeCall, nothingDone } from './call-plan.ts'
import { homeOnScreen } from './keyboard.ts'
import { signIn } from './people.ts'
import { today } from './tenant-list.ts'

let campaign: SmallCampaign
test.beforeAll(async () => {
  campaign = await aSmallCampaign('Het Scherm')
})

test.use({ viewport: { width: 1440, height: 900 } })

test('the script names the caller, the corporation and the tenant', async ({ page }) => {
  await startCall(page)
  const heading = (await page.locator('main h1').textContent()) ?? ''
  const surname = heading.split(',')[0]?.replace(/^(Meneer|Mevrouw) /, '') ?? ''
  const script = page.getByText('Goedemiddag, u spreekt met Karin Kok van Het Scherm')
  await expect(script).toBeVisible()
  await expect(script).toContainText(surname)
})

test('a conversation fits one screen, and what is missing stands at the button and goes when it is filled in', async ({
  page,
}) => {
  await startCall(page)
  await page.keyboard.press('1')
  await expect(notes(page)).toBeFocused()
  for (const name of ['notes', 'wellbeing', 'topics[]'])
    await expect(page.locator(`[name="${name}"]`).first()).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Bloemen' })).toBeInViewport()
  await page.keyboard.press('Alt+k')
  await expect(page.locator('[name="gesture-0-text"]')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  const problems = page.getByRole('alert')
  await expect(problems).toContainText('Vul nog 2 dingen in')
  await expect(problems).toContainText('Kaartje: schrijf wat erop komt.')
  await expect(problems).toBeInViewport()
  await page.locator('[name="gesture-0-text"]').fill('Fijn u te spreken')
  await expect(problems).toContainText('Vul nog 1 ding in')
  await expect(page.locator('[name="gesture-0-text"]')).toBeFocused()
  await page.locator('[name=wellbeing][value=good]').check()
  await expect(problems).toBeHidden()
})

test('on a phone, what is missing stands at the button as well', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await startCall(page)
  await page.locator('#outcome-spoken').check()
  await page.getByRole('button', { name: 'Opslaan en volgende' }).click()
  await expect(page.getByRole('alert').getByText('Kies hoe het met de huurder gaat.')).toBeInViewport()
})

test('the moment that is chosen is said in a sentence', async ({ page }) => {
  await startCall(page)
  await page.locator('#outcome-call-back-later').check()
  await page.locator('[name=againOn]').fill(addDays(today, 1))
  await page.locator('[name=againAt]').fill('09:30')
  await expect(page.getByText(/^Morgen om 09:30 belt u (meneer|mevrouw|\p{Lu})/u)).toBeVisible()
  await page.locator('[name=againWith][value=anyone]').check()
  await expect(page.getByText(/^Morgen om 09:30 belt u of een collega /)).toBeVisible()
})

test('a page whose text was translated by the browser goes on through a call', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const home = await startCall(page)
  expect(await page.locator('html').getAttribute('translate')).toBe('no')
  await expect(page.locator('meta[name=google]')).toHaveAttribute('content', 'notranslate')
  await page.locator('#outcome-spoken').check()
  await translate(page)
  await notes(page).fill('Zij tuiniert graag.')
  await page.keyboard.press('Alt+k')
  await translate(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await translate(page)
  await page.locator('[name="gesture-0-text"]').fill('Dag')
  await page.locator('[name=wellbeing][value=good]').check()
  await page.getByRole('button', { name: 'Opslaan en volgende' }).click()
  const next = await homeOnScreen(page, home)
  await translate(page)
  await page.keyboard.press('2')
  await translate(page)
  await page.keyboard.press('Enter')
  await homeOnScreen(page, next)
  expect(errors).toEqual([])
})

test('two tabs with one call say so of each other', async ({ page, context }) => {
  await startCall(page)
  const other = await context.newPage()
  await open(other, new URL(page.url()).pathname)
  const warning = 'Dit gesprek staat ook open in een ander tabblad.'
  await expect(page.getByText(warning)).toBeVisible()
  await expect(other.getByText(warning)).toBeVisible()
  await other.close()
  await expect(page.getByText(warning)).toBeHidden()
})

test('a button of a list that is clicked twice does its work once, without a reproach', async ({ page }) => {
  const done = nothingDone()
  for (let nr = 0; nr < 2; nr++)
    await makeCall(
      campaign.colleague,
      { outcome: 'spoken', wellbeing: 'good', promises: 'follow-up' },
      campaign.agencyId,
      done,
    )
  await signIn(page, campaign.coordinator)
  await open(page, '/follow-ups?who=everyone')
  await expect(page.getByText('Met wat u aanvinkt:')).toBeHidden()
  await page.locator('tbody [type=checkbox]').first().check()
  await expect(page.getByText('Met wat u aanvinkt:')).toBeVisible()
  await page.locator('tbody [type=checkbox]').first().uncheck()
  await page.locator('tbody button[type=submit]').first().dblclick()
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toHaveCount(1)
  await expect(page.getByText('al gedaan')).toHaveCount(0)
})

test('who is on the phone hears at once that they are off the round or that it is paused, and then is told the truth', async ({
  page,
}) => {
  await startCall(page)
  await page.locator('#outcome-spoken').check()
  await notes(page).fill('Midden in een zin')
  const { coordinator, caller, campaignId } = campaign
  orThrow(await stepCampaign(coordinator, campaignId, 'pause'))
  await expect(page.getByText('De belactie is gepauzeerd. Maak dit gesprek rustig af')).toBeVisible()
  await expect(notes(page)).toHaveValue('Midden in een zin')
  await page.locator('[name=wellbeing][value=good]').check()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL('/calls?nobody&saved')
  await expect(page.getByText(/^Opgeslagen\. U sprak vandaag \d+ (mens|mensen)\.$/)).toBeVisible()
  await expect(page.getByText('Uw belactie is gepauzeerd')).toBeVisible()
  await expect(page.getByText('bij een collega')).toBeHidden()
  orThrow(await stepCampaign(coordinator, campaignId, 'resume'))
  await expect(page.getByRole('button', { name: 'Volgende bellen' })).toBeVisible()
  await page.getByRole('button', { name: 'Volgende bellen' }).click()
  await homeOnScreen(page)
  orThrow(await removeCaller(coordinator, campaignId, caller.accountId))
  await expect(page.getByText('De coördinator heeft u van deze belactie gehaald.')).toBeVisible()
})

/** As a translator does it: each text in two wrappers, and every third one taken away for another. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent && !parent.closest('font, script, style, textarea, option') && node.nodeValue?.trim())
        texts.push(node as Text)
    }
    for (const [index, text] of texts.entries()) {
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      outer.append(inner)
      text.replaceWith(outer)
      inner.append(index % 3 === 0 ? new Text(text.data) : text)
    }
  })

const notes = (page: Page) => page.locator('[name=notes]')

async function startCall(page: Page): Promise<string> {
  await signIn(page, campaign.caller)
  await page.getByRole('button', { name: /Volgende bellen|Verder met dit gesprek/ }).click()
  const before = await homeOnScreen(page)
  // A home that no other test typed anything about.
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  return homeOnScreen(page, before)
}

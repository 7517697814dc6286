import { expect, type Page, test } from '@playwright/test'
import { changeMember, endSessionsOf } from '#app/accounts/accounts.server.ts'
import { leave } from '#app/handovers/leave.server.ts'
import { aSmallCampaign, type SmallCampaign } from './a-small-campaign.ts'
import { homeOnScreen } from './keyboard.ts'
import { aColleague, password, signIn } from './people.ts'

let campaign: SmallCampaign
test.beforeAll(async () => {
  campaign = await aSmallCampaign('Toegang Gestopt')
})

test('a session that was ended by a colleague: sign in again on another tab, and the text is saved', async ({
  page,
  context,
}) => {
  await aCallWithText(page, 'Eerst dit.')
  await endSessionsOf(campaign.administrator, campaign.caller.accountId, new Date())
  await expect(page.getByText('U bent uitgelogd. Log in op een nieuw tabblad').first()).toBeVisible()
  await notes(page).fill('Eerst dit, en toen dat.')
  await expect(page.getByText('Geen verbinding')).toHaveCount(0)
  const [second] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Inloggen in een nieuw tabblad' }).click(),
  ])
  await second.getByLabel('E-mailadres').fill(campaign.caller.email)
  await second.getByLabel('Wachtwoord').fill(password)
  await second.keyboard.press('Enter')
  await expect(second).toHaveURL('/')
  await second.close()
  await expect(page.getByText(/concept bewaard \d/)).toBeVisible()
  await expect(page.getByText('U bent uitgelogd.')).toHaveCount(0)
  await page.reload()
  await expect(notes(page)).toHaveValue('Eerst dit, en toen dat.')
})

test('a role that may not call any more: the screen says so, and nothing is asked again', async ({ page }) => {
  await aCallWithText(page, 'Dit is bewaard.')
  await changeMember(campaign.administrator, campaign.caller.accountId, { role: 'reader', now: new Date() })
  await notes(page).fill('Dit is bewaard. Dit niet.')
  await expect(page.getByText('Uw rol is veranderd.')).toBeVisible()
  await expect(page.getByText('Geen verbinding')).toHaveCount(0)
  await changeMember(campaign.administrator, campaign.caller.accountId, { role: 'caller', now: new Date() })
})

test('access that ends during a call: said at once, with what became of the text, and the rest can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await aCallWithText(page, 'Mevrouw vertelt over haar tuin.')
  const heir = await aColleague(campaign.corporation, 'coordinator', 'Ine Opvolger')
  const { accountId } = campaign.caller
  const departure = { accountId, role: null, heir: heir.accountId, taker: 'spread' } as const
  expect(await leave(campaign.administrator, departure, new Date())).toEqual({ ok: true })
  await expect(page.getByText(/Wat om \d\d:\d\d bewaard was, is bij uw collega’s/)).toBeVisible()
  await expect(page.getByText('Geen verbinding')).toHaveCount(0)
  const posts: string[] = []
  page.on('request', (request) => request.url().includes('/calls/') && posts.push(request.url()))
  await notes(page).fill('Mevrouw vertelt over haar tuin en haar kat.')
  await page.waitForTimeout(6_000)
  expect(posts).toEqual([])
  await expect(page.getByRole('button', { name: /Opslaan en volgende/ })).toBeDisabled()
  await page.getByRole('button', { name: 'Tekst kopiëren' }).click()
  await expect(page.getByText('Gekopieerd')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe('Mevrouw vertelt over haar tuin en haar kat.')
  await page.reload()
  await expect(page.getByText('Uw toegang is gestopt.')).toBeVisible()
})

const notes = (page: Page) => page.locator('[name=notes]')

async function aCallWithText(page: Page, text: string) {
  await signIn(page, campaign.caller)
  await page.getByRole('button', { name: /Volgende bellen|Verder met dit gesprek/ }).click()
  await homeOnScreen(page)
  await page.locator('#outcome-spoken').check()
  await notes(page).fill(text)
  await expect(page.getByText(/concept bewaard \d/)).toBeVisible()
}

import { expect, type Page, test } from '@playwright/test'
import { aSmallCampaign, type SmallCampaign } from './a-small-campaign.ts'
import { open } from './alive.ts'
import { homeOnScreen } from './keyboard.ts'
import { signIn } from './people.ts'

let campaign: SmallCampaign
test.beforeAll(async () => {
  campaign = await aSmallCampaign('Eén Vraag')
})

for (const [screen, size] of [
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  test(`that somebody died is asked once, and is undone on the page that comes next: on ${screen}`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    const name = await startCall(page)
    await page.locator('summary', { hasText: 'Meer' }).click()
    await page.locator('#outcome-deceased').check()
    await page.keyboard.press('Control+Enter')
    const question = page.getByText('Overleden. Weet u het zeker?')
    await expect(question).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    expect(await page.locator('main h1').textContent()).toBe(name)
    await expect(page.locator('[data-save]')).toBeFocused()
    await page.locator('[data-save]').click()
    await expect(page.getByRole('button', { name: 'Ja, opslaan' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Overleden is vastgelegd.')).toBeVisible()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(page.getByText('Ongedaan gemaakt. Deze huurder mag weer gebeld worden.')).toBeVisible()
  })

test('a call is corrected from the last calls, and the coordinator finds it at the address', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await startCall(page)
  await page.locator('summary', { hasText: 'Meer' }).click()
  await page.locator('#outcome-moved').check()
  await page.locator('[data-save]').click()
  await page.getByRole('button', { name: 'Ja, opslaan' }).click()
  await expect(page.getByText('Verhuisd is vastgelegd.')).toBeVisible()
  await open(page, '/calls')
  await page.getByRole('link', { name: 'Verbeteren' }).first().click()
  await page.locator('#outcome-no-answer').check()
  await expect(page.getByText('Beloften blijven.')).toBeVisible()
  await page.getByRole('button', { name: 'Verbetering opslaan' }).click()
  await expect(page).toHaveURL(/\/calls$/)
  await expect(page.getByText('Geen gehoor ·').first()).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, campaign.coordinator)
  await open(page, `/campaigns/${campaign.campaignId}/addresses`)
  await page
    .getByRole('link', { name: /^Verbeteren/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/attempts\//)
  await expect(page.locator('main h1')).toHaveText('Gesprek verbeteren')
})

async function startCall(page: Page) {
  await signIn(page, campaign.caller)
  await open(page, '/')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/calls\/[0-9a-f-]{36}/)
  await homeOnScreen(page)
  return page.locator('main h1').textContent()
}

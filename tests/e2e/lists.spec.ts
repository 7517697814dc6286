import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { aSmallCampaign, type SmallCampaign } from './a-small-campaign.ts'
import { open } from './alive.ts'
import { signIn } from './people.ts'

let campaign: SmallCampaign
let addresses: string
test.beforeAll(async () => {
  campaign = await aSmallCampaign('De Lijst')
  addresses = `/campaigns/${campaign.campaignId}/addresses`
})

const phone = { width: 390, height: 844 }
const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)

test('homes are given to a colleague with the keyboard, a promise is asked about, and it goes back', async ({
  page,
}) => {
  await signIn(page, campaign.coordinator)
  await open(page, `${addresses}?caller=${campaign.caller.accountId}`)
  const boxes = page.locator('tbody input[type=checkbox]')
  const ids = [await boxes.nth(0).inputValue(), await boxes.nth(1).inputValue()]
  await inScopeSql(campaign.coordinator, (tx) =>
    tx.sql(sql`
      UPDATE target SET state = 'appointment', next_at = now() + interval '1 day', appointment_with = assigned_to WHERE id = ${ids[0]}::uuid`),
  )
  for (const id of ids) {
    await page.locator(`tbody input[value="${id}"]`).focus()
    await page.keyboard.press('Space')
  }
  const colleague = page.getByLabel('Aan welke collega')
  const button = page.getByRole('button', { name: 'Overdragen' })
  const handOver = async () => {
    await expect(button).not.toHaveAttribute('aria-disabled', 'true')
    await button.press('Enter')
  }
  await handOver()
  await expect(colleague).toBeFocused()
  await colleague.selectOption({ label: 'Omar Bouazza' })
  await handOver()
  const promises = page.getByLabel('Als op naam is beloofd wie terugbelt')
  await expect(promises).toBeFocused()
  expect(await violations(page)).toEqual([])
  await promises.selectOption({ label: 'Blijft bij wie het beloofde' })
  await handOver()
  await expect(page.getByText('1 adres is overgedragen. 1 blijft bij wie beloofde terug te bellen.')).toBeVisible()
  await expect(page.locator(`tbody input[value="${ids[1]}"]`)).toHaveCount(0)
  await expect(page.locator('form input:checked')).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter')
  await expect(page.getByText('1 adres is terug bij wie het had.')).toBeVisible()
  await expect(page.locator(`tbody input[value="${ids[1]}"]`)).toHaveCount(1)
})

test('whom to look for is asked right below the title, with no room left empty', async ({ page }) => {
  await signIn(page, campaign.coordinator)
  for (const path of ['/ring-backs', '/tenants']) {
    await open(page, path)
    const form = page.getByRole('main').locator('form:has([name=q])')
    expect((await form.boundingBox())?.height, path).toBeLessThan(160)
  }
})

test('on a phone the choices above a list lie behind one word, which says how many were made', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, campaign.coordinator)
  for (const path of [addresses, '/follow-ups', '/referrals', '/gestures']) {
    await open(page, path)
    await expect(page.getByRole('searchbox').last()).toBeVisible()
    const choices = page.getByRole('navigation', { name: 'Stand' })
    await expect(choices).toBeHidden()
    await page.getByText('Filters', { exact: true }).press('Enter')
    await expect(choices).toBeVisible()
    expect(await violations(page)).toEqual([])
  }
  await open(page, addresses)
  await page.getByText('Filters', { exact: true }).press('Enter')
  await page.getByRole('link', { name: /^Nog niet gebeld/ }).click()
  await expect(page.getByText('Filters (1)')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Nog niet gebeld/ })).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.getByText('Filters (1)')).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Stand' })).toBeVisible()
})

test('so they do without script', async ({ browser, page }) => {
  await signIn(page, campaign.coordinator)
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone, storageState })
  const bare = await context.newPage()
  await bare.goto(new URL('/follow-ups?state=done', page.url()).href)
  const choices = bare.getByRole('navigation', { name: 'Stand' })
  await expect(choices).toBeHidden()
  await bare.getByText('Filters (1)').click()
  await expect(choices).toBeVisible()
  await context.close()
})

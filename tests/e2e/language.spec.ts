import { expect, type Page, test } from '@playwright/test'
import { aSmallCampaign, type SmallCampaign } from './a-small-campaign.ts'
import { open } from './alive.ts'
import { homeOnScreen } from './keyboard.ts'
import { signIn } from './people.ts'

let campaign: SmallCampaign
test.beforeAll(async () => {
  campaign = await aSmallCampaign('Twee Talen')
})

test('who reads Dutch loads no English; who asks for it in the middle of a call loses nothing they typed', async ({
  page,
}) => {
  const [errors, english] = [errorsOf(page), filesOf(page, 'english')]
  await signIn(page, campaign.caller)
  await page.getByRole('button', { name: /Volgende bellen|Verder met dit gesprek/ }).click()
  await homeOnScreen(page)
  expect(english).toEqual([])
  await page.locator('#outcome-spoken').check()
  await page.locator('[name=notes]').fill('Half getypt.')
  await page.getByText('Karin Kok').first().click()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Save and next' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('[name=notes]')).toHaveValue('Half getypt.')
  await page.reload()
  await homeOnScreen(page)
  await expect(page.getByRole('button', { name: 'Save and next' })).toBeVisible()
  expect(errors).toEqual([])
})

test.describe('in an English browser', () => {
  test.use({ locale: 'en-GB' })

  test('the first page comes to life in English', async ({ page }) => {
    const errors = errorsOf(page)
    await open(page, '/sign-in')
    await expect(page.getByLabel('Password')).toBeVisible()
    expect(errors).toEqual([])
  })

  test('without its English words a page is alive in Dutch', async ({ page }) => {
    await page.route('**/english-*.js', (route) => route.abort())
    await open(page, '/sign-in')
    await expect(page.getByLabel('Wachtwoord')).toBeVisible()
  })
})

function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  return errors
}

function filesOf(page: Page, name: string): string[] {
  const files: string[] = []
  page.on('request', (request) => request.url().includes(`/assets/${name}-`) && files.push(request.url()))
  return files
}

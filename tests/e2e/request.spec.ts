import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { LineKind } from '#app/lines/line.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aPublicLine } from '#tests/requests/a-public-line.ts'
import { isAlive } from './alive.ts'
import { anOperator, signIn } from './people.ts'

const phoneSize = { width: 360, height: 740 }

let corporation: Corporation
let operator: Awaited<ReturnType<typeof anOperator>>
test.beforeAll(async () => {
  corporation = await aCorporation({ name: 'Terugbel Wonen' })
  operator = await anOperator(corporation, 'operator')
})

const aLine = (kind: LineKind) => aPublicLine(corporation, { kind, deskId: operator.deskId })
const rowsOf = (lineId: string) =>
  inScope(systemScope(corporation.id), (tx) =>
    tx.contact.findMany({ where: { lineId }, select: { id: true, phone: true } }),
  )

async function fillIn(page: Page) {
  await page.getByLabel('Uw naam').fill('Mevrouw de Wit')
  await page.getByLabel('Uw telefoonnummer').fill('06 12')
  await page.getByLabel('Wat is er?').fill('De kraan drupt al de hele nacht.')
  await page.getByLabel('Postcode').fill('4811 ab')
}
const send = (page: Page) => page.getByRole('button', { name: 'Verstuur' })
/** Nobody fills the form in within three seconds; this does. */
const asSlowAsPeople = (page: Page) => page.waitForTimeout(3_200)

for (const script of [true, false])
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ viewport: phoneSize, javaScriptEnabled: script })

    test('a tenant asks to be rung back on a small phone, mends a number, and reads before when', async ({
      page,
      context,
    }) => {
      const { address, line } = await aLine('urgent-repairs')
      await page.goto(`/b/${address}`)
      if (script) await isAlive(page)
      await expect(page.getByRole('link', { name: 'Bel 112' })).toBeInViewport()
      await fillIn(page)
      await asSlowAsPeople(page)
      await send(page).click()
      await expect(page.getByText('Dit nummer klopt niet').first()).toBeVisible()
      await expect(page.getByLabel('Wat is er?')).toHaveValue('De kraan drupt al de hele nacht.')
      await page.getByLabel('Uw telefoonnummer').fill(script ? '06-12345678' : '0612345679')
      await send(page).dblclick()
      await expect(page.getByText(/Wij bellen u terug vóór .*\d\d:\d\d/)).toBeVisible()
      expect(page.url()).toMatch(/\?sent=[0-9a-f-]{36}$/)
      await page.reload()
      await expect(page.getByText('Uw nummer bij ons')).toBeVisible()
      expect(await rowsOf(line.id)).toHaveLength(1)
      expect(await context.cookies()).toEqual([])
    })
  })

test.describe('on a small phone', () => {
  test.use({ viewport: phoneSize })

  for (const kind of ['urgent-repairs', 'general', 'chat'] as const)
    test(`the page of a ${kind} line is sound: large words, nothing sideways, axe has nothing to say`, async ({
      page,
    }) => {
      const { address } = await aLine(kind)
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        await page.goto(`/b/${address}`)
        await isAlive(page)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id }) => id)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      }
      expect(await smallestWords(page)).toBeGreaterThanOrEqual(16)
    })
})

/** The size in pixels of the smallest words of the page. */
const smallestWords = (page: Page) =>
  page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('main *')]
        .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()))
        .map((node) => Number.parseFloat(getComputedStyle(node).fontSize)),
    ),
  )

test('in English by a link, whatever the browser speaks', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const { address } = await aLine('chat')
  await page.goto(`/b/${address}`)
  await page.getByRole('link', { name: 'In English' }).click()
  await isAlive(page)
  await expect(page.getByLabel('Your phone number')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await asSlowAsPeople(page)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Write your name here.').first()).toBeVisible()
  expect(errors).toEqual([])
})

test('the desk has it in its queue at once, with what was written and promised; an address in it is no link', async ({
  page,
  browser,
}) => {
  const { address } = await aLine('urgent-repairs')
  await signIn(page, operator)
  const tenant = await (await browser.newContext({ viewport: phoneSize })).newPage()
  await tenant.goto(`/b/${address}`)
  await fillIn(tenant)
  await tenant.getByLabel('Wat is er?').fill('Zie https://kwaad.example voor een foto')
  await tenant.getByLabel('Uw telefoonnummer').fill('06-87654321')
  await asSlowAsPeople(tenant)
  await send(tenant).click()
  await expect(tenant.getByText(/Wij bellen u terug vóór/)).toBeVisible()
  const row = page.getByText('06 87 65 43 21').first()
  await expect(row).toBeVisible()
  const [{ id } = { id: '' }] = await inScope(systemScope(corporation.id), (tx) =>
    tx.contact.findMany({ where: { phone: '+31687654321' }, select: { id: true } }),
  )
  await page.goto(`/contacts/${id}`)
  await expect(page.getByText(/beloofd vóór/).first()).toBeVisible()
  await expect(page.getByText('https://kwaad.example').first()).toBeVisible()
  expect(await page.locator('a[href*="kwaad"]').count()).toBe(0)
})

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { makePaper } from '#app/papers/make-paper.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { isAlive } from './alive.ts'
import { anOperator, signIn } from './people.ts'

let corporation: Corporation
let yasmin: DeskActor

test.beforeEach(async () => {
  corporation = await aCorporation({ name: 'Woonstichting De Linde' })
  await makePaper(systemScope(corporation.id), new Date())
  yasmin = await anOperator(corporation, 'operator')
})

/** The browser says that it has the paper. */
async function hasPaper(page: Page) {
  await page.goto('/papers')
  await isAlive(page)
  await expect(page.getByRole('row', { name: /Woonstichting De Linde/ })).toContainText('Ja', { timeout: 40_000 })
}

/** What this browser holds on its disk about papers, as text. */
const onDisk = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('rondbel-papers')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const all = database.transaction('papers').objectStore('papers').getAll()
    const values = await new Promise<unknown[]>((resolve) => {
      all.onsuccess = () => resolve(all.result)
    })
    const decoder = new TextDecoder()
    const keys = values.filter((value): value is CryptoKey => value instanceof CryptoKey)
    const sealed = values.filter((value) => !(value instanceof CryptoKey)) as { bytes: ArrayBuffer }[]
    return { texts: sealed.map(({ bytes }) => decoder.decode(bytes)), canLeave: keys.some((key) => key.extractable) }
  })

test('on a night without a server an operator has the protocols, and what lies in the browser is sealed', async ({
  page,
  context,
}) => {
  await signIn(page, yasmin)
  await hasPaper(page)
  const { texts, canLeave } = await onDisk(page)
  expect(texts).toHaveLength(2)
  expect(texts.join('')).not.toMatch(/Woonstichting|%PDF/)
  expect(canLeave).toBe(false)
  await context.setOffline(true)
  await page.goto('/queue')
  await expect(page.getByRole('heading', { name: 'De server is even weg' })).toBeVisible()
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const href = await page.getByRole('link', { name: 'Woonstichting De Linde' }).getAttribute('href')
  const pdf = await (await context.newPage()).goto(href ?? '')
  expect(pdf?.headers()['content-type']).toBe('application/pdf')
  await context.setOffline(false)
  await page.getByRole('link', { name: 'Opnieuw proberen' }).click()
  await expect(page.getByRole('heading', { name: 'Wachtrij' })).toBeVisible()
})

test('who signs out leaves nothing behind', async ({ page, context }) => {
  await signIn(page, yasmin)
  await hasPaper(page)
  await page.goto('/account')
  await isAlive(page)
  await page.evaluate(() => document.querySelector<HTMLFormElement>('form[action="/sign-out"]')?.requestSubmit())
  await page.waitForURL('**/sign-in**')
  await context.setOffline(true)
  await expect(page.goto('/papers/kept')).rejects.toThrow()
})

test('who goes to work elsewhere leaves nothing of the desk behind', async ({ page }) => {
  const eik = await aCorporation({ name: 'De Eik' })
  await inScope(systemScope(eik.id), (tx) =>
    tx.sql(sql`INSERT INTO membership (corporation_id, account_id, role)
      VALUES (${eik.id}::int, ${yasmin.accountId}::uuid, 'coordinator')`),
  )
  await signIn(page, yasmin)
  await hasPaper(page)
  await page.evaluate((place) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '/account/place' })
    for (const [name, value] of Object.entries({ place, leaves: 'yes' }))
      form.append(Object.assign(document.createElement('input'), { name, value }))
    document.body.append(form)
    form.requestSubmit()
  }, `corporation-${eik.id}`)
  await expect(page.getByText('De Eik').first()).toBeVisible()
  const kept = () =>
    page.evaluate(async () => (await fetch('/papers/kept', { headers: { Accept: 'application/json' } })).json())
  await expect.poll(async () => (await kept()).papers).toEqual([])
})

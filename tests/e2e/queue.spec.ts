import { type Browser, expect, type Page, test } from '@playwright/test'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { isAlive } from './alive.ts'
import { aDeskColleague, anOperator, signIn } from './people.ts'

type Night = { yasmin: DeskActor; sem: DeskActor; ring: (secondsAgo?: number, isDanger?: true) => Promise<string> }

/** A desk with two operators, and a way to be rung. */
async function aNight(): Promise<Night> {
  const corporation: Corporation = await aCorporation({ name: 'Woonstichting De Linde' })
  const yasmin = await anOperator(corporation, 'operator')
  const sem = await aDeskColleague(yasmin, { corporation, role: 'operator', name: 'Sem de Boer' })
  const lineId = await aLine(corporation.id)
  const ring = async (secondsAgo = 0, isDanger?: true) => {
    const id = await aContact(yasmin, { corporationId: corporation.id, lineId, phone: null, secondsAgo, isDanger })
    await inScopeSql(yasmin, (tx) => publishContacts(tx, yasmin.deskId, [id]))
    return id
  }
  return { yasmin, sem, ring }
}

async function atTheQueue(page: Page, who: DeskActor) {
  await signIn(page, who)
  await isAlive(page)
  await page.getByRole('button', { name: 'Vrij', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Vrij', exact: true })).toHaveAttribute('aria-pressed', 'true')
}

const another = async (browser: Browser) => (await browser.newContext()).newPage()
const rowsIn = (page: Page) => page.getByRole('list', { name: 'Nu wachten' }).getByRole('listitem')

test('the first is taken by Enter, and a colleague sees who has them within a second', async ({ page, browser }) => {
  const { yasmin, sem, ring } = await aNight()
  const colleague = await another(browser)
  await atTheQueue(page, yasmin)
  await atTheQueue(colleague, sem)
  const first = await ring(90)
  await ring(5)
  for (const screen of [page, colleague]) await expect(rowsIn(screen)).toHaveCount(2)
  await expect(rowsIn(page).first()).toContainText(/1:[3-9]\d/)
  await page.locator('h1').click()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/contacts/${first}`)
  await expect(rowsIn(colleague).first()).toContainText('Bij Yasmin Bakker', { timeout: 1_000 })
  await expect(rowsIn(colleague)).toHaveCount(1)
  await colleague.locator('h1').click()
  await colleague.keyboard.press('1')
  await colleague.waitForURL('**/contacts/*')
})

test('who comes too late hears who was first', async ({ page }) => {
  const { yasmin, sem, ring } = await aNight()
  await atTheQueue(page, yasmin)
  const id = await ring(30)
  await expect(rowsIn(page)).toHaveCount(1)
  await page.route(`**/contacts/${id}/claim*`, async (route) => {
    const { claimContact } = await import('#app/contacts/claim-contact.server.ts')
    await claimContact(sem, id)
    await route.continue()
  })
  await page.locator('h1').click()
  await page.keyboard.press('1')
  await expect(page.getByText('Sem de Boer was u net voor.')).toBeVisible()
})

test('a call sounds and shows in the title while the tab is hidden and its own timers sleep', async ({ page }) => {
  const { yasmin, ring } = await aNight()
  await atTheQueue(page, yasmin)
  await expect(page.locator('[data-sound=on]')).toBeVisible()
  await expect(page.locator('[data-ringing]')).toHaveCount(0)
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true })
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
    const asleep = window.setTimeout
    window.setTimeout = ((run: () => void, ms = 0) => asleep(run, Math.max(ms, 60_000))) as typeof window.setTimeout
    window.setInterval = (() => 0) as unknown as typeof window.setInterval
  })
  await ring(40)
  await expect(page.locator('[data-ringing="1"]')).toHaveCount(1)
  await expect.poll(() => page.title()).toMatch(/^\(1\) 0:4\d Wachtrij · Rondbel$/)
  await expect.poll(() => page.title()).toMatch(/^\(1\) 0:5\d Wachtrij · Rondbel$/)
  expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/favicon-waiting.svg')
  await page.evaluate(() => fetch('/queue/next', { method: 'POST', body: new URLSearchParams() }))
  await expect(page.locator('[data-ringing]')).toHaveCount(0)
  await expect.poll(() => page.title()).toBe('Wachtrij · Rondbel')
})

test('a connection that is gone is seen, the queue goes on by asking, and the bar goes when it is back', async ({
  page,
}) => {
  const { yasmin, ring } = await aNight()
  await atTheQueue(page, yasmin)
  await page.route('**/queue/live', (route) => route.abort())
  await page.reload()
  await expect(page.getByText('De verbinding hapert.')).toBeVisible()
  await ring(10)
  await expect(rowsIn(page)).toHaveCount(1)
  await page.route('**/queue/board', (route) => route.abort())
  await expect(page.getByText(/Geen verbinding. Wat u ziet is van \d\d:\d\d/)).toBeVisible()
  await page.unrouteAll()
  await expect(page.getByText(/Geen verbinding. Wat u ziet/)).toBeHidden()
  await expect(page.getByText('De verbinding hapert.')).toBeHidden()
})

test('no row moves under the pointer: what came first in turn is said, read aloud, and put in order when asked', async ({
  page,
}) => {
  const { yasmin, ring } = await aNight()
  await atTheQueue(page, yasmin)
  await ring(30)
  await expect(rowsIn(page)).toHaveCount(1)
  const pointed = rowsIn(page).first().getByRole('button')
  await pointed.hover()
  const before = await pointed.boundingBox()
  await ring(0, true)
  await expect(rowsIn(page)).toHaveCount(2)
  await expect(page.getByText('1 nieuwe staat achteraan en hoort naar voren.')).toBeVisible()
  await expect(page.getByRole('alert').getByText('Gevaar: er wacht iemand.')).toBeAttached()
  expect(await pointed.boundingBox()).toEqual(before)
  await expect(rowsIn(page).first()).toContainText('Spoed')
  await page.getByRole('button', { name: 'Zet op volgorde' }).click()
  await expect(rowsIn(page).first()).toContainText('Gevaar')
})

test('whoever is signed out elsewhere reads so, and not that the connection is gone', async ({ page, context }) => {
  const { yasmin } = await aNight()
  await atTheQueue(page, yasmin)
  const cookies = await context.cookies()
  await (await context.newPage()).request.post('/sign-out', { headers: { Origin: new URL(page.url()).origin } })
  expect((await context.cookies()).length).toBeLessThan(cookies.length)
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
  await expect(page.getByText(/Geen verbinding/)).toHaveCount(0)
})

test('without a script the queue is read, and somebody is taken', async ({ browser }) => {
  const { yasmin, ring } = await aNight()
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const id = await ring(30)
  await plain.goto('/sign-in')
  await plain.getByLabel('E-mailadres').fill(yasmin.email)
  await plain.getByLabel('Wachtwoord').fill('zeven paarse fietsbellen')
  await plain.keyboard.press('Enter')
  await plain.waitForURL('**/queue')
  await plain.getByRole('button', { name: 'Vrij', exact: true }).click()
  await expect(plain.getByRole('button', { name: 'Vrij', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(rowsIn(plain)).toContainText('Woonstichting De Linde')
  await plain.getByRole('button', { name: /^Opnemen/ }).click()
  await plain.waitForURL(`**/contacts/${id}`)
})

test('the wall shows a row for the line on which somebody waits, with how long', async ({ page }) => {
  const { yasmin, ring } = await aNight()
  await page.setViewportSize({ width: 1920, height: 1080 })
  await signIn(page, yasmin)
  await page.goto('/wallboard')
  await isAlive(page)
  const lines = page.getByRole('region', { name: 'Lijnen' })
  await expect(lines.getByRole('listitem')).toHaveCount(0)
  await ring(75)
  await expect(lines.getByRole('listitem')).toHaveCount(1)
  await expect(lines.getByRole('listitem')).toContainText(/Woonstichting De Linde.*1:[123]\d/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

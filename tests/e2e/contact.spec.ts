import { type Browser, expect, type Page, test } from '@playwright/test'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { endContract } from '#app/desks/desks.server.ts'
import type { LineKind } from '#app/lines/line.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { isAlive, open } from './alive.ts'
import { aDeskColleague, anOperator, signIn } from './people.ts'

type Night = {
  corporation: Corporation
  yasmin: DeskActor
  sem: DeskActor
  /** `isDanger` false: they were asked already. */
  ring: (kind?: LineKind, isDanger?: false) => Promise<string>
}

async function aNight(): Promise<Night> {
  const corporation: Corporation = await aCorporation({ name: 'Woonstichting De Linde' })
  const yasmin = await anOperator(corporation, 'operator')
  const sem = await aDeskColleague(yasmin, { corporation, role: 'operator', name: 'Sem de Boer' })
  const ring = async (kind: LineKind = 'urgent-repairs', isDanger?: false) => {
    const lineId = await aLine(corporation.id, kind)
    const id = await aContact(yasmin, { corporationId: corporation.id, lineId, phone: '+31612345678', isDanger })
    await inScopeSql(yasmin, (tx) => publishContacts(tx, yasmin.deskId, [id]))
    return id
  }
  return { corporation, yasmin, sem, ring }
}

async function atWork(page: Page, who: DeskActor) {
  await signIn(page, who)
  await isAlive(page)
  await page.getByRole('button', { name: 'Vrij', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Vrij', exact: true })).toHaveAttribute('aria-pressed', 'true')
}

const another = async (browser: Browser) => (await browser.newContext()).newPage()
const opened = async (page: Page, id: string) => {
  await page.waitForURL(`**/contacts/${id}`)
  await expect(page.getByRole('heading', { name: 'Is er nu gevaar?' })).toBeVisible()
  await isAlive(page)
}
/** With the keyboard, as somebody who cannot use a mouse. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 80; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not come to ${selector}.`)
}

test('a call from ring to closed by keyboard only, and the next one comes by itself', async ({ page }) => {
  const { yasmin, ring } = await aNight()
  await atWork(page, yasmin)
  const id = await ring()
  await expect(page.getByRole('list', { name: 'Nu wachten' }).getByRole('listitem')).toHaveCount(1)
  await page.locator('h1').click()
  await page.keyboard.press('Enter')
  await opened(page, id)
  await page.keyboard.press('w')
  await expect(page.getByText('Gevaar: weet niet. Zeg dit nu:')).toBeVisible()
  await expect(page.getByRole('button', { name: /klopt/ })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { name: 'Waar gaat het over?' })).toBeVisible()
  await page.keyboard.type('andere reparatie')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Er is hier nog geen protocol voor.')).toBeVisible()
  const next = await ring()
  await tabTo(page, '[name=notes]')
  await page.keyboard.type('De kelder staat blank, stroom is uit.')
  await expect(page.getByText(/concept bewaard/)).toBeVisible()
  await tabTo(page, '[name=result]')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await opened(page, next)
  await page.goto(`/contacts/${id}`)
  await expect(page.getByText('De kelder staat blank, stroom is uit.')).toBeVisible()
  await expect(page.getByText('Er is iemand gestuurd').first()).toBeVisible()
})

test('a contact is offered with a note that is read before it is taken, and what was typed goes along', async ({
  page,
  browser,
}) => {
  const { yasmin, sem, ring } = await aNight()
  const colleague = await another(browser)
  await atWork(page, yasmin)
  await atWork(colleague, sem)
  const id = await ring('urgent-repairs', false)
  await claimContact(yasmin, id)
  await open(page, `/contacts/${id}`)
  await page.locator('[name=notes]').fill('Zij huilt, de lift zit vast.')
  await expect(page.getByText(/concept bewaard/)).toBeVisible()
  await page.getByText('Aan een collega geven').click()
  await page.getByLabel('Collega', { exact: true }).selectOption('Sem de Boer')
  await page.getByLabel('Wat moet uw collega weten?').fill('Praat rustig met haar.')
  await page.getByRole('button', { name: 'Aanbieden' }).click()
  await expect(page.getByText('De melding blijft bij u tot')).toBeVisible()
  await open(colleague, `/contacts/${id}`)
  await expect(colleague.getByText('Praat rustig met haar.').first()).toBeVisible()
  await colleague.getByRole('button', { name: 'Aannemen' }).click()
  await expect(colleague.locator('[name=notes]')).toHaveValue('Zij huilt, de lift zit vast.')
  await expect(page.getByText('Sem de Boer heeft deze melding nu')).toBeVisible()
})

test('a contact is taken over with a reason; what the other types then is not lost', async ({ page, browser }) => {
  const { yasmin, sem, ring } = await aNight()
  const colleague = await another(browser)
  await atWork(page, yasmin)
  await atWork(colleague, sem)
  const id = await ring('urgent-repairs', false)
  await claimContact(yasmin, id)
  await open(page, `/contacts/${id}`)
  await page.locator('[name=notes]').fill('Geen warm water')
  await expect(page.getByText(/concept bewaard/)).toBeVisible()
  await open(colleague, `/contacts/${id}`)
  await colleague.getByLabel('Waarom neemt u het over?').fill('Yasmin gaat naar huis')
  await colleague.getByRole('button', { name: 'Overnemen' }).click()
  await expect(colleague.locator('[name=notes]')).toHaveValue('Geen warm water')
  await expect(page.getByText('Sem de Boer heeft deze melding nu')).toBeVisible()
})

test('a contract that ends while somebody types: said at once, and the text stays on the screen', async ({ page }) => {
  const { corporation, yasmin, ring } = await aNight()
  await atWork(page, yasmin)
  const id = await ring('urgent-repairs', false)
  await claimContact(yasmin, id)
  await open(page, `/contacts/${id}`)
  await page.locator('[name=notes]').fill('Water uit het plafond.')
  await expect(page.getByText(/concept bewaard/)).toBeVisible()
  expect(await endContract(systemScope(corporation.id), yasmin.deskId)).toBe(true)
  await page.locator('[name=notes]').fill('Water uit het plafond. De bovenbuurvrouw doet niet open.')
  await expect(page.getByText('Uw toegang tot deze corporatie is gestopt.')).toBeVisible()
  await expect(page.getByText('Bewaren lukt nog niet')).toHaveCount(0)
  // Longer than it takes until the board of the desk knows it too.
  await page.waitForTimeout(17_000)
  await expect(page.locator('[name=notes]')).toHaveValue('Water uit het plafond. De bovenbuurvrouw doet niet open.')
  await expect(page.getByRole('button', { name: /Opslaan en/ }).first()).toBeDisabled()
  await page.getByRole('button', { name: 'Pauze', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Tekst kopiëren' })).toBeVisible()
})

test('on the chat line the numbers for help stand there, and nobody needs a name', async ({ page }) => {
  const { yasmin, ring } = await aNight()
  await atWork(page, yasmin)
  const id = await ring('chat')
  await claimContact(yasmin, id)
  await open(page, `/contacts/${id}`)
  for (const number of ['112', '113', '088 0767 000'])
    await expect(page.getByRole('link', { name: number, exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Wil de naam niet noemen' }).click()
  await expect(page.getByText('Er wordt geen huurder bewaard')).toBeVisible()
})

test('somebody is noted by hand in a few keys', async ({ page }) => {
  const { yasmin, ring } = await aNight()
  await ring()
  await atWork(page, yasmin)
  await page.locator('h1').click()
  await page.keyboard.press('n')
  await page.waitForURL('**/contacts/new')
  await isAlive(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Is er nu gevaar?' })).toBeVisible()
})

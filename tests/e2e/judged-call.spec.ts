import { expect, type Locator, type Page, test } from '@playwright/test'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { isAlive, open } from './alive.ts'
import { asDue } from './as-due.ts'
import { isSound } from './looks.ts'
import { aColleague, aDeskColleague, anOperator, password, signIn } from './people.ts'

type Night = { corporation: Corporation; operator: DeskActor; ring: (phone?: string | null) => Promise<string> }

async function aNight(): Promise<Night> {
  const corporation: Corporation = await aCorporation({ name: 'Woonstichting De Linde' })
  await aTenant(systemScope(corporation.id))
  const operator = await anOperator(corporation, 'operator')
  const lineId = await aLine(corporation.id, 'urgent-repairs')
  const ring = async (phone: string | null = '+31612345678') => {
    const id = await aContact(operator, { corporationId: corporation.id, lineId, phone, isHidden: phone === null })
    await inScopeSql(operator, (tx) => publishContacts(tx, operator.deskId, [id]))
    return id
  }
  return { corporation, operator, ring }
}

async function atWork(page: Page, who: DeskActor) {
  await signIn(page, who)
  await isAlive(page)
  await page.getByRole('button', { name: 'Vrij', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Vrij', exact: true })).toHaveAttribute('aria-pressed', 'true')
}

/** Keys alone, counted; each after what it answers is on the screen. */
function keysOf(page: Page) {
  let count = 0
  return {
    press: async (key: string) => {
      count++
      await page.keyboard.press(key)
    },
    type: async (text: string) => {
      count += text.length
      await page.keyboard.type(text)
    },
    count: () => count,
  }
}

const shows = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()
const asks = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('heading', { level: 2, name: text })).toBeVisible()

/** Rings, is taken from the queue, and there is no danger. */
async function takeFirst(page: Page, id: string, keys: ReturnType<typeof keysOf>) {
  await expect(page.getByRole('list', { name: 'Nu wachten' }).getByRole('listitem')).toHaveCount(1)
  await page.locator('h1').click()
  await keys.press('Enter')
  await page.waitForURL(`**/contacts/${id}`)
  await isAlive(page)
  await asks(page, 'Is er nu gevaar?')
}

async function whoAndWhere(page: Page, keys: ReturnType<typeof keysOf>) {
  await asks(page, 'Waar is het, en op welk nummer?')
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: /klopt/ })).toHaveCount(0)
  await keys.press('1')
  await expect(page.locator('[name=caller]').first()).toBeChecked()
  await keys.press('Enter')
}

/** Once it is read: a key that is struck with the question was meant for the one before. */
async function answer(page: Page, keys: ReturnType<typeof keysOf>, question: RegExp, key: string) {
  await asks(page, question)
  await page.waitForTimeout(350)
  await keys.press(key)
}

/** All lines that are read out, one key each. */
async function readOut(page: Page, keys: ReturnType<typeof keysOf>) {
  const open = page.getByRole('button', { name: 'Voorgelezen' })
  for (let left = await open.count(); left > 0; left--) {
    await keys.press('v')
    await expect(open).toHaveCount(left - 1)
  }
}

test('a leak is judged by keyboard', async ({ page }) => {
  const { operator, ring } = await aNight()
  await atWork(page, operator)
  const id = await ring()
  const keys = keysOf(page)
  const startedAt = Date.now()
  await takeFirst(page, id, keys)
  await keys.press('n')
  await whoAndWhere(page, keys)
  await asks(page, 'Waar gaat het over?')
  await keys.type('het lekt')
  await expect(page.getByRole('button', { name: 'Lekkage', exact: true })).toBeVisible()
  await keys.press('Enter')
  await answer(page, keys, /stopcontact, een lamp/, 'n')
  await answer(page, keys, /Blijft al het water/, 'n')
  await answer(page, keys, /Is het water nu gestopt/, 'n')
  await answer(page, keys, /emmer per uur/, 'w')
  await asks(page, 'Spoed, binnen 2 uur')
  await shows(page, 'regel 3, landelijk')
  await readOut(page, keys)
  await shows(page, 'Ik vat het samen.')
  await keys.press('k')
  await shows(page, 'Samenvatting klopt, zegt de beller')
  await expect(page.getByRole('radio', { name: 'Er is iemand gestuurd' })).toBeChecked()
  await keys.press('Control+Enter')
  await page.waitForURL(/\/queue/)
  const seconds = (Date.now() - startedAt) / 1000
  test.info().annotations.push({ type: 'measured', description: `${seconds.toFixed(1)} s, ${keys.count()} keys` })
  expect(seconds).toBeLessThan(90)
  await page.goto(`/contacts/${id}`)
  await shows(page, 'Beoordeling: Lekkage')
  await shows(page, 'regel 3, landelijk')
  await shows(page, 'Er is iemand gestuurd')
})

test('an answer is corrected by key, what was typed and where it stood survive a reload', async ({ page }) => {
  const { operator, ring } = await aNight()
  await atWork(page, operator)
  const keys = keysOf(page)
  await takeFirst(page, await ring(null), keys)
  await keys.press('n')
  await asks(page, 'Waar is het, en op welk nummer?')
  await keys.press('k')
  await asks(page, 'Waar gaat het over?')
  await shows(page, 'Terugbelnummer nog vragen · Adres nog vragen')
  await keys.type('lekage')
  await keys.press('Enter')
  await answer(page, keys, /stopcontact, een lamp/, 'n')
  await asks(page, /Blijft al het water/)
  // Struck twice: one answer.
  await keys.press('n')
  await page.waitForTimeout(350)
  await asks(page, /Blijft al het water/)
  await isSound(page, 'questions')
  await page.locator('[name=notes]').fill('Zij huilt.')
  await expect(page.getByText(/concept bewaard/)).toBeVisible()
  await page.reload()
  await isAlive(page)
  await asks(page, /Blijft al het water/)
  await expect(page.locator('[name=notes]')).toHaveValue('Zij huilt.')
  await page.locator('h1').click()
  await keys.press('Backspace')
  await answer(page, keys, /stopcontact, een lamp/, 'w')
  await asks(page, /Knettert of vonkt/)
  await keys.press('2')
  await expect(page.getByRole('button', { name: /Oud, ziek/ })).toHaveAttribute('aria-pressed', 'true')
})

test('words in a form that are not sent keep the contact from being left', async ({ page }) => {
  const { operator, ring } = await aNight()
  await atWork(page, operator)
  const keys = keysOf(page)
  const id = await ring()
  await takeFirst(page, id, keys)
  await keys.press('n')
  await asks(page, 'Waar is het, en op welk nummer?')
  await page.getByText('Andere plek').click()
  await page.locator('[name=place]').fill('Hal van de Linde, tweede deur')
  const asked = page.waitForEvent('dialog')
  const reload = page.evaluate(() => location.reload())
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await reload.catch(() => undefined)
  await keys.press('Control+Enter')
  await shows(page, 'Wat u hier typte, is nog niet opgeslagen.')
  await expect(page.locator('[name=place]')).toBeFocused()
  await expect(page.locator('[name=place]')).toHaveValue('Hal van de Linde, tweede deur')
  await page.context().setOffline(true)
  await keys.press('Enter')
  await expect(page.locator('[name=place]')).toHaveValue('Hal van de Linde, tweede deur')
  await page.context().setOffline(false)
  await page.locator('[name=place]').press('Enter')
  await shows(page, 'Hal van de Linde, tweede deur')
  await page.reload()
  await isAlive(page)
  await shows(page, 'Hal van de Linde, tweede deur')
})

/** What an operator presses is on the screen without scrolling, and the bar at its foot leaves it free. */
async function isAboveBar(page: Page, button: Locator) {
  const bar = page.getByRole('button', { name: 'Terugleggen' })
  const topOf = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN
  const [box, foot] = [await button.boundingBox(), await topOf(bar)]
  expect(box?.y).toBeGreaterThan(0)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(foot)
}

const small = { width: 1366, height: 768 }

test('words in a form that goes away unsent are in the notes, and kept', async ({ page, browser }) => {
  const { corporation, operator, ring } = await aNight()
  const sem = await aDeskColleague(operator, { corporation, role: 'operator', name: 'Sem de Boer' })
  await atWork(page, operator)
  const keys = keysOf(page)
  const id = await ring()
  await takeFirst(page, id, keys)
  await keys.press('n')
  await asks(page, 'Waar is het, en op welk nummer?')
  await page.getByText('Andere plek').click()
  await page.locator('[name=place]').fill('Hal van de Linde, tweede deur')
  await page.getByRole('button', { name: /Kan nu niet/ }).click()
  await asks(page, 'Waar gaat het over?')
  await expect(page.locator('[name=notes]')).toHaveValue('Hal van de Linde, tweede deur')
  await expect(page.getByText(/concept bewaard/)).toBeVisible()
  await page.getByText('Hoe dringend is het?').click()
  await page.locator('form[action$="/urgency"] [name=words]').fill('De buurvrouw ruikt het ook')
  const colleague = await (await browser.newContext()).newPage()
  await atWork(colleague, sem)
  await open(colleague, `/contacts/${id}`)
  await colleague.getByLabel('Waarom neemt u het over?').fill('Wisseling')
  await colleague.getByRole('button', { name: 'Overnemen' }).click()
  await expect(page.getByText('Sem de Boer heeft deze melding nu')).toBeVisible()
  await shows(page, 'Wat u typte en niet opsloeg, staat nu in de notitie.')
  await page.reload()
  await shows(page, 'De buurvrouw ruikt het ook')
  await colleague.reload()
  await shows(colleague, 'De buurvrouw ruikt het ook')
})

test('gas: they hang up, and are rung outside', async ({ page }) => {
  const { operator, ring } = await aNight()
  await page.setViewportSize(small)
  await atWork(page, operator)
  const keys = keysOf(page)
  const id = await ring()
  await takeFirst(page, id, keys)
  await keys.press('1')
  await shows(page, 'Gevaar: gaslucht. Zeg dit nu:')
  await whoAndWhere(page, keys)
  await asks(page, /Bent u nu buiten/)
  await isAboveBar(page, page.getByRole('button', { name: /^Weet niet/ }).last())
  await answer(page, keys, /Bent u nu buiten/, 'n')
  await isSound(page, 'question in danger')
  await page.locator('h1').click()
  await answer(page, keys, /Ruikt u het gas binnen/, 'j')
  await answer(page, keys, /Kunt u zelf naar buiten/, 'j')
  await asks(page, 'Gevaar')
  for (const size of [{ width: 1440, height: 900 }, small]) {
    await page.setViewportSize(size)
    await page.evaluate(() => window.scrollTo(0, 0))
    await isAboveBar(page, page.getByRole('button', { name: /Hang op/ }))
  }
  await isSound(page, 'danger with what to read out')
  await page.locator('h1').click()
  await keys.press('b')
  await page.waitForURL(/\/queue/)
  await isAlive(page)
  // The clock of three minutes, wound on.
  await asDue(operator, id)
  await expect(page.locator('[data-ringing="0"]')).toBeVisible()
  await page.locator('h1').click()
  await keys.press('Enter')
  await page.waitForURL(`**/contacts/${id}`)
  await isAlive(page)
  await asks(page, 'Bel nu: staat u buiten?')
  await isSound(page, 'outside')
  await page.locator('h1').click()
  await keys.press('j')
  await asks(page, 'Gevaar')
  await expect(page.getByRole('button', { name: /Hang op/ })).toHaveCount(0)
})

test('a kind no stands in the morning list of the corporation', async ({ page, browser }) => {
  const { corporation, operator, ring } = await aNight()
  await atWork(page, operator)
  const keys = keysOf(page)
  await takeFirst(page, await ring(), keys)
  await keys.press('n')
  await whoAndWhere(page, keys)
  await asks(page, 'Waar gaat het over?')
  await keys.type('kraan drupt')
  await keys.press('Enter')
  await answer(page, keys, /stopcontact, een lamp/, 'n')
  await answer(page, keys, /Blijft al het water/, 'j')
  await asks(page, 'Geen spoed')
  await shows(page, /De corporatie belt op (maan|dins|woens|donder|vrij)dag/)
  await shows(page, 'Ik vat het samen.')
  await isSound(page, 'a kind no, to be summed up')
  await page.locator('h1').click()
  await keys.press('k')
  await shows(page, 'Samenvatting klopt, zegt de beller')
  await isSound(page, 'a kind no')
  await expect(page.getByRole('radio', { name: 'Corporatie pakt het op' })).toBeChecked()
  await keys.press('Control+Enter')
  await page.waitForURL(/\/queue/)
  const morning = await (await browser.newContext()).newPage()
  await signIn(morning, await aColleague(corporation, 'coordinator', 'Karin de Groot'))
  await morning.goto('/nights')
  await shows(morning, /Lekkage/)
  await isSound(morning, 'the morning with a kind no')
})

test('whoever is locked out hears first what it costs; each state is sound and fits a small screen', async ({
  page,
}) => {
  const { operator, ring } = await aNight()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await atWork(page, operator)
  const keys = keysOf(page)
  await takeFirst(page, await ring(), keys)
  await isSound(page, 'danger')
  await keys.press('7')
  await shows(page, 'Gevaar: er kan iets vallen. Zeg dit nu:')
  await isSound(page, 'where')
  await whoAndWhere(page, keys)
  await page.getByText('Ander onderwerp').click()
  await page.getByLabel('In de woorden van de beller').fill('sleutel kwijt')
  await isSound(page, 'kind')
  await keys.press('Enter')
  await page.locator('h1').click()
  await answer(page, keys, /op het vuur/, 'n')
  await answer(page, keys, /snel binnenlaten/, 'n')
  await answer(page, keys, /veilig binnen wachten/, 'j')
  await answer(page, keys, /sleutel kwijt, of ligt/, 'j')
  await asks(page, 'Spoed, binnen 4 uur')
  await isSound(page, 'costs')
  await expect(page.getByRole('button', { name: 'Voorgelezen' })).toHaveCount(0)
  await expect(page.getByText('Stuur: slotenmaker')).toHaveCount(0)
  await page.locator('h1').click()
  await page.waitForTimeout(350)
  await keys.press('j')
  await shows(page, 'De beller gaat akkoord met de kosten.')
  await shows(page, 'Stuur: slotenmaker')
  await readOut(page, keys)
  await shows(page, 'u gaat akkoord met de kosten')
  await page.getByText('Klopt niet', { exact: true }).click()
  await page.getByLabel('Wat klopt wel?').fill('Zij staat bij de buren op nummer 14.')
  await page.getByRole('button', { name: 'Zo klopt het' }).click()
  await shows(page, 'Samenvatting verbeterd')
  await page.getByText('Anders beslissen').click()
  await page.getByLabel('Hoe snel?').selectOption('Geen spoed')
  await page.getByRole('button', { name: 'Zo doen wij het' }).click()
  await shows(page, 'Kies waarom het minder dringend is.')
  await page.getByLabel('Waarom minder dringend?').first().selectOption('De beller kan en wil wachten')
  await page.getByRole('button', { name: 'Zo doen wij het' }).click()
  await shows(page, 'Minder dringend gemaakt · door Yasmin Bakker · De beller kan en wil wachten')
  await shows(page, 'De melding blijft op Gevaar')
  await isSound(page, 'judged otherwise')
})

test('without script each step is a form', async ({ browser }) => {
  const { operator, ring } = await aNight()
  const id = await ring()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mailadres').fill(operator.email)
  await page.getByLabel('Wachtwoord').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/queue')
  await page.goto(`/contacts/${id}`)
  await page.getByRole('button', { name: 'Opnemen' }).click()
  await page
    .getByRole('button', { name: /Nee, geen gevaar/ })
    .first()
    .click()
  await page.getByRole('button', { name: /klopt/ }).click()
  await page.getByRole('button', { name: /Kan nu niet/ }).click()
  await page.getByRole('button', { name: 'Lekkage', exact: true }).click()
  await asks(page, /stopcontact, een lamp/)
  await page.getByRole('button', { name: /^Nee/ }).last().click()
  await asks(page, /Blijft al het water/)
  await page.getByRole('button', { name: /^Ja/ }).last().click()
  await asks(page, 'Geen spoed')
  // A step that is refused shows why, and what was typed still stands there.
  await page.getByText('Anders beslissen').click()
  await page.getByLabel('Hoe snel?').selectOption('Niets te doen')
  await page.locator('#override-words').fill('Zij belt zelf morgen.')
  await page.getByRole('button', { name: 'Zo doen wij het' }).click()
  await shows(page, 'Kies waarom het minder dringend is.')
  await expect(page.getByLabel('Hoe snel?')).toHaveValue('none')
  await expect(page.locator('#override-words')).toHaveValue('Zij belt zelf morgen.')
  await page.locator('#override-reason').selectOption('De beller kan en wil wachten')
  await page.getByRole('button', { name: 'Zo doen wij het' }).click()
  await shows(page, /Minder dringend gemaakt · door .* · De beller kan en wil wachten/)
  await page.getByRole('button', { name: /^Klopt/ }).click()
  await shows(page, 'Samenvatting klopt, zegt de beller')
})

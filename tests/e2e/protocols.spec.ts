import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type InHand, inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { setValue } from '#app/reference-values/set-value.server.ts'
import { valueKeys, valueTypeOf } from '#app/reference-values/value-keys.ts'
import { baseOf } from '#app/triage/base-protocols.ts'
import { verdictOf } from '#app/triage/engine.ts'
import { keepBaseProtocols } from '#app/triage/keep-base.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aSmallCampaign, type SmallCampaign } from './a-small-campaign.ts'
import { isAlive, open } from './alive.ts'
import { anOperator, signIn } from './people.ts'

const kind = 'water-leak'
let people: SmallCampaign

test.beforeAll(async () => {
  people = await aSmallCampaign('Spoedwonen')
  const { coordinator } = people
  const today = new Date().toISOString().slice(0, 10)
  const samples = { phone: '0162412233', amount: '7500', text: 'de opzichter' }
  for (const key of valueKeys)
    await setValue(coordinator, { key, fromOn: today, value: samples[valueTypeOf(key)] }, today)
  await aCallerOfYesterday(people)
})

/** Whose water had stopped, judged on the national protocol. */
async function aCallerOfYesterday({ coordinator, corporation }: SmallCampaign) {
  const operator = await anOperator(corporation, 'operator')
  const { body, baseHash } = baseOf(kind)
  const corporationId = coordinator.corporationId
  const contact = await aContact(operator, { corporationId, lineId: await aLine(corporationId), secondsAgo: 86_400 })
  await inScope(coordinator, (tx) => keepBaseProtocols(tx, [body]))
  const { answers, end } = Object.values(body.examples).find((one) => one.end === 'held') ?? { answers: {}, end: '' }
  const verdict = verdictOf(body, { answers, circumstances: [] })
  expect(verdict?.end).toBe(end)
  const inHand: InHand = { ...operator, corporationIds: [corporationId], corporationId }
  await inScope(inHand, (tx) =>
    tx.sql(sql`
      INSERT INTO triage_run (corporation_id, contact_id, kind, base_hash, started_by, answers, verdict, judged_at)
      VALUES (${corporationId}::int, ${contact}::uuid, ${kind}, ${baseHash}, ${operator.accountId}::uuid,
        ${JSON.stringify(answers)}::jsonb, ${JSON.stringify(verdict)}::jsonb, now())`),
  )
}

const isSound = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
}

test('an editor changes a rule, tries it, sees what would come out otherwise, and a second person publishes', async ({
  page,
}) => {
  await signIn(page, people.coordinator)
  await page.getByRole('link', { name: 'Protocollen' }).first().click()
  await page.getByRole('link', { name: 'Lekkage', exact: true }).click()
  await page
    .getByRole('link', { name: /^Regel 6/ })
    .first()
    .click()
  await page.getByLabel('Iemand is er binnen').fill('12')
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await expect(page.getByText('Opgeslagen in de versie in bewerking.')).toBeVisible()

  // An answer that leads to less help is red at once, before anything is kept.
  await page.getByRole('link', { name: /^Draai de hoofdkraan dicht/ }).click()
  const brief = page.getByRole('region', { name: 'Voorbeelden' }).getByRole('status')
  await expect(brief).toContainText('9 van 9 kloppen')
  await page.getByLabel('Wat komt er na Nee?').selectOption('down-the-drain')
  await expect(brief).toContainText('7 van 9 kloppen')
  await page.getByLabel('Wat komt er na Nee?').selectOption('bucket')
  await expect(brief).toContainText('9 van 9 kloppen')

  // The panel answers as the caller, on what is being changed; by keyboard.
  const tryIt = page.getByRole('region', { name: 'Probeer het' })
  for (const answer of ['Nee', 'Ja']) {
    await tryIt.getByRole('button', { name: answer, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await expect(tryIt.getByText('Regel 8,')).toBeVisible()

  await page.getByRole('link', { name: 'Publiceren', exact: true }).click()
  await expect(page.getByText(/vragen zijn met alle mogelijke antwoorden nagelopen/)).toBeVisible()
  await expect(page.getByText('Spoed, binnen 12 uur').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Gesprek bekijken' })).toHaveCount(1)
  await isSound(page)
  await page.getByRole('button', { name: 'Voorstellen om te publiceren' }).click()
  await expect(page.getByRole('heading', { name: 'Een ander publiceert dit' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nu publiceren' })).toHaveCount(0)

  await page.context().clearCookies()
  await signIn(page, people['contact-person'])
  await open(page, `/protocols/${kind}/publication`)
  await page.getByRole('button', { name: 'Nu publiceren' }).click()
  await expect(page.getByText('Vul dit in.').first()).toBeVisible()
  await page.getByLabel('Waarom wordt dit gepubliceerd?').fill('Een dag wachten is te lang.')
  await page.getByRole('button', { name: 'Nu publiceren' }).click()
  await expect(page.getByText('Versie 1 is gepubliceerd en geldt nu.')).toBeVisible()
  await page.getByRole('link', { name: 'Geschiedenis' }).click()
  await expect(page.getByText('Een dag wachten is te lang.')).toBeVisible()
})

test('what was typed is kept when somebody goes elsewhere, and saved without script too; on a small screen nothing sticks out', async ({
  page,
  browser,
}) => {
  await signIn(page, people.administrator)
  await page.setViewportSize({ width: 320, height: 700 })
  await open(page, '/protocols/no-water?at=words')
  await page.getByLabel('Woorden van bellers').fill('kraan droog\ngeen water')
  await page.getByRole('link', { name: 'Geschiedenis' }).click()
  await expect(page).toHaveURL(/history/)
  await expect(page.getByText('kraan droog, geen water')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)

  const bare = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  const plain = await bare.newPage()
  await plain.goto('/protocols/no-water?at=words')
  await plain.getByLabel('Woorden van bellers').fill('waterleiding stuk')
  await plain.getByRole('button', { name: 'Opslaan' }).click()
  await expect(plain.getByText('Opgeslagen in de versie in bewerking.')).toBeVisible()
  await bare.close()
  await page.reload()
  await isAlive(page)
  await expect(page.getByText('waterleiding stuk').first()).toBeVisible()
  await open(page, '/protocols')
  const cells = page.getByRole('row', { name: /^Gaslucht/ }).getByRole('cell', { includeHidden: true })
  await expect(cells.filter({ hasText: 'Landelijk' })).toBeVisible()
  await expect(cells.filter({ hasNotText: /\S/ })).toHaveCount(2)
  for (const empty of await cells.filter({ hasNotText: /\S/ }).all()) await expect(empty).toBeHidden()
})

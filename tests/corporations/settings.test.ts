import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { findSession, tokenOf } from '#app/accounts/sessions.server.ts'
import { createCampaign } from '#app/campaigns/create-campaign.server.ts'
import { action as create, loader as fresh } from '#app/campaigns/pages/new-campaign.tsx'
import { centsField, centsText } from '#app/core/cents-field.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { action, loader } from '#app/corporations/pages/settings.tsx'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { requestGesture } from '#app/gestures/request-gestures.server.ts'
import { encodeCriteria } from '#app/segments/encode-criteria.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let administrator: Actor
let coordinator: Actor
let caller: Actor

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  administrator = await anActor(corporation, { role: 'administrator' })
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller' })
})

type Handler = (args: { request: Request; params: object; context: object }) => unknown
const call = async (handler: unknown, request: Request) =>
  answerOf(async () => (handler as Handler)({ request, params: {}, context: {} }))

const filledIn = {
  name: 'De Nieuwe Linde',
  contactEmail: 'bellen@linde.example',
  gestureBudgetCents: '250',
  cardCents: '3,10',
  flowersCents: '27.5',
  idleMinutes: '15',
  'from-1[]': '10:00',
  'to-1[]': '12:30',
  onPublicHolidays: 'on',
}
const save = async (actor: Actor, fields: Record<string, string>) =>
  call(action, await posted(actor, '/settings', fields))

test('are changed by an administrator or a coordinator, and by nobody else', async () => {
  expect(await save(administrator, filledIn)).toEqual({ ok: true })
  expect(await call(loader, await signedIn(coordinator, '/settings'))).toMatchObject({
    settings: {
      name: 'De Nieuwe Linde',
      contactEmail: 'bellen@linde.example',
      gestureBudgetCents: 25_000,
      cardCents: 310,
      flowersCents: 2_750,
      idleMinutes: 15,
    },
    policy: { windows: { 1: [{ from: '10:00', to: '12:30' }] }, onPublicHolidays: true, maxAttempts: 3 },
  })
  for (const handler of [loader, action])
    expect(await call(handler, await posted(caller, '/settings', filledIn))).toMatchObject({ status: 403 })
  const [written] = await asSuperuser<{ details: { fields: string[] } }>(
    `SELECT details FROM audit_event WHERE action = 'corporation:changed' AND corporation_id = $1`,
    [administrator.corporationId],
  )
  expect(written?.details.fields).toContain('cardCents')
})

test.each([
  [{ name: ' ' }, { name: 'required' }],
  [{ contactEmail: 'geen adres' }, { contactEmail: 'email' }],
  [{ cardCents: '' }, { cardCents: 'positive-amount' }],
  [{ flowersCents: 'tien' }, { flowersCents: 'amount' }],
  [{ idleMinutes: '2' }, { idleMinutes: 'too-low' }],
  [{ 'from-1[]': '' }, { 'windows.1.0.from': 'time' }],
])('refuse %j', async (change, errors) => {
  expect(await save(coordinator, { ...filledIn, ...change })).toMatchObject({ data: { ok: false, errors } })
})

test('a new campaign begins with them, and its budget can be another', async () => {
  await save(administrator, filledIn)
  expect(await call(fresh, await signedIn(coordinator, '/campaigns/new'))).toMatchObject({ budgetCents: 25_000 })
  const fields = {
    criteria: encodeCriteria({ all: [] }),
    name: 'Belactie',
    purpose: 'Weten hoe het gaat',
    legalBasis: 'legitimate-interest',
    reasonToCall: 'We vragen hoe het gaat.',
  }
  const made = async (budgetCents: string) => {
    const answer = await call(
      create,
      await posted(coordinator, '/campaigns/new', { ...fields, key: uuidV7(), budgetCents }),
    )
    const id = (answer as Response).headers.get('Location')?.split('/')[2]
    return (
      await asSuperuser<Record<string, unknown>>('SELECT budget_cents, policy FROM campaign WHERE id = $1', [id])
    )[0]
  }
  expect(await made('99,50')).toMatchObject({
    budget_cents: 9_950,
    policy: { windows: { 1: [{ from: '10:00', to: '12:30' }] }, onPublicHolidays: true },
  })
  expect(await made('')).toMatchObject({ budget_cents: null })
  const refused = await call(
    create,
    await posted(coordinator, '/campaigns/new', { ...fields, key: uuidV7(), budgetCents: 'veel' }),
  )
  expect(refused).toMatchObject({ data: { errors: { budgetCents: 'amount' } } })
})

test('a card costs what it cost when it was asked for', async () => {
  const tenant = await aTenant(coordinator)
  const ask = (kind: 'card' | 'flowers') =>
    inScope(coordinator, async (tx) =>
      requestGesture(tx, coordinator, {
        sealer: await sealerFor(tx, coordinator.corporationId),
        input: { tenantId: tenant.id, kind, text: 'Beterschap' },
      }),
    )
  await save(administrator, filledIn)
  const ids = [await ask('card'), await ask('flowers')]
  await save(administrator, { ...filledIn, cardCents: '4' })
  ids.push(await ask('card'))
  const rows = await asSuperuser<{ price_cents: number }>(
    'SELECT price_cents FROM gesture WHERE id = ANY($1) ORDER BY array_position($1, id)',
    [ids],
  )
  expect(rows.map((row) => row.price_cents)).toEqual([310, 2_750, 400])
})

test('a session that lies idle longer than they allow has ended', async () => {
  await save(administrator, filledIn)
  const token = tokenOf(await signedIn(caller, '/')) ?? ''
  const idle = (minutes: number) =>
    asSuperuser(
      `UPDATE session SET last_seen_at = clock_timestamp() - make_interval(mins => $2) WHERE account_id = $1 AND ended_at IS NULL`,
      [caller.accountId, minutes],
    )
  await idle(14)
  expect(await findSession(token)).toMatchObject({ accountId: caller.accountId })
  await idle(16)
  expect(await findSession(token)).toBeNull()
})

test.each([
  ['25', 2_500, '25'],
  ['2,5', 250, '2,50'],
  [' 2.05 ', 205, '2,05'],
  ['', null, ''],
])('an amount %j is %s cents', (text, cents, shown) => {
  expect(centsField.parse(text)).toBe(cents)
  expect(centsText(cents)).toBe(shown)
})

test.each(['-1', '1,234', '1e3', '12345678', '€ 5', '2000000'])('%j is no amount', (text) => {
  expect(centsField.safeParse(text).success).toBe(false)
})

test('nothing is said of them to a campaign that was made before', async () => {
  const { policy } = (await call(loader, await signedIn(coordinator, '/settings'))) as { policy: never }
  const made = await createCampaign(coordinator, uuidV7(), {
    name: 'Eerder',
    purpose: '',
    legalBasis: '',
    reasonToCall: '',
    criteria: { all: [] },
    script: [],
    policy,
    budgetCents: 1_000,
  })
  const id = made.ok ? made.campaignId : ''
  await save(administrator, { ...filledIn, gestureBudgetCents: '5', 'to-1[]': '18:00' })
  const [row] = await asSuperuser('SELECT budget_cents, policy FROM campaign WHERE id = $1', [id])
  expect(row).toMatchObject({ budget_cents: 1_000, policy })
})

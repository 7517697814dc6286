import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Actor, DeskActor } from '#app/accounts/authorize.server.ts'
import { contactEndings, contactStates, urgencies } from '#app/contacts/contact.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { endContract } from '#app/desks/desks.server.ts'
import { waitsForOffice } from '#app/nights/for-office.ts'
import { listFromBefore, listNight } from '#app/nights/night-contacts.server.ts'
import { nightBefore, nightWindow } from '#app/nights/night-window.ts'
import { action as acknowledge } from '#app/nights/pages/acknowledgement.tsx'
import { loader as contactPage } from '#app/nights/pages/night-contact.tsx'
import { loader as nightFile } from '#app/nights/pages/night-file.tsx'
import { loader as nightsPage } from '#app/nights/pages/nights.tsx'
import { action as takeBack } from '#app/nights/pages/reversal.tsx'
import { readNightCard } from '#app/nights/today-card.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'
import { aNightContact } from './a-night.ts'

let linde: Corporation
let cora: Actor
let els: Actor
let operator: DeskActor
let place: { corporationId: number; lineId: string }
const zone = 'Europe/Amsterdam'
// The last one that is over, at whatever hour this runs.
const last = nightWindow(usualOfficeHours, zone, new Date())
const night = last.until <= new Date() ? last : nightBefore(usualOfficeHours, zone, last)
const before = nightBefore(usualOfficeHours, zone, night)
const inTheMorning = new Date(night.until.getTime() + 3_600_000)
/** So many minutes after the office closed. */
const into = (minutes: number, { from } = night) => new Date(from.getTime() + minutes * 60_000)
const inFiveMinutes = { answered_at: into(5.2), state: 'closed', closed_at: into(9) }

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  cora = await anActor(linde, { name: 'Cora Dinator' })
  els = await anActor(linde, { name: 'Els Bakker' })
  operator = await aDeskActor(await aDesk([linde]), { corporations: [linde] })
  place = { corporationId: linde.id, lineId: await aLine(linde.id) }
})

const call = (handler: unknown, request: Request, params = {}) =>
  answerOf(() => (handler as (args: LoaderFunctionArgs) => Promise<unknown>)({ request, params, context: {} as never }))
type Shown = Awaited<ReturnType<typeof nightsPage>>
const page = async (actor: Actor, query = '') =>
  (await call(nightsPage, await signedIn(actor, `/nights?from=${dateIn(zone, night.from)}${query}`))) as Shown
const booked = (id: string) =>
  asSuperuser<{ action: string; account_id: string }>(
    'SELECT action, account_id FROM audit_event WHERE subject_id = $1 ORDER BY at, id',
    [id],
  )

test('all of the night in order, and on top what the office must see; figures open their own contacts', async () => {
  const lost = { fell_away: 'abandoned', answered_at: null, state: 'closed' }
  const ids = [
    await aNightContact(operator, place, { ...inFiveMinutes, at: into(5), kind: 'water-leak', outcome: 'solved' }),
    await aNightContact(operator, place, { ...inFiveMinutes, at: into(3), outcome: 'for-office', kind: 'rent' }),
    await aNightContact(operator, place, {
      ...lost,
      at: into(10),
      ended_at: into(11),
      closed_at: into(11),
      outcome: 'no-number',
      is_hidden: true,
    }),
    await aNightContact(operator, place, {
      at: into(20),
      state: 'call-back',
      due_at: into(22),
      ended_at: into(21),
      fell_away: 'abandoned',
      owner_id: operator.accountId ?? '',
      phone: '+31501234567',
    }),
    await aNightContact(operator, place, {
      ...inFiveMinutes,
      at: into(4),
      is_danger: true,
      urgency: 0,
      outcome: 'passed-on',
    }),
  ]
  await aNightContact(operator, place, { ...inFiveMinutes, at: into(-1), outcome: 'solved' })
  const shown = await page(cora)
  const order = [ids[1], ids[4], ids[0], ids[2], ids[3]]
  expect(shown.rows.map(({ id }) => id)).toEqual(order)
  expect(shown.first.map(({ id, reasons }) => [id, reasons])).toEqual([
    [ids[4], ['danger']],
    [ids[1], ['for-office']],
    [ids[2], ['missed']],
    [ids[3], ['call-back']],
  ])
  expect(shown.figures).toMatchObject({
    contacts: 5,
    calls: 5,
    answered: 3,
    missed: 2,
    'answered-in-time': 1,
    longestWaitMs: 132_000,
  })
  expect(shown.rows.at(-1)).toMatchObject({ owner: 'Yasmin Bakker', phone: { text: '050 123 4567' }, isOverdue: true })
  const of = async (view: string) => (await page(cora, `&show=${view}`)).rows.map(({ id }) => id)
  expect(await of('missed')).toEqual([ids[2], ids[3]])
  expect(await of('longest')).toEqual([ids[1]])
  expect(await of('answered-in-time')).toEqual([ids[0]])
  expect(await of('for-office')).toEqual([ids[1], ids[4], ids[2], ids[3]])
})

test('somebody takes it up by name, one more is all of it, and one press undoes what they did', async () => {
  const given = { ...inFiveMinutes, outcome: 'for-office' }
  const ids = [
    await aNightContact(operator, place, { ...given, at: into(4) }),
    await aNightContact(operator, place, { ...given, at: into(5) }),
  ]
  const take = async (actor: Actor, contacts: string[]) =>
    (await call(acknowledge, await posted(actor, '/nights/acknowledgement', { 'contact[]': contacts }))) as Response
  await take(els, [ids[0] as string])
  const said = new URL((await take(cora, ids)).headers.get('Location') ?? '', 'http://x').searchParams
  expect(said.get('done')).toBe('1')
  const { first, rows } = await page(cora)
  expect(first).toEqual([])
  expect(rows.map(({ seen }) => seen?.by)).toEqual(['Els Bakker', 'Cora Dinator'])
  await call(takeBack, await posted(cora, '/nights/reversal', { at: said.get('at') ?? '' }))
  expect((await page(cora)).first.map(({ id }) => id)).toEqual([ids[1]])
  await call(takeBack, await posted(cora, '/nights/reversal', { contact: ids[0] as string }))
  expect((await page(cora)).first).toHaveLength(2)
  expect((await booked(ids[0] as string)).map(({ action, account_id }) => [action, account_id])).toEqual([
    ['contact:acknowledged', els.accountId],
    ['contact:acknowledgement-undone', cora.accountId],
  ])
})

test('what was taken up while the desk was still at it comes back when it ends in nothing', async () => {
  const id = await aNightContact(operator, place, { at: into(5), state: 'call-back', due_at: into(7) })
  await call(acknowledge, await posted(cora, '/nights/acknowledgement', { 'contact[]': id }))
  expect((await page(cora)).first).toEqual([])
  const later = new Date(Date.now() + 1_000)
  await asSuperuser(
    "UPDATE desk_contact SET state = 'closed', due_at = NULL, closed_at = $2, outcome = 'not-reached' WHERE id = $1",
    [id, later],
  )
  const { first } = await page(cora)
  expect(first.map(({ seen, reasons }) => [seen?.isLast, reasons])).toEqual([[false, ['not-reached']]])
})

test('what nobody took up stays on top the next days, and on Vandaag', async () => {
  await aNightContact(operator, place, {
    ...inFiveMinutes,
    at: into(5, before),
    closed_at: into(9, before),
    answered_at: into(5, before),
    outcome: 'for-office',
  })
  await aNightContact(operator, place, { ...inFiveMinutes, at: into(4), outcome: 'solved' })
  const shown = await page(cora)
  expect([shown.first.length, shown.fromBefore, shown.rows.length]).toEqual([1, 1, 1])
  const card = await inScope(cora, (tx) => readNightCard(tx, cora, inTheMorning))
  expect(card).toMatchObject({ contacts: 1, forOffice: 0, before: 1 })
  const earlier = (await call(nightsPage, await signedIn(cora, `/nights?from=${shown.night.before}`))) as Shown
  expect([earlier.first.length, earlier.fromBefore, earlier.night.after]).toEqual([1, 0, shown.night.on])
})

test('SQL and the rule in memory say the same of every contact', async () => {
  const now = Date.now()
  const given = contactStates.flatMap((state) =>
    [null, ...contactEndings].flatMap((outcome) =>
      [null, true, false].flatMap((is_danger) =>
        [urgencies.danger, urgencies.general].map((urgency) => ({ state, outcome, is_danger, urgency })),
      ),
    ),
  )
  const seen = [null, -1, 1].flatMap((seconds) => given.map((row) => ({ ...row, seconds })))
  await aNightContact(operator, place, { at: into(5, before) })
  const from = into(5, before)
  await asSuperuser(
    `INSERT INTO desk_contact (corporation_id, desk_id, line_id, channel, arrived_at, state, outcome, is_danger, urgency, due_at, closed_at, acknowledged_at)
     SELECT c.corporation_id, c.desk_id, c.line_id, 'phone', c.arrived_at, r.state, r.outcome, r.is_danger, r.urgency,
       CASE WHEN r.state = 'call-back' THEN now() END, CASE WHEN r.state = 'closed' THEN $2::timestamptz END,
       CASE WHEN r.seconds IS NOT NULL THEN $2::timestamptz + r.seconds * interval '1 second' END
     FROM desk_contact c, jsonb_to_recordset($1::jsonb) AS r (state text, outcome text, is_danger boolean, urgency int, seconds int)`,
    [JSON.stringify(seen), new Date(now)],
  )
  const all = await inScope(cora, (tx) => listNight(tx, cora, { from, until: into(6, before) }))
  const waiting = all.filter(waitsForOffice).map(({ id }) => id)
  expect([all.length, waiting.length > 200]).toEqual([seen.length + 1, true])
  const rows = await inScope(cora, (tx) =>
    tx.sql<{ n: number }>({ text: 'SELECT count(*)::int AS n FROM desk_contact', values: [] }),
  )
  expect(rows[0]?.n).toBe(all.length)
  const found: string[] = []
  // A page of it holds at most 200: so by hundreds of the same moment, one second apart.
  await asSuperuser(
    "UPDATE desk_contact SET arrived_at = arrived_at + n * interval '1 second' FROM (SELECT id AS of, (row_number() OVER () / 100) AS n FROM desk_contact) x WHERE x.of = id",
  )
  for (let part = 0; part * 100 <= all.length; part++) {
    const until = new Date(from.getTime() + (part + 1) * 1_000)
    const some = await inScope(cora, (tx) => listFromBefore(tx, cora, { from: until }))
    found.push(...some.map(({ id }) => id))
    await asSuperuser('UPDATE desk_contact SET arrived_at = $1 WHERE id = ANY($2)', [
      into(60 * 24 * 400),
      some.map(({ id }) => id),
    ])
  }
  expect(new Set(found)).toEqual(new Set(waiting))
})

test('what was written is opened by whoever may, and each time is in the log; of another corporation it is not there', async () => {
  const { id: tenantId } = await aTenant(systemScope(linde.id), { lastName: 'Bakker' })
  const id = await aNightContact(operator, place, {
    ...inFiveMinutes,
    at: into(5),
    notes: 'De kelder staat onder water.',
    tenant_id: tenantId,
    answered_by: operator.accountId ?? '',
  })
  const open = async (actor: Actor) =>
    call(contactPage, await signedIn(actor, `/nights/contacts/${id}`), { contactId: id })
  expect(await open(cora)).toMatchObject({
    notes: 'De kelder staat onder water.',
    contact: { by: 'Yasmin Bakker', tenant: { id: tenantId, lastName: 'Bakker' } },
  })
  await open(els)
  expect((await booked(id)).map(({ action }) => action)).toEqual(['contact:opened', 'contact:opened'])
  const stranger = await anActor(await aCorporation())
  expect(await open(stranger)).toMatchObject({ status: 404 })
  expect((await page(stranger)).rows).toEqual([])
  await call(acknowledge, await posted(stranger, '/nights/acknowledgement', { 'contact[]': id }))
  expect((await page(cora)).rows.map(({ seen }) => seen)).toEqual([null])
})

test.each(['administrator', 'caller', 'reader'] as const)(
  'the night is not for a %s, nor for the desk',
  async (role) => {
    const actor = await anActor(linde, { role })
    for (const who of [actor, operator])
      for (const [handler, path] of [
        [nightsPage, '/nights'],
        [nightFile, '/nights/file'],
      ] as const)
        expect(await call(handler, await signedIn(who, path))).toMatchObject({ status: 403 })
  },
)

test('a desk that serves the corporation no longer leaves its nights to it, with who answered', async () => {
  const id = await aNightContact(operator, place, {
    ...inFiveMinutes,
    at: into(5),
    outcome: 'solved',
    answered_by: operator.accountId ?? '',
  })
  await endContract(systemScope(linde.id), operator.deskId)
  expect((await page(cora)).rows).toMatchObject([{ id, desk: 'Meldkamer Noord', by: 'Yasmin Bakker' }])
})

test('a corporation reads who works for its desks, and for no other', async () => {
  const other = await aDeskActor(await aDesk([await aCorporation()]), { name: 'Sem de Boer' })
  const names = await inScope(cora, (tx) =>
    tx.sql<{ name: string }>({
      text: 'SELECT name FROM account WHERE id = ANY($1::uuid[])',
      values: [[operator.accountId, other.accountId]],
    }),
  )
  expect(names).toEqual([{ name: 'Yasmin Bakker' }])
})

test('a quiet night says so, and a night while it lasts is so far', async () => {
  expect(await page(cora)).toMatchObject({ rows: [], first: [], figures: { contacts: 0 } })
  expect(await inScope(cora, (tx) => readNightCard(tx, cora, inTheMorning))).toBeNull()
  vi.useFakeTimers({ now: into(30, before), toFake: ['Date'] })
  try {
    expect((await page(cora)).night).toMatchObject({ isOver: false, from: before.from.toISOString(), after: null })
  } finally {
    vi.useRealTimers()
  }
})

test('the file of a night has its contacts and not what was written; that it went out is in the log', async () => {
  await aNightContact(operator, place, {
    ...inFiveMinutes,
    at: into(5),
    kind: 'water-leak',
    outcome: 'partner-sent',
    agreed: 'somebody-comes',
    notes: 'geheim',
    phone: '=1+1',
  })
  const answer = (await call(
    nightFile,
    await signedIn(cora, `/nights/file?from=${dateIn(zone, night.from)}`),
  )) as Response
  const text = await answer.text()
  expect(text).toMatch(/;Telefoon;Lekkage;;Er is iemand gestuurd;Er komt iemand;/)
  expect(text).not.toContain('geheim')
  expect(text).toContain("'=1+1")
  const lines = await asSuperuser<{ details: object }>(
    "SELECT details FROM audit_event WHERE action = 'night:exported'",
  )
  expect(lines).toEqual([{ details: { contacts: 1 } }])
})

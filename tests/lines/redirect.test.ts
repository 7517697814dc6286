import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { loader as handPage } from '#app/desks/pages/corporation-in-hand.tsx'
import { loader as linePage, action as linePost } from '#app/desks/pages/line-in-hand.tsx'
import { action as switchDelete } from '#app/desks/pages/line-switch-in-hand.tsx'
import { addHours, addLine, switchBack, switchLine } from '#app/lines/lines.server.ts'
import { loader as switchesPage } from '#app/lines/pages/line-switches.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let linde: Corporation
let eik: Corporation
let coordinator: Actor
let night: Desk
let day: Desk
let supervisor: DeskActor
let operator: DeskActor
/** Answered by the night desk. */
let lineId: string
/** Answered by the other desk alone. */
let otherLineId: string

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  coordinator = await anActor(linde, { name: 'Coen Dekker' })
  night = await aDesk([linde, eik])
  day = await aDesk([linde], { name: 'Contactcentrum' })
  supervisor = await aDeskActor(night, { corporations: [linde, eik], role: 'supervisor', name: 'Ruud Hermans' })
  operator = await aDeskActor(night, { corporations: [linde, eik] })
})

let count = 0
async function aLine(deskId: number) {
  const added = await addLine(coordinator, { name: `Lijn ${count++}`, kind: 'general' })
  if (!added.ok) throw new Error(added.reason)
  await addHours(coordinator, added.id, {
    days: ['1', '2', '3', '4', '5', '6', '7'],
    opens: '00:00',
    closes: '00:00',
    deskId,
  })
  return added.id
}
beforeEach(async () => {
  ;[lineId, otherLineId] = [await aLine(night.id), await aLine(day.id)]
})

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} as never })
const params = (line = lineId) => ({ corporationId: String(linde.id), lineId: line })
const press = async (who: DeskActor, fields: Record<string, string>, line = lineId) =>
  answerOf(async () => linePost(args(await posted(who, '/x', fields), params(line))))
const atHand = async (who: DeskActor) => handPage(args(await signedIn(who, '/x'), params()))
const toDay = () => ({ kind: 'redirected', until: null, deskId: day.id }) as const

test('a supervisor sends a line on to who else answers, sees who did it when, and takes it back with one press', async () => {
  const { desks } = await linePage(args(await signedIn(supervisor, '/x'), params()))
  expect(desks.map(({ label }) => label).sort()).toEqual(['Contactcentrum', night.name].sort())
  expect(await press(supervisor, { kind: 'redirected', deskId: String(day.id) })).toMatchObject({ status: 302 })
  const { lines, switches } = await atHand(operator)
  expect(lines.find(({ id }) => id === lineId)).toMatchObject({ holds: { state: 'open', desk: 'Contactcentrum' } })
  expect(switches).toMatchObject([
    { lineId, kind: 'redirected', desk: 'Contactcentrum', by: 'Ruud Hermans', from: expect.any(Date), mayEnd: false },
  ])
  const atCorporation = await switchesPage(args(await signedIn(coordinator, '/x'), { lineId }))
  expect(atCorporation.switches).toMatchObject([{ by: night.name, mayEnd: true }])
  const switchId = switches[0]?.id ?? ''
  const end = (who: DeskActor) =>
    answerOf(async () => switchDelete(args(await signedIn(who, '/x', { method: 'DELETE' }), { ...params(), switchId })))
  expect(await end(operator)).toMatchObject({ status: 403 })
  const ended = (await end(supervisor)) as Response
  const back = new URL(ended.headers.get('Location') ?? '', 'http://localhost')
  expect(back.pathname).toBe(`/desk/corporations/${linde.id}/lines/${lineId}`)
  const offered = await linePage(args(await signedIn(supervisor, back.pathname + back.search), params()))
  expect(offered.ended).toMatchObject({ kind: 'redirected', desk: 'Contactcentrum' })
  expect((await atHand(supervisor)).switches).toEqual([])
  const book = await asSuperuser(
    'SELECT action, details, account_id FROM audit_event WHERE subject_id = $1 ORDER BY at OFFSET 2',
    [lineId],
  )
  expect(book).toEqual([
    {
      action: 'line:switched',
      details: { kind: 'redirected', until: null, to: day.id, desk: night.id },
      account_id: supervisor.accountId,
    },
    { action: 'line:switched-back', details: { desk: night.id }, account_id: supervisor.accountId },
  ])
})

test('closing asks whether it is sure, and an operator may send nothing on', async () => {
  expect(await press(supervisor, { kind: 'closed' })).toMatchObject({ data: { errors: { isSure: 'confirm-closed' } } })
  expect(await press(supervisor, { kind: 'closed', isSure: 'on' })).toMatchObject({ status: 302 })
  expect((await atHand(supervisor)).lines.find(({ id }) => id === lineId)?.holds.state).toBe('closed')
  expect(await press(operator, { kind: 'outage' })).toMatchObject({ status: 403 })
  expect((await atHand(operator)).lines.map(({ mayRedirect }) => mayRedirect)).not.toContain(true)
})

test('a desk changes no line that it does not answer, and ends nothing that the corporation switched', async () => {
  const held = inHand(supervisor, linde.id)
  expect(await press(supervisor, { kind: 'outage' }, otherLineId)).toMatchObject({ status: 404 })
  expect(await switchLine(held, otherLineId, toDay())).toEqual({ ok: false, reason: 'not-found' })
  const stranger = await aDesk([eik], { name: 'Meldkamer Zuid' })
  expect(await switchLine(held, lineId, { ...toDay(), deskId: stranger.id })).toMatchObject({
    reason: 'desk-does-not-serve',
  })
  await switchLine(coordinator, lineId, { kind: 'outage', until: null, deskId: null })
  const { switches } = await atHand(supervisor)
  const own = switches.find((row) => row.lineId === lineId)
  expect(own).toMatchObject({ by: linde.name, mayEnd: false })
  expect(await switchBack(held, lineId, own?.id ?? '')).toBe(null)
})

const insert = (line: string, by: DeskActor) => `
  INSERT INTO line_switch (corporation_id, line_id, kind, from_at, operator_desk_id, operator_id)
  VALUES (${linde.id}, '${line}', 'outage', now(), ${by.deskId}, '${by.accountId}')`
const answered = `CREATE POLICY answered ON line_switch AS RESTRICTIVE FOR INSERT TO rondbel_desk WITH CHECK (
  corporation_id = (SELECT app_one_corporation()) AND operator_desk_id = (SELECT app_desk()) AND operator_id = (SELECT app_account()) AND EXISTS (
    SELECT FROM line_hours h WHERE h.corporation_id = line_switch.corporation_id AND h.line_id = line_switch.line_id AND h.desk_id = (SELECT app_desk())))`
const ownSwitch = `CREATE POLICY own_switch ON line_switch AS RESTRICTIVE FOR UPDATE TO rondbel_desk USING (
  corporation_id = (SELECT app_one_corporation()) AND operator_desk_id = (SELECT app_desk()))`

test('the database itself keeps a desk to the lines it answers, with one corporation in hand, in its own name', async () => {
  const ask = (scope: Parameters<typeof inScopeSql>[0], text: string) =>
    inScopeSql(scope, (tx) => tx.sql({ text, values: [] }))
  const held = inHand(supervisor, linde.id)
  const refused: [Parameters<typeof inScopeSql>[0], string][] = [
    [held, insert(otherLineId, supervisor)],
    [supervisor, insert(lineId, supervisor)],
    [held, insert(lineId, operator)],
  ]
  for (const [scope, statement] of refused) await expect(ask(scope, statement)).rejects.toThrow(/row-level security/)
  await ask(held, insert(lineId, supervisor))
  await asSuperuser('DROP POLICY answered ON line_switch')
  try {
    for (const [scope, statement] of refused) await ask(scope, statement)
  } finally {
    await asSuperuser(answered)
  }
  await switchLine(coordinator, lineId, { kind: 'outage', until: null, deskId: null })
  const endAll = `UPDATE line_switch SET until_at = now() WHERE line_id = '${lineId}' AND operator_id IS NULL RETURNING 1`
  expect(await ask(held, endAll)).toEqual([])
  await asSuperuser('DROP POLICY own_switch ON line_switch')
  try {
    expect(await ask(held, endAll)).toHaveLength(1)
  } finally {
    await asSuperuser(ownSwitch)
  }
  await expect(ask(held, `UPDATE line_switch SET kind = 'closed'`)).rejects.toMatchObject({ code: '42501' })
  await expect(ask(held, 'DELETE FROM line_switch')).rejects.toMatchObject({ code: '42501' })
})

test('whom else a corporation lets answer, a desk knows only with that one in hand', async () => {
  const names = async (scope: Parameters<typeof inScopeSql>[0]) =>
    (await inScopeSql(scope, (tx) => tx.sql<{ name: string }>({ text: 'SELECT name FROM desk', values: [] })))
      .map(({ name }) => name)
      .sort()
  expect(await names(supervisor)).toEqual([night.name])
  expect(await names(inHand(supervisor, linde.id))).toEqual(['Contactcentrum', night.name].sort())
})

test('pressed twice it is switched once, so that one press takes it back', async () => {
  const closed = { kind: 'closed', until: null, deskId: null } as const
  const inHandOf = inHand(supervisor, linde.id)
  await Promise.all([1, 2, 3].map(() => switchLine(coordinator, lineId, closed)))
  await Promise.all([1, 2, 3].map(() => switchLine(inHandOf, lineId, toDay())))
  const rows = () =>
    asSuperuser<{ id: string; kind: string }>(
      'SELECT id, kind FROM line_switch WHERE line_id = $1 AND until_at IS NULL ORDER BY from_at',
      [lineId],
    )
  expect((await rows()).map(({ kind }) => kind)).toEqual(['closed', 'redirected'])
  // What another said is another decision, also when it comes to the same.
  await switchLine(coordinator, lineId, toDay())
  await switchLine(coordinator, lineId, closed)
  expect((await rows()).map(({ kind }) => kind)).toEqual(['closed', 'redirected', 'redirected', 'closed'])
  for (const { id } of await rows()) await switchBack(coordinator, lineId, id)
  await switchLine(coordinator, lineId, closed)
  expect(await rows()).toHaveLength(1)
})

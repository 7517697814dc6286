import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor, DeskActor } from '#app/accounts/authorize.server.ts'
import { inScope, inScopeSql, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { type Desk, endContract } from '#app/desks/desks.server.ts'
import { loader as inHandPage } from '#app/desks/pages/corporation-in-hand.tsx'
import { addHours, addLine, findLine, type HoursInput, listLines, removeHours } from '#app/lines/lines.server.ts'
import { loader as linePage, action as linePost } from '#app/lines/pages/line.tsx'
import { action as hoursDelete } from '#app/lines/pages/line-hours.tsx'
import { action as publication } from '#app/lines/pages/line-publication.tsx'
import { action as switchDelete } from '#app/lines/pages/line-switch.tsx'
import { loader as switchPage, action as switchPost } from '#app/lines/pages/line-switches.tsx'
import { loader as linesPage, action as linesPost } from '#app/lines/pages/lines.tsx'
import { loader as publicPage } from '#app/requests/pages/public-line.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let corporation: Corporation
let actor: Actor
let desk: Desk
let operator: DeskActor
let lineId: string

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  actor = await anActor(corporation)
  desk = await aDesk([corporation])
  operator = await aDeskActor(desk, { corporations: [corporation] })
})
let count = 0
beforeEach(async () => {
  const answer = await addLine(actor, { name: `Spoed ${count++}`, kind: 'urgent-repairs' })
  if (!answer.ok) throw new Error(answer.reason)
  lineId = answer.id
})

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} as never })
const everyDay = ['1', '2', '3', '4', '5', '6', '7']
const night = (days = everyDay) => ({ days, opens: '17:00', closes: '08:00', deskId: desk.id }) satisfies HoursInput
const hoursOf = async () => (await inScope(actor, (tx) => findLine(tx, actor, lineId)))?.hours ?? []
const post = async (fields: Record<string, string | string[]>) =>
  linePost(args(await posted(actor, `/settings/lines/${lineId}`, fields), { lineId }))

test('a line is added by name once, and stands in the list with what holds now', async () => {
  const added = await linesPost(args(await posted(actor, '/settings/lines', { name: ' Kletslijn ', kind: 'chat' })))
  expect(added).toMatchObject({ status: 302 })
  const again = await linesPost(args(await posted(actor, '/settings/lines', { name: 'Kletslijn', kind: 'chat' })))
  expect(again).toMatchObject({ data: { errors: { name: 'name-taken' } } })
  const { lines } = await linesPage(args(await signedIn(actor, '/settings/lines')))
  expect(lines.find(({ name }) => name === 'Kletslijn')).toMatchObject({ kind: 'chat', holds: { state: 'unknown' } })
})

test('hours are written for several days at once, all or none', async () => {
  expect(await addHours(actor, lineId, night(['1', '2']))).toEqual({ ok: true, added: 2 })
  expect(await addHours(actor, lineId, night(['3', '2']))).toEqual({ ok: false, reason: 'overlaps', day: '2' })
  expect((await hoursOf()).map(({ day }) => day)).toEqual(['1', '2'])
  const closed: HoursInput = { days: ['2026-12-25'], opens: null, closes: null, deskId: null }
  expect(await addHours(actor, lineId, closed)).toEqual({ ok: true, added: 1 })
  expect(await addHours(actor, lineId, night(['2026-12-25']))).toMatchObject({ reason: 'closed-that-day' })
  expect(await addHours(actor, lineId, { ...closed, days: ['1'] })).toMatchObject({ reason: 'overlaps' })
})

test('two who write the same hours at the same moment write them once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => addHours(actor, lineId, night())))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await hoursOf()).toHaveLength(7)
})

test('only a desk that the corporation lets answer can be written down', async () => {
  const stranger = await aDesk([])
  expect(await addHours(actor, lineId, { ...night(), deskId: stranger.id })).toMatchObject({
    reason: 'desk-does-not-serve',
  })
  const left = await aDesk([corporation])
  await endContract(systemScope(corporation.id), left.id)
  expect(await addHours(actor, lineId, { ...night(), deskId: left.id })).toMatchObject({
    reason: 'desk-does-not-serve',
  })
})

test('the form takes hours, an own day and a closed day, and says what is lacking', async () => {
  const times = { opens: '08:00', closes: '17:00', deskId: String(desk.id) }
  expect(await post({ 'days[]': ['1', '2'], ...times })).toMatchObject({ status: 302 })
  expect(await post({ 'days[]': [], date: '2026-12-24', isClosed: 'on' })).toMatchObject({ status: 302 })
  expect((await hoursOf()).map(({ day, opens }) => [day, opens])).toEqual([
    ['1', '08:00'],
    ['2', '08:00'],
    ['2026-12-24', null],
  ])
  const refused: [Record<string, string | string[]>, object][] = [
    [{ ...times }, { days: 'days' }],
    [{ 'days[]': ['9'], ...times }, { 'days.0': 'days' }],
    [{ 'days[]': ['3'], ...times, opens: '24:00' }, { opens: 'time' }],
    [{ 'days[]': ['3'], ...times, deskId: '' }, { deskId: 'desk' }],
    [{ 'days[]': ['1'], ...times }, { days: 'overlaps' }],
  ]
  for (const [fields, errors] of refused) expect(await post(fields)).toMatchObject({ data: { errors } })
})

test('what holds on a day in December at three at night answers itself, with its reason', async () => {
  await addHours(actor, lineId, night())
  await addHours(actor, lineId, { days: ['holiday'], opens: '08:00', closes: '08:00', deskId: desk.id })
  const ask = async (query: string) =>
    linePage(args(await signedIn(actor, `/settings/lines/${lineId}?${query}`), { lineId }))
  const { holds, asked } = await ask('date=2026-12-27&time=03%3A00')
  expect(asked).toEqual({ date: '2026-12-27', time: '03:00' })
  expect(holds).toMatchObject({ state: 'open', desk: desk.name, until: new Date('2026-12-27T07:00:00Z') })
  expect(holds.because).toEqual([
    { code: 'from-day-before', date: '2026-12-26' },
    { code: 'holiday', date: '2026-12-26', name: 'Tweede kerstdag' },
  ])
  expect((await ask('date=gisteren&time=later')).asked.date).toMatch(/^20\d\d-/)
})

test('what is switched by hand holds at once and until it is switched back, whoever reads it', async () => {
  await addHours(actor, lineId, { days: everyDay, opens: '00:00', closes: '00:00', deskId: desk.id })
  const path = `/settings/lines/${lineId}/switches`
  const change = async (fields: Record<string, string>) =>
    switchPost(args(await posted(actor, path, fields), { lineId }))
  expect(await change({ kind: 'closed', untilDate: '2020-01-01' })).toMatchObject({
    data: { errors: { untilDate: 'in-the-past' } },
  })
  expect(await change({ kind: 'redirected' })).toMatchObject({ data: { errors: { deskId: 'desk' } } })
  expect(await change({ kind: 'closed' })).toMatchObject({ data: { errors: { isSure: 'confirm-closed' } } })
  expect(await change({ kind: 'closed', isSure: 'on' })).toMatchObject({ status: 302 })
  const shown = async () => switchPage(args(await signedIn(actor, path), { lineId }))
  const { switches, holds } = await shown()
  expect([holds.state, switches]).toMatchObject(['closed', [{ kind: 'closed', by: actor.name, mayEnd: true }]])
  const atTheDesk = await inHandPage(args(await signedIn(operator, '/desk'), { corporationId: String(corporation.id) }))
  expect(atTheDesk.lines.find(({ id }) => id === lineId)?.holds.state).toBe('closed')
  const end = async () => switchDelete(args(await posted(actor, path, {}), { lineId, switchId: switches[0]?.id ?? '' }))
  expect(await end()).toMatchObject({ status: 302 })
  expect((await shown()).holds.state).toBe('open')
  expect(await answerOf(end)).toMatchObject({ status: 404 })
})

test('an interval is removed once', async () => {
  await addHours(actor, lineId, night(['1']))
  const [row] = await hoursOf()
  const remove = async () => hoursDelete(args(await posted(actor, '/x', {}), { lineId, hoursId: row?.id ?? '' }))
  expect(await remove()).toMatchObject({ status: 302 })
  expect(await answerOf(remove)).toMatchObject({ status: 404 })
})

/** What the page after a removal offers to post, in the fields of the form. */
const offered = (fields: readonly (readonly [string, string])[]) =>
  Object.fromEntries(fields.map(([name, value]) => [name, name.endsWith('[]') ? [value] : value]))

test('hours, an own day and a closed day that were removed come back with one press, as they were', async () => {
  await addHours(actor, lineId, night(['1', 'holiday', '2026-12-24']))
  await addHours(actor, lineId, { days: ['2026-12-25'], opens: null, closes: null, deskId: null })
  const before = await hoursOf()
  expect(before).toHaveLength(4)
  for (const { id } of before) {
    const removed = (await hoursDelete(args(await posted(actor, '/x', {}), { lineId, hoursId: id }))) as Response
    const to = removed.headers.get('Location') ?? ''
    const page = await linePage(args(await signedIn(actor, to), { lineId }))
    expect(await post(offered(page.removed?.fields ?? []))).toMatchObject({ status: 302 })
  }
  const bare = (rows: typeof before) => rows.map(({ id: _, ...row }) => row)
  expect(bare(await hoursOf())).toEqual(bare(before))
  const plain = await linePage(args(await signedIn(actor, `/settings/lines/${lineId}?taken-away&opens=x`), { lineId }))
  expect(plain.removed).toBe(null)
})

test('what was switched back holds again with one press, until the same moment', async () => {
  const path = `/settings/lines/${lineId}/switches`
  const press = async (fields: Record<string, string>) =>
    switchPost(args(await posted(actor, path, fields), { lineId }))
  const shown = async (to = path) => switchPage(args(await signedIn(actor, to), { lineId }))
  const switched: Record<string, string>[] = [
    { kind: 'closed', isSure: 'on', untilDate: '2099-01-02', untilTime: '03:04' },
    { kind: 'redirected', deskId: String(desk.id) },
  ]
  for (const fields of switched) {
    await press(fields)
    const [before] = (await shown()).switches
    const params = { lineId, switchId: before?.id ?? '' }
    const ended = (await switchDelete(args(await posted(actor, path, {}), params))) as Response
    const after = await shown(ended.headers.get('Location') ?? '')
    expect(after.switches.map(({ id }) => id)).not.toContain(before?.id)
    expect(after.ended).toMatchObject({ kind: before?.kind, desk: before?.desk })
    expect(await press(offered(after.ended?.fields ?? []) as Record<string, string>)).toMatchObject({ status: 302 })
    expect((await shown()).switches[0]).toMatchObject({ kind: before?.kind, until: before?.until, desk: before?.desk })
  }
})

test('nobody changes the lines of another corporation, a caller none at all, and a desk reads those it serves', async () => {
  const other = await aCorporation({ name: 'De Eik' })
  const stranger = await anActor(other)
  expect(await addHours(stranger, lineId, night())).toEqual({ ok: false, reason: 'not-found' })
  expect(await removeHours(stranger, lineId, lineId)).toBe(null)
  expect(await answerOf(async () => linePage(args(await signedIn(stranger, '/x'), { lineId })))).toMatchObject({
    status: 404,
  })
  const caller = await anActor(corporation, { role: 'caller' })
  expect(await answerOf(async () => linesPage(args(await signedIn(caller, '/x'))))).toMatchObject({ status: 403 })
  await addLine(stranger, { name: 'Van de buren', kind: 'general' })
  const read = await inScope(operator, (tx) => listLines(tx, [corporation.id, other.id]))
  expect(new Set(read.map(({ corporationId }) => corporationId))).toEqual(new Set([corporation.id]))
  const write = inScopeSql(operator, (tx) => tx.sql({ text: 'DELETE FROM line_hours', values: [] }))
  await expect(write).rejects.toMatchObject({ code: '42501' })
})

test('what was done stands in the book', async () => {
  await addHours(actor, lineId, night(['1']))
  const written = await asSuperuser(`SELECT action, details FROM audit_event WHERE subject_id = $1 ORDER BY at`, [
    lineId,
  ])
  expect(written).toEqual([
    { action: 'line:added', details: {} },
    { action: 'line:hours-added', details: { days: ['1'], opens: '17:00', closes: '08:00', desk: desk.id } },
  ])
})

test('a line gets a page for everybody, whose address is another one after it was off', async () => {
  const press = async (method: string) =>
    publication(args(await signedIn(actor, `/settings/lines/${lineId}/publication`, { method }), { lineId }))
  const address = async () =>
    (await linePage(args(await signedIn(actor, `/settings/lines/${lineId}`), { lineId }))).address
  const open = (link: string | null) =>
    publicPage(args(new Request('http://x/'), { address: link?.split('/b/')[1] ?? '' }))
  expect(await address()).toBeNull()
  await press('PUT')
  const first = await address()
  await press('PUT')
  expect(await address()).toBe(first)
  await addHours(actor, lineId, { ...night(), opens: '08:00' })
  expect(await open(first)).toMatchObject({ corporation: corporation.name, state: 'open' })
  // With the form by which one asks to be rung back; of the desk and its people there is nothing.
  expect(Object.keys(await open(first)).sort()).toEqual(
    [
      ...[
        'corporation',
        'helpNumbers',
        'isTaken',
        'kind',
        'name',
        'now',
        'numbers',
        'pageLanguage',
        'parts',
        'receipt',
      ],
      ...['soonest', 'state', 'token', 'until', 'zone'],
    ].sort(),
  )
  await press('DELETE')
  expect(await address()).toBeNull()
  await expect(open(first)).rejects.toMatchObject({ status: 404 })
  await press('PUT')
  expect(await address()).not.toBe(first)
  const written = await asSuperuser(`SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at`, [lineId])
  expect(written.map(({ action }) => action)).toEqual(
    ['added', 'published', 'hours-added', 'unpublished', 'published'].map((done) => `line:${done}`),
  )
})

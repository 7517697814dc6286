import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { inScope, inScopeSql, systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { type Desk, desksAtWork, endContract } from '#app/desks/desks.server.ts'
import type { CallEvent } from '#app/exchanges/call-event.ts'
import { receiveEvent } from '#app/exchanges/receive-event.server.ts'
import { removeOldEvents } from '#app/exchanges/remove-old-events.server.ts'
import { sweepSilentCalls } from '#app/exchanges/sweep-silent-calls.server.ts'
import { assignCall, listUnassignedCalls } from '#app/exchanges/unassigned-calls.server.ts'
import { addLine } from '#app/lines/lines.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aDialledLine, anExchange } from '#prisma/builders/exchange.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { aQueue } from './a-queue.ts'

let linde: Corporation
let eik: Corporation
let desk: Desk
let operator: DeskActor
let exchange: { id: string }
let lineId: string
let queue: ReturnType<typeof aQueue>

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
})
beforeEach(async () => {
  desk = await aDesk([linde, eik])
  operator = await aDeskActor(desk, { corporations: [linde, eik] })
  exchange = await anExchange(desk)
  lineId = await aDialledLine(desk, exchange, [linde, '085 000 1122'])
  queue = aQueue()
})

let count = 0
const aCallId = () => `call-${count++}`
const said = (callId: string, what: object, second = 0): CallEvent =>
  ({
    id: `event-${count++}`,
    callId,
    at: new Date(Date.parse('2026-11-27T20:00:00Z') + second * 1000),
    phone: null,
    isHidden: false,
    dialled: null,
    ...what,
  }) as CallEvent
const ringing = (callId: string, dialled: string | null = '+31850001122') =>
  said(callId, { kind: 'ringing', phone: '+31612345678', dialled })
const atWork = async () => (await desksAtWork(desk.id))[0] ?? systemDeskScope(desk.id)
const receive = async (event: CallEvent) =>
  receiveEvent({ exchangeId: exchange.id, desk: await atWork(), receiveCall: queue.receiveCall }, event)
const callOf = async (callId: string) =>
  (
    await asSuperuser<Record<string, unknown>>(
      'SELECT state, corporation_id, line_id, contact_id, phone, dialled, ended_at FROM exchange_call WHERE call_id = $1',
      [callId],
    )
  )[0]
const unassigned = () => inScope(operator, (tx) => listUnassignedCalls(tx, operator))

test('a call is in the queue of the corporation whose number was dialled, and moves there as it goes on', async () => {
  const callId = aCallId()
  expect(await receive(ringing(callId))).toBe('new')
  expect(queue.last(callId)).toMatchObject({
    corporationId: linde.id,
    lineId,
    phone: '+31612345678',
    answered: null,
    ended: null,
    contactId: null,
  })
  const { contact_id: contactId } = (await callOf(callId)) ?? {}
  await receive(said(callId, { kind: 'answered', extension: '204' }, 4))
  expect(queue.last(callId)).toMatchObject({ contactId, answered: { extension: '204' } })
  await receive(said(callId, { kind: 'ended', how: 'hung-up' }, 60))
  expect(queue.last(callId)).toMatchObject({ contactId, ended: { how: 'hung-up' } })
  expect(await callOf(callId)).toMatchObject({ state: 'ended', contact_id: contactId, corporation_id: linde.id })
})

test('the same event again is known and tells the queue nothing', async () => {
  const event = ringing(aCallId())
  expect(await receive(event)).toBe('new')
  const heard = queue.heard.length
  expect(await receive(event)).toBe('known')
  expect(queue.heard.length).toBe(heard)
})

test('all events of a call at once, some of them doubled, make the one call that they are', async () => {
  const callId = aCallId()
  const all = [
    ringing(callId),
    said(callId, { kind: 'ringing' }, 1),
    said(callId, { kind: 'answered', extension: '204' }, 4),
    said(callId, { kind: 'ended', how: 'hung-up' }, 9),
  ]
  const answers = await Promise.all([...all, ...all, ...all].map(receive))
  expect(answers.filter((answer) => answer === 'new')).toHaveLength(4)
  expect(await callOf(callId)).toMatchObject({ state: 'ended', corporation_id: linde.id, phone: '+31612345678' })
  expect(queue.contactsOf(callId)).toHaveLength(1)
  expect(queue.last(callId)).toMatchObject({ answered: { extension: '204' }, ended: { how: 'hung-up' } })
})

test('an event that comes before the number is known waits for it', async () => {
  const callId = aCallId()
  await receive(said(callId, { kind: 'answered', extension: '204' }, 4))
  expect(await callOf(callId)).toMatchObject({ state: 'answered', corporation_id: null })
  expect(queue.last(callId)).toBeUndefined()
  await receive(ringing(callId))
  expect(queue.last(callId)).toMatchObject({ answered: { extension: '204' } })
})

test('when the queue fails nothing of the event is kept, and it is new when it is sent again', async () => {
  const event = ringing(aCallId())
  queue.fails = true
  await expect(receive(event)).rejects.toThrow('queue')
  expect(await callOf(event.callId)).toBeUndefined()
  queue.fails = false
  expect(await receive(event)).toBe('new')
})

test('a number that nobody has is kept, listed, and given to a corporation by hand', async () => {
  const callId = aCallId()
  await receive(ringing(callId, '+31850009999'))
  expect(queue.last(callId)).toBeUndefined()
  const [listed] = await unassigned()
  expect(listed).toMatchObject({
    dialled: '+31850009999',
    phone: '+31612345678',
    state: 'ringing',
    exchange: 'Centrale',
  })
  const line = await addLine(systemScope(eik.id), { name: 'Algemeen', kind: 'general' })
  const eikLine = line.ok ? line.id : ''
  const assign = (id: string, to: string) =>
    assignCall(inHand(operator, eik.id), id, { lineId: to, receiveCall: queue.receiveCall })
  const id = listed?.id ?? ''
  expect(await assign(id, lineId)).toEqual({ ok: false, reason: 'no-such-line' })
  expect(await assign(id, eikLine)).toEqual({ ok: true })
  expect(await assign(id, eikLine)).toEqual({ ok: false, reason: 'assigned-already' })
  expect(await assign('00000000-0000-7000-8000-000000000000', eikLine)).toEqual({ ok: false, reason: 'not-found' })
  expect(queue.last(callId)).toMatchObject({ corporationId: eik.id, lineId: eikLine })
  expect(await unassigned()).toEqual([])
  await receive(said(callId, { kind: 'ended', how: 'hung-up' }, 30))
  expect(queue.last(callId)).toMatchObject({ corporationId: eik.id, ended: { how: 'hung-up' } })
})

test('a corporation that is not served now gets no call, and its call is not lost', async () => {
  const callId = aCallId()
  await endContract(systemScope(linde.id), desk.id)
  await receive(ringing(callId))
  expect(queue.heard).toEqual([])
  expect(await unassigned()).toMatchObject([{ dialled: '+31850001122' }])
})

test('a contract that ends while somebody talks leaves the call with what it was', async () => {
  const callId = aCallId()
  await receive(ringing(callId))
  const before = await callOf(callId)
  await endContract(systemScope(linde.id), desk.id)
  await receive(said(callId, { kind: 'ended', how: 'hung-up' }, 30))
  expect(await callOf(callId)).toMatchObject({ ...before, state: 'ended', ended_at: expect.any(Date) })
})

test('silence makes a call that rang a missed one, until something is heard after all', async () => {
  const [rang, answered] = [aCallId(), aCallId()]
  await receive(ringing(rang))
  await receive(ringing(answered))
  await receive(said(answered, { kind: 'answered', extension: '204' }, 2))
  const sweep = async (minutes: number) =>
    sweepSilentCalls(await atWork(), new Date(Date.now() + minutes * 60_000), queue.receiveCall)
  expect(await sweep(2)).toBe(0)
  expect(await sweep(4)).toBe(1)
  expect(queue.last(rang)).toMatchObject({ ended: { how: 'no-answer' } })
  expect(await sweep(4)).toBe(0)
  await receive(said(rang, { kind: 'answered', extension: '205' }, 20))
  expect(queue.last(rang)).toMatchObject({ answered: { extension: '205' }, ended: null })
  expect(await callOf(answered)).toMatchObject({ state: 'answered' })
})

test('what was said is never changed, and goes after 28 days', async () => {
  const callId = aCallId()
  await receive(ringing(callId))
  const change = (text: string) => inScopeSql(operator, (tx) => tx.sql({ text, values: [] }))
  await expect(change(`UPDATE exchange_event SET call_id = 'x'`)).rejects.toMatchObject({ code: '42501' })
  await change('DELETE FROM exchange_event')
  expect(await eventsOf(callId)).toBe(1)
  const inDays = (days: number) => removeOldEvents(systemDeskScope(desk.id), new Date(Date.now() + days * 86_400_000))
  await inDays(0)
  expect(await eventsOf(callId)).toBe(1)
  await asSuperuser(`UPDATE exchange_event SET received_at = received_at - interval '29 days' WHERE call_id = $1`, [
    callId,
  ])
  await asSuperuser(`UPDATE exchange_call SET heard_at = heard_at - interval '29 days' WHERE call_id = $1`, [callId])
  await inDays(0)
  expect(await eventsOf(callId)).toBe(0)
  expect(await callOf(callId)).toBeUndefined()
})
const eventsOf = async (callId: string) =>
  (await asSuperuser('SELECT FROM exchange_event WHERE call_id = $1', [callId])).length

test('another desk sees nothing of it', async () => {
  const callId = aCallId()
  await receive(ringing(callId, '+31850009999'))
  const other = await aDeskActor(await aDesk([linde, eik], { name: 'Andere' }), { corporations: [linde, eik] })
  expect(await inScope(other, (tx) => listUnassignedCalls(tx, other))).toEqual([])
  const ask = (table: string) => inScopeSql(other, (tx) => tx.sql({ text: `SELECT desk_id FROM ${table}`, values: [] }))
  for (const table of ['exchange', 'dialled_number', 'exchange_event', 'exchange_call'])
    expect(await ask(table), table).toEqual([])
})

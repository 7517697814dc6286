import { beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { listBoard } from '#app/contacts/board.server.ts'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { giveToWhoAnswered, type PhoneCall, receiveCall } from '#app/contacts/receive-call.server.ts'
import { inScope, inScopeSql, systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { endContract, letDeskServe } from '#app/desks/desks.server.ts'
import { attentionColumn } from '#app/tenants/sealed-columns.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let operator: DeskActor
let lineId: string
const startedAt = new Date('2026-11-22T20:00:00Z')
const later = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000)

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  operator = await aDeskActor(await aDesk([linde]), { corporations: [linde] })
  lineId = await aLine(linde.id)
})

function receive(call: Partial<PhoneCall>) {
  const scope = { ...systemDeskScope(operator.deskId), corporationIds: [linde.id], corporationId: linde.id }
  const base = { exchangeId: uuidV7(), callId: 'a', lineId, phone: '+31501234567', isHidden: false, startedAt }
  const rest = { answered: null, ended: null, contactId: null }
  return inScopeSql(scope, (tx) => receiveCall(tx, scope, { ...base, ...rest, ...call }))
}

type Row = {
  state: string
  fell_away: string | null
  due_at: Date | null
  outcome: string | null
  owner_id: string | null
  fence: number
  claimed_by: string | null
  waiting_since: Date
}
const rowOf = async (id: string) => (await asSuperuser<Row>('SELECT * FROM desk_contact WHERE id = $1', [id]))[0] as Row
const stepsOf = async (id: string) =>
  (
    await asSuperuser<{ kind: string }>('SELECT kind FROM contact_step WHERE contact_id = $1 ORDER BY at, id', [id])
  ).map(({ kind }) => kind)

test('it rings, is answered, and ends: whoever had it writes it up', async () => {
  const { contactId } = await receive({})
  expect(await rowOf(contactId)).toMatchObject({ state: 'waiting', waiting_since: startedAt })
  const answered = { at: later(12), extension: '201' }
  await receive({ contactId, answered })
  await receive({ contactId, answered, ended: { at: later(300), how: 'hung-up' } })
  await receive({ contactId, answered, ended: { at: later(300), how: 'hung-up' } })
  expect(await rowOf(contactId)).toMatchObject({ state: 'wrapping-up', fell_away: null })
  expect(await stepsOf(contactId)).toEqual(['arrived', 'answered', 'call-ended'])
})

test('who hangs up before anybody answered is rung back within two minutes', async () => {
  const { contactId } = await receive({ ended: { at: later(40), how: 'no-answer' } })
  expect(await rowOf(contactId)).toMatchObject({ state: 'call-back', fell_away: 'abandoned', due_at: later(160) })
})

test('word of the answer that comes after that of the end takes the call-back back', async () => {
  const ended = { at: later(200), how: 'hung-up' } as const
  const { contactId } = await receive({ ended })
  await receive({ contactId, ended, answered: { at: later(9), extension: null } })
  expect(await rowOf(contactId)).toMatchObject({ state: 'wrapping-up', fell_away: null, due_at: null })
})

test('a number that was withheld cannot be rung: it stays to be seen as missed', async () => {
  const { contactId } = await receive({ phone: null, isHidden: true, ended: { at: later(40), how: 'hung-up' } })
  expect(await rowOf(contactId)).toMatchObject({ state: 'closed', outcome: 'no-number', fell_away: 'abandoned' })
})

test('who rings again keeps their place, and is not rung back as well', async () => {
  const { contactId: first } = await receive({ ended: { at: later(40), how: 'hung-up' } })
  const { contactId: second } = await receive({ callId: 'b', startedAt: later(70) })
  expect(await rowOf(first)).toMatchObject({ state: 'closed', outcome: 'rang-again' })
  expect(await rowOf(second)).toMatchObject({ state: 'waiting', waiting_since: startedAt })
  // Whatever is told of the first afterwards.
  await receive({ contactId: first, answered: { at: later(20), extension: null } })
  expect(await rowOf(first)).toMatchObject({ state: 'closed', outcome: 'rang-again' })
})

test('who picked up the telephone has the call, whoever clicked, and what they had before stays theirs', async () => {
  const colleague = await aDeskActor(
    { id: operator.deskId, slug: '', name: '', timeZone: 'Europe/Amsterdam' },
    { corporations: [linde] },
  )
  const before = await aContact(operator, { corporationId: linde.id, lineId })
  await claimContact(operator, before)
  const { contactId } = await receive({})
  await claimContact(colleague, contactId)
  await receive({ contactId, answered: { at: later(5), extension: '201' } })
  expect(await giveToWhoAnswered(operator, { contactId, accountId: operator.accountId ?? '' })).toBe(true)
  expect(await rowOf(contactId)).toMatchObject({ claimed_by: operator.accountId, fence: 2 })
  expect(await rowOf(before)).toMatchObject({ claimed_by: null, owner_id: operator.accountId, state: 'talking' })
  // Told twice: nothing moves any more.
  expect(await giveToWhoAnswered(operator, { contactId, accountId: operator.accountId ?? '' })).toBe(false)
})

test('who picked up has the call, also when they had another of a corporation whose contract has just ended', async () => {
  const eik = await aCorporation({ name: 'De Eik' })
  await letDeskServe(systemScope(eik.id), operator.deskId, { from: new Date(Date.now() - 60_000), until: null })
  const both = { ...operator, corporationIds: [linde.id, eik.id] }
  const before = await aContact(both, { corporationId: eik.id, lineId: await aLine(eik.id) })
  await claimContact(both, before)
  await endContract(systemScope(eik.id), operator.deskId)
  const { contactId } = await receive({})
  await receive({ contactId, answered: { at: later(5), extension: '201' } })
  expect(await giveToWhoAnswered(operator, { contactId, accountId: operator.accountId ?? '' })).toBe(true)
  expect(await rowOf(contactId)).toMatchObject({ claimed_by: operator.accountId })
  expect(await rowOf(before)).toMatchObject({ claimed_by: null })
})

test('before anybody picks up the board says who has the number, their language and what must be known', async () => {
  const id = uuidV7()
  const attentionSealed = await inScope(systemScope(linde.id), async (tx) =>
    (await sealerFor(tx, linde.id)).seal(attentionColumn(id), 'slechthorend'),
  )
  await aTenant(systemScope(linde.id), { id, landline: '+31501234567', language: 'tr', attentionSealed })
  const { contactId } = await receive({})
  const { contactId: hidden } = await receive({ callId: 'b', phone: null, isHidden: true })
  const board = await inScopeSql(operator, (tx) => listBoard(tx, operator.deskId))
  const seen = (id: string) => board.find((row) => row.id === id)?.recognised
  expect(seen(contactId)).toEqual({
    is: 'certain',
    name: expect.any(String),
    language: 'tr',
    attention: 'slechthorend',
  })
  expect(seen(hidden)).toEqual({ is: 'hidden' })
})

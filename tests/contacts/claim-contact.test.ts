import { beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { listBoard } from '#app/contacts/board.server.ts'
import { claimContact, claimFrom, claimNextContact } from '#app/contacts/claim-contact.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let eik: Corporation
let operator: DeskActor
let colleague: DeskActor

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  const desk = await aDesk([linde, eik])
  operator = await aDeskActor(desk, { corporations: [linde, eik] })
  colleague = await aDeskActor(desk, { corporations: [linde, eik], name: 'Sem de Boer' })
})

const claimedBy = async (actor: DeskActor) => {
  const answer = await claimNextContact(actor)
  return answer.ok ? answer.contactId : answer.reason
}
const finish = (id: string) =>
  asSuperuser(
    "UPDATE desk_contact SET state = 'closed', closed_at = now(), claimed_by = NULL, due_at = NULL WHERE id = $1",
    [id],
  )

test('first danger, then by urgency and how long they wait, whichever the corporation', async () => {
  const urgentLine = await aLine(linde.id)
  const chatLine = await aLine(eik.id, 'chat')
  const generalLine = await aLine(eik.id, 'general')
  const chat = await aContact(operator, { corporationId: eik.id, lineId: chatLine, secondsAgo: 15 * 60 })
  const general = await aContact(operator, { corporationId: eik.id, lineId: generalLine, secondsAgo: 3 * 60 })
  const urgent = await aContact(operator, { corporationId: linde.id, lineId: urgentLine, secondsAgo: 60 })
  const danger = await aContact(operator, { corporationId: linde.id, lineId: urgentLine, isDanger: true })
  const order: string[] = []
  for (let turn = 0; turn < 4; turn++) {
    const id = await claimedBy(operator)
    order.push(id)
    await finish(id)
  }
  expect(order).toEqual([danger, urgent, chat, general])
  expect(await claimedBy(operator)).toBe('nobody-waits')
})

test('what somebody has in hand comes back to them, with the same fence, and to nobody else', async () => {
  const id = await aContact(operator, { corporationId: linde.id, lineId: await aLine(linde.id) })
  const first = await claimNextContact(operator)
  expect(first).toMatchObject({ ok: true, contactId: id, corporationId: linde.id, fence: 1, isResumed: false })
  expect(await claimNextContact(operator)).toMatchObject({ contactId: id, fence: 1, isResumed: true })
  expect(await claimedBy(colleague)).toBe('nobody-waits')
  expect(await claimContact(colleague, id)).toEqual({ ok: false, reason: 'taken', by: 'Yasmin Bakker' })
})

test('a contact is taken over only as it was seen', async () => {
  const id = await aContact(operator, { corporationId: linde.id, lineId: await aLine(linde.id) })
  await claimContact(operator, id)
  expect(await claimFrom(colleague, { contactId: id, fence: 0 })).toMatchObject({ ok: false, reason: 'taken' })
  expect(await claimFrom(colleague, { contactId: id, fence: 1 })).toMatchObject({ ok: true, fence: 2 })
  expect(await claimFrom(operator, { contactId: id, fence: 1 })).toMatchObject({ ok: false, by: 'Sem de Boer' })
})

test('nobody takes a second one in hand', async () => {
  const lineId = await aLine(linde.id)
  const [one, other] = [
    await aContact(operator, { corporationId: linde.id, lineId }),
    await aContact(operator, { corporationId: linde.id, lineId }),
  ]
  await claimContact(operator, one)
  expect(await claimContact(operator, other)).toEqual({ ok: false, reason: 'has-another', by: null })
})

test('who is to be rung back comes when it is time: first to whose it is, then to all', async () => {
  const id = await aContact(operator, { corporationId: linde.id, lineId: await aLine(linde.id), phone: '+31501234567' })
  const dueIn = (seconds: number) =>
    asSuperuser(
      "UPDATE desk_contact SET state = 'call-back', owner_id = $2, due_at = clock_timestamp() + $3 * interval '1 second' WHERE id = $1",
      [id, colleague.accountId, seconds],
    )
  await dueIn(5)
  expect(await claimedBy(colleague)).toBe('nobody-waits')
  await dueIn(-5)
  expect(await claimedBy(operator)).toBe('nobody-waits')
  await dueIn(-121)
  expect(await claimedBy(operator)).toBe(id)
})

test('a desk whose contract ended has nothing of that corporation in its queue any more', async () => {
  await aContact(operator, { corporationId: linde.id, lineId: await aLine(linde.id) })
  const left = { ...operator, corporationIds: [eik.id] }
  expect(await claimedBy(left)).toBe('nobody-waits')
  expect(await inScopeSql(left, (tx) => listBoard(tx, left.deskId))).toEqual([])
  expect(await inScopeSql(operator, (tx) => listBoard(tx, operator.deskId))).toHaveLength(1)
})

test('the log of the desk says who took what', async () => {
  const id = await aContact(operator, { corporationId: linde.id, lineId: await aLine(linde.id) })
  await claimContact(operator, id)
  const rows = await asSuperuser(
    "SELECT action, account_id FROM desk_event WHERE subject_kind = 'contact' AND subject_id = $1",
    [id],
  )
  expect(rows).toEqual([{ action: 'contact:claimed', account_id: operator.accountId }])
})

import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { removeOldConversationDrafts } from '#app/calls/conversation-drafts.server.ts'
import { loadCorrection } from '#app/calls/correction.server.ts'
import { listLastCalls } from '#app/calls/own-conversations.server.ts'
import { action as saveCall } from '#app/calls/pages/attempt.tsx'
import { action as saveConversation } from '#app/calls/pages/conversation.tsx'
import { action as keep } from '#app/calls/pages/correction-draft.tsx'
import { action as discard } from '#app/calls/pages/correction-draft-removal.tsx'
import { readCallingCard } from '#app/calls/today-card.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { readHoldings } from '#app/handovers/holdings.server.ts'
import { leave } from '#app/handovers/leave.server.ts'
import { passOnOrphans } from '#app/handovers/pass-on-orphans.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { countOf } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { answerOf, posted } from '../support/signed-in.ts'
import { aCampaign, claimed, finish } from './a-campaign.ts'

beforeAll(useDatabase)

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
type Fields = Record<string, string>
const now = () => new Date()

/** Bart spoke to somebody on the list; the coordinator to the same tenant at the desk. */
async function twoConversations() {
  const round = await aCampaign({ callers: 2 })
  const [bart, clara] = round.callers as [Actor, Actor]
  await finish(bart, await claimed(bart), 'spoken')
  const [call] = await inScope(bart, (tx) => listLastCalls(tx, bart))
  const attemptId = call?.id ?? ''
  const [ofCall] = await asSuperuser<{ id: string }>('SELECT id FROM conversation WHERE attempt_id = $1', [attemptId])
  const [atDesk] = await asSuperuser<{ id: string }>(
    `INSERT INTO conversation (corporation_id, tenant_id, account_id, wellbeing) VALUES ($1, $2, $3, 'good') RETURNING id`,
    [bart.corporationId, round.tenantIds[0], round.coordinator.accountId],
  )
  return { ...round, bart, clara, attemptId, conversationId: ofCall?.id ?? '', deskId: atDesk?.id ?? '' }
}

const attemptAt = (attemptId: string) => ({ path: `/attempts/${attemptId}`, params: { attemptId } })
const conversationAt = (conversationId: string) => ({
  path: `/conversations/${conversationId}`,
  params: { conversationId },
})
type At = ReturnType<typeof attemptAt> | ReturnType<typeof conversationAt>

const send = (route: unknown, actor: Actor, { at, below, fields }: { at: At; below: string; fields: Fields }) =>
  answerOf(async () =>
    (route as Route)({
      request: await posted(actor, `${at.path}${below}`, fields),
      params: at.params,
      context: {},
    }),
  )
const type = (actor: Actor, at: At, fields: Fields) => send(keep, actor, { at, below: '/draft', fields })
const kept = async (actor: Actor, { params }: At) => (await loadCorrection(actor, params)).draft?.draftFields.notes
const listed = async (actor: Actor) => (await inScope(actor, (tx) => readCallingCard(tx, actor, now()))).drafts
const held = async ({ accountId }: Actor) => [
  await countOf('attempt_draft', `account_id = '${accountId}'`),
  await countOf('correction_draft', `account_id = '${accountId}'`),
]

test('what is typed of a correction is there again, sealed, by either address of the same call', async () => {
  const { bart, coordinator, attemptId, conversationId } = await twoConversations()
  await type(bart, attemptAt(attemptId), { notes: 'Zij heet Jo, bsn 111222333', key: uuidV7() })
  const [notes] = (await kept(bart, conversationAt(conversationId))) ?? []
  expect(notes).toContain('Zij heet Jo')
  expect(notes).not.toContain('111222333')
  expect(await kept(coordinator, attemptAt(attemptId))).toBeUndefined()
  const [row] = await asSuperuser<{ sealed: Buffer }>('SELECT sealed FROM attempt_draft WHERE attempt_id = $1', [
    attemptId,
  ])
  expect(row?.sealed.toString('utf8')).not.toContain('Jo')
})

test('one of a conversation that was no call lies with that conversation', async () => {
  const { coordinator, deskId } = await twoConversations()
  await type(coordinator, conversationAt(deskId), { notes: 'Half' })
  expect(await kept(coordinator, conversationAt(deskId))).toEqual(['Half'])
  expect(await held(coordinator)).toEqual([0, 1])
})

test('a text of another screen is shown, not written over', async () => {
  const { bart, attemptId } = await twoConversations()
  const at = attemptAt(attemptId)
  await type(bart, at, { notes: 'De ene', key: uuidV7(), basedOn: '' })
  const answer = (await type(bart, at, { notes: 'De andere', key: uuidV7(), basedOn: '' })) as Response
  expect(await answer.json()).toMatchObject({
    ok: false,
    reason: 'other-text',
    other: { draftFields: { notes: ['De ene'] } },
  })
  await type(bart, at, { notes: 'De andere', key: uuidV7(), basedOn: '', isLeaving: 'on' })
  expect((await kept(bart, at))?.[0]).toMatch(/De andere[\s\S]*De ene/)
})

test('saving ends it, what is refused stays, and a text of another screen stays', async () => {
  const { bart, coordinator, attemptId, deskId } = await twoConversations()
  const [at, key] = [attemptAt(attemptId), uuidV7()]
  await type(bart, at, { notes: 'bel 111222333', key, basedOn: '' })
  const refused = { outcome: 'spoken', was: 'spoken', notes: 'bsn 111222333', wellbeing: 'good', key, basedOn: '' }
  expect(await send(saveCall, bart, { at, below: '', fields: refused })).toMatchObject({ data: { errors: {} } })
  expect(await held(bart)).toEqual([1, 0])
  const saved = { ...refused, notes: 'Zij heet Jo.' }
  expect(await send(saveCall, bart, { at, below: '', fields: { ...saved, key: uuidV7() } })).toMatchObject({
    status: 302,
  })
  expect(await held(bart)).toEqual([1, 0])
  expect(await send(saveCall, bart, { at, below: '', fields: saved })).toMatchObject({ status: 302 })
  expect(await held(bart)).toEqual([0, 0])
  const desk = conversationAt(deskId)
  await type(coordinator, desk, { notes: 'Half', key, basedOn: '' })
  const whole = { notes: 'Heel', wellbeing: 'good', key, basedOn: '' }
  expect(await send(saveConversation, coordinator, { at: desk, below: '', fields: whole })).toMatchObject({
    status: 302,
  })
  expect(await held(coordinator)).toEqual([0, 0])
})

test('is thrown away when they say so, and goes after two weeks', async () => {
  const { bart, coordinator, attemptId, deskId } = await twoConversations()
  await type(bart, attemptAt(attemptId), { notes: 'Half' })
  expect(await send(discard, bart, { at: attemptAt(attemptId), below: '/draft/removal', fields: {} })).toMatchObject({
    status: 302,
  })
  expect(await held(bart)).toEqual([0, 0])
  await type(bart, attemptAt(attemptId), { notes: 'Half' })
  await type(coordinator, conversationAt(deskId), { notes: 'Half' })
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  expect(await removeOldConversationDrafts(bart, inDays(13.9))).toBe(0)
  expect(await removeOldConversationDrafts(bart, inDays(14.1))).toBe(2)
})

test('nobody keeps, sees or throws away one of a conversation that is not theirs to correct', async () => {
  const { bart, clara, attemptId, conversationId, deskId } = await twoConversations()
  const stranger = (await twoConversations()).coordinator
  await type(bart, attemptAt(attemptId), { notes: 'Half' })
  for (const actor of [clara, stranger])
    for (const at of [attemptAt(attemptId), conversationAt(conversationId), conversationAt(deskId)]) {
      expect(await type(actor, at, { notes: 'Half' })).toMatchObject({ status: 404 })
      expect(await send(discard, actor, { at, below: '/draft/removal', fields: {} })).toMatchObject({ status: 404 })
    }
  expect([await held(bart), await held(clara), await held(stranger)]).toEqual([
    [1, 0],
    [0, 0],
    [0, 0],
  ])
})

test('is on Vandaag of whoever typed it; after a day a caller reads to ask the coordinator', async () => {
  const { bart, clara, coordinator, attemptId, deskId } = await twoConversations()
  await type(bart, attemptAt(attemptId), { notes: 'Half' })
  await type(coordinator, conversationAt(deskId), { notes: 'Half' })
  expect(await listed(bart)).toMatchObject([{ to: `/attempts/${attemptId}`, of: 'correction' }])
  expect(await listed(coordinator)).toMatchObject([{ to: `/conversations/${deskId}`, of: 'correction' }])
  expect(await listed(clara)).toEqual([])
  await asSuperuser(`UPDATE attempt SET at = at - interval '25 hours' WHERE id = $1 RETURNING 1`, [attemptId])
  expect(await listed(bart)).toMatchObject([{ to: null, of: 'correction' }])
})

test('goes to a coordinator when their access ends, and from one who left long ago', async () => {
  const { bart, clara, coordinator, corporation, attemptId } = await twoConversations()
  const administrator = await anActor(corporation, { role: 'administrator' })
  await type(bart, attemptAt(attemptId), { notes: 'Half' })
  const { total } = await inScope(administrator, (tx) => readHoldings(tx, administrator, bart.accountId))
  expect(total.drafts).toBe(1)
  const departure = { accountId: bart.accountId, role: null, heir: clara.accountId, taker: 'all' as const }
  expect(await leave(administrator, departure, now())).toEqual({ ok: true })
  expect([await held(bart), await listed(clara)]).toEqual([[0, 0], []])
  expect(await listed(coordinator)).toMatchObject([{ to: `/attempts/${attemptId}`, writtenBy: 'Beller 1' }])
  expect(await loadCorrection(coordinator, { attemptId })).toMatchObject({
    draft: { draftFields: { notes: ['Half'] } },
    writtenBy: 'Beller 1',
  })
  await asSuperuser('DELETE FROM attempt_draft WHERE account_id = $1 RETURNING 1', [coordinator.accountId])
  await type(coordinator, attemptAt(attemptId), { notes: 'Van wie ook vertrekt' })
  const other = await anActor(corporation)
  await asSuperuser('UPDATE membership SET ended_at = now() WHERE account_id = $1 RETURNING 1', [coordinator.accountId])
  expect(await passOnOrphans(bart)).toBe(1)
  expect(await kept(other, attemptAt(attemptId))).toEqual(['Van wie ook vertrekt'])
})

import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loadConversation } from '#app/calls/added-conversation.server.ts'
import { findConversationDraft, keepConversationDraft } from '#app/calls/conversation-drafts.server.ts'
import { readCallingCard } from '#app/calls/today-card.server.ts'
import { removeCaller } from '#app/campaigns/change-team.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { readHoldings } from '#app/handovers/holdings.server.ts'
import { leave } from '#app/handovers/leave.server.ts'
import { passOnOrphans } from '#app/handovers/pass-on-orphans.server.ts'
import { readHandovers } from '#app/handovers/today-card.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { aCampaign } from '#tests/calls/a-campaign.ts'
import { countOf } from '#tests/campaigns/rows.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

beforeAll(useDatabase)

const now = () => new Date()
const listed = async (actor: Actor) => (await inScope(actor, (tx) => readCallingCard(tx, actor, now()))).drafts
const type = (actor: Actor, tenantId: string, notes = 'Belde terug over de lift') =>
  keepConversationDraft(actor, tenantId, { draftFields: { notes: [notes] } })
const textOf = async (actor: Actor, tenantId: string) =>
  (await inScope(actor, (tx) => findConversationDraft(tx, actor, tenantId)))?.draftFields.notes
const heldBy = ({ accountId }: Actor) => countOf('conversation_draft', `account_id = '${accountId}'`)

/** Bart typed what the tenant of the one home said who rang back. */
async function bartTyped() {
  const round = await aCampaign({ homes: 1, callers: 2 })
  const [bart, clara] = round.callers as [Actor, Actor]
  const administrator = await anActor(round.corporation, { role: 'administrator' })
  const tenantId = round.tenantIds[0] ?? ''
  const [target] = await asSuperuser<{ id: string }>('SELECT id FROM target WHERE tenant_id = $1', [tenantId])
  await type(bart, tenantId)
  const end = (heir: Actor | null) =>
    leave(administrator, { accountId: bart.accountId, role: null, heir: heir?.accountId ?? null, taker: 'all' }, now())
  return { ...round, bart, clara, administrator, tenantId, targetId: target?.id ?? '', end }
}

test('what was typed of a conversation to be added is on Vandaag of whoever typed it, with the page they may open', async () => {
  const { bart, clara, coordinator, tenantId, targetId } = await bartTyped()
  expect(await listed(bart)).toMatchObject([
    { id: tenantId, to: `/calls/${targetId}/conversation`, writtenBy: null, of: 'added' },
  ])
  expect([await listed(clara), await listed(coordinator)]).toEqual([[], []])
  await type(coordinator, tenantId)
  expect(await listed(coordinator)).toMatchObject([{ to: `/tenants/${tenantId}/conversation` }])
  expect(await listed(bart)).toHaveLength(1)
})

test('who may not open the home any more still sees that there is a text, without a page to open', async () => {
  const { bart, coordinator, campaignId, tenantId } = await bartTyped()
  expect(await removeCaller(coordinator, campaignId, bart.accountId)).toMatchObject({ ok: true })
  expect(await listed(bart)).toMatchObject([{ id: tenantId, to: null }])
})

test('seeing the list is written down, an empty one is not', async () => {
  const { bart, clara } = await bartTyped()
  await listed(bart)
  await listed(clara)
  const seen = await asSuperuser(
    "SELECT account_id, details->>'count' AS count FROM audit_event WHERE corporation_id = $1 AND action = 'drafts:viewed' AND subject_kind = 'tenant'",
    [bart.corporationId],
  )
  expect(seen).toEqual([{ account_id: bart.accountId, count: '1' }])
})

test('it goes with everything else to the colleague who takes over, who reads whose it was', async () => {
  const { bart, clara, administrator, tenantId, targetId, end } = await bartTyped()
  const holdings = await inScope(administrator, (tx) => readHoldings(tx, administrator, bart.accountId))
  expect(holdings.total.drafts).toBe(1)
  expect(await end(null)).toEqual({ ok: false, reason: 'no-heir' })
  expect(await end(clara)).toEqual({ ok: true })
  expect(await inScope(clara, (tx) => readHandovers(tx, clara))).toMatchObject([{ from: 'Beller 1', drafts: 1 }])
  expect(await listed(clara)).toMatchObject([{ to: `/calls/${targetId}/conversation`, writtenBy: 'Beller 1' }])
  expect(await loadConversation(clara, { targetId })).toMatchObject({
    draft: { draftFields: { notes: ['Belde terug over de lift'] } },
    writtenBy: 'Beller 1',
  })
  expect(await heldBy(bart)).toBe(0)
  const written = await asSuperuser(
    "SELECT subject_id FROM audit_event WHERE account_id = $1 AND action = 'draft:handed-over' AND subject_kind = 'tenant'",
    [administrator.accountId],
  )
  expect(written).toEqual([{ subject_id: tenantId }])
})

test('what whoever takes over may not open goes to a coordinator', async () => {
  const { bart, clara, coordinator, end } = await bartTyped()
  const elsewhere = (await aTenant(coordinator)).id
  await type(bart, elsewhere, 'Aan de balie')
  expect(await end(clara)).toEqual({ ok: true })
  expect(await listed(clara)).toHaveLength(1)
  expect(await listed(coordinator)).toMatchObject([{ id: elsewhere, writtenBy: 'Beller 1' }])
  expect(await textOf(coordinator, elsewhere)).toEqual(['Aan de balie'])
  expect(await inScope(clara, (tx) => readHandovers(tx, clara))).toMatchObject([{ drafts: 1 }])
})

test('what is kept after the end goes to whoever took over', async () => {
  const { bart, clara, tenantId, end } = await bartTyped()
  await end(clara)
  await asSuperuser('DELETE FROM conversation_draft WHERE account_id = $1 RETURNING 1', [clara.accountId])
  await type(bart, tenantId, 'nog net getypt')
  expect(await passOnOrphans(bart)).toBe(1)
  expect(await passOnOrphans(bart)).toBe(0)
  expect(await textOf(clara, tenantId)).toEqual(['nog net getypt'])
})

test('a colleague with a text of their own about the tenant loses neither: the other goes to a coordinator', async () => {
  const { bart, clara, coordinator, tenantId, end } = await bartTyped()
  await type(clara, tenantId, 'Ik sprak haar ook')
  expect(await end(clara)).toEqual({ ok: true })
  expect(await heldBy(bart)).toBe(1)
  await passOnOrphans(bart)
  expect(await textOf(clara, tenantId)).toEqual(['Ik sprak haar ook'])
  expect(await textOf(coordinator, tenantId)).toEqual(['Belde terug over de lift'])
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimHome } from '#app/calls/claim-home.server.ts'
import { findCallDetails } from '#app/calls/find-call-details.server.ts'
import { findHomes } from '#app/calls/find-homes.server.ts'
import { action as addForHome, loader as showForHome } from '#app/calls/pages/added-conversation.tsx'
import { action as openCall } from '#app/calls/pages/call-claim.tsx'
import { action as search } from '#app/calls/pages/ring-backs.tsx'
import { action as addForTenant } from '#app/calls/pages/tenant-conversation.tsx'
import { removeCaller } from '#app/campaigns/change-team.server.ts'
import { saveDraft } from '#app/claims/drafts.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { targetRow } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { answerOf, posted, signedIn } from '../support/signed-in.ts'
import { aCampaign, claimed, finish, targetClaim } from './a-campaign.ts'

beforeAll(useDatabase)

const find = (actor: Actor, typed: string) => inScope(actor, (tx) => findHomes(tx, actor, typed))
const targetsOf = (campaignId: string) =>
  asSuperuser('SELECT id, tenant_id, home_id FROM target WHERE campaign_id = $1 ORDER BY id', [campaignId]) as Promise<
    { id: string; tenant_id: string; home_id: string }[]
  >
const rename = (tenantId: string, lastName: string) =>
  asSuperuser('UPDATE tenant SET infix = NULL, last_name = $2 WHERE id = $1', [tenantId, lastName])

/** A round of two callers in which one tenant is called Öztürk. */
async function aRound() {
  const round = await aCampaign({ homes: 2, callers: 2 })
  const [target, other] = await targetsOf(round.campaignId)
  await rename(target!.tenant_id, 'Öztürk')
  return { ...round, target: target!, other: other!, me: round.callers[0]!, colleague: round.callers[1]! }
}

describe('a caller who is rung back', () => {
  test('finds the homes of their own rounds, whoever of the home rings, and it is in the log', async () => {
    const { me, target, coordinator } = await aRound()
    await aTenant(coordinator, { homeId: target.home_id, infix: null, lastName: 'Şahin', mobile: '+31611111111' })
    for (const typed of ['ozturk', 'OZTÜRK', 'sahin', '06-11111111'])
      expect((await find(me, typed)).map(({ targetId }) => targetId)).toEqual([target.id])
    const audited = await asSuperuser(
      "SELECT details FROM audit_event WHERE action = 'tenant:searched' AND account_id = $1 LIMIT 1",
      [me.accountId],
    )
    expect(audited).toEqual([{ details: { shown: [target.tenant_id] } }])
  })

  test('finds nothing of a round they do not call in or were taken off, of another corporation, or at their neighbours', async () => {
    const { me, corporation, coordinator, campaignId, target } = await aRound()
    const elsewhere = await anActor(corporation, { role: 'caller' })
    expect(await find(elsewhere, 'ozturk')).toEqual([])
    const stranger = (await aRound()).me
    expect((await find(stranger, 'ozturk')).map(({ targetId }) => targetId)).not.toContain(target.id)
    const { number } = await aHome(coordinator)
    await asSuperuser('UPDATE membership SET own_home_number = $2 WHERE account_id = $1', [me.accountId, number])
    expect(await find(me, 'ozturk')).toEqual([])
    await asSuperuser('UPDATE membership SET own_home_number = NULL WHERE account_id = $1', [me.accountId])
    expect(await find(me, 'ozturk')).toHaveLength(1)
    await removeCaller(coordinator, campaignId, me.accountId)
    expect(await find(me, 'ozturk')).toEqual([])
  })

  test('opens the call, also when it stands on the list of a colleague; what they had in hand is laid aside with its draft', async () => {
    const { me, colleague, target, other } = await aRound()
    for (const { id } of [target, other])
      await asSuperuser('UPDATE target SET assigned_to = $2 WHERE id = $1', [
        id,
        id === target.id ? colleague.accountId : me.accountId,
      ])
    const before = await claimed(me)
    expect(before.targetId).toBe(other.id)
    await saveDraft(me, { ...targetClaim(before), draftFields: { notes: ['Half een zin'] } })
    expect(await claimHome(me, target.id)).toEqual({ ok: true })
    expect((await targetRow(target.id)).claimed_by).toBe(me.accountId)
    expect((await targetRow(other.id)).claimed_by).toBeNull()
    expect(await findCallDetails(me, other.id, new Date())).toMatchObject({
      ok: true,
      draft: { draftFields: { notes: ['Half een zin'] } },
    })
  })

  test('hears who has it when a colleague is calling them', async () => {
    const { me, colleague, target } = await aRound()
    expect(await claimHome(colleague, target.id)).toEqual({ ok: true })
    expect(await claimHome(me, target.id)).toMatchObject({ reason: 'claimed-by-other', by: colleague.name })
    expect(await find(me, 'ozturk')).toMatchObject([{ claimedBy: colleague.name, isMine: false }])
    expect(await find(colleague, 'ozturk')).toMatchObject([{ claimedBy: null, isMine: true }])
  })

  test('cannot open a home they may not see, and the routes ask for the permission', async () => {
    const { target, corporation } = await aRound()
    const elsewhere = await anActor(corporation, { role: 'caller' })
    const reader = await anActor(corporation, { role: 'reader' })
    const stranger = (await aRound()).me
    type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
    const answers = async (route: unknown, actor: Actor, path: string) =>
      answerOf(async () =>
        (route as Route)({
          request: await posted(actor, path, { q: 'x' }),
          params: { targetId: target.id },
          context: {},
        }),
      )
    for (const actor of [elsewhere, stranger])
      for (const route of [openCall, addForHome])
        expect(await answers(route, actor, `/calls/${target.id}/claim`)).toMatchObject({ status: 404 })
    for (const route of [openCall, addForHome, search])
      expect(await answers(route, reader, '/ring-backs')).toMatchObject({ status: 403 })
    const shown = await answerOf(async () =>
      (showForHome as unknown as Route)({
        request: await signedIn(elsewhere, `/calls/${target.id}/conversation`),
        params: { targetId: target.id },
        context: {},
      }),
    )
    expect(shown).toMatchObject({ status: 404 })
  })
})

describe('a conversation that was no call of ours', () => {
  const spoken = { wellbeing: 'good', notes: 'Belde zelf terug.', 'topics[]': ['chat'] }
  type Action = (args: { request: Request; params: object; context: object }) => Promise<unknown>
  const add = async (actor: Actor, targetId: string, fields: Record<string, string | string[]>) =>
    answerOf(async () =>
      (addForHome as unknown as Action)({
        request: await posted(actor, `/calls/${targetId}/conversation`, fields),
        params: { targetId },
        context: {},
      }),
    )

  test('is kept once with its promises, and a home that was given up is reached', async () => {
    const { me, target } = await aRound()
    await asSuperuser("UPDATE target SET state = 'unreachable', finished_at = now() WHERE id = $1", [target.id])
    const promise = {
      'followUp-0-kind': 'call-back',
      'followUp-0-promise': 'Bellen over de lift',
      'followUp-0-dueOn': '2099-01-01',
    }
    const fields = { ...spoken, ...promise, 'followUp-0-ownerId': me.accountId, key: uuidV7() }
    expect(await add(me, target.id, fields)).toMatchObject({ status: 302 })
    expect(await add(me, target.id, fields)).toMatchObject({ status: 302 })
    const kept = await asSuperuser(
      `SELECT c.wellbeing, c.attempt_id, (SELECT count(*)::int FROM follow_up f WHERE f.conversation_id = c.id) AS promises
       FROM conversation c WHERE c.tenant_id = $1`,
      [target.tenant_id],
    )
    expect(kept).toEqual([{ wellbeing: 'good', attempt_id: null, promises: 1 }])
    expect((await targetRow(target.id)).state).toBe('reached')
  })

  test('leaves a home that is done as it was, and is refused without how they are', async () => {
    const { me, target } = await aRound()
    await asSuperuser('UPDATE target SET assigned_to = $2 WHERE id = $1', [target.id, me.accountId])
    await claimHome(me, target.id)
    await finish(me, await claimed(me), 'declined')
    expect(await add(me, target.id, { notes: 'Toch niet.', key: uuidV7() })).toMatchObject({
      data: { errors: { wellbeing: 'wellbeing-required' }, draftFields: { notes: ['Toch niet.'] } },
    })
    expect(await add(me, target.id, { ...spoken, key: uuidV7() })).toMatchObject({ status: 302 })
    expect((await targetRow(target.id)).state).toBe('declined')
  })

  test('is not added for somebody who died, and by a caller for no tenant outside a round', async () => {
    const { me, target } = await aRound()
    await asSuperuser('UPDATE tenant SET reported_deceased_at = now() WHERE id = $1', [target.tenant_id])
    expect(await add(me, target.id, { ...spoken, key: uuidV7() })).toMatchObject({ status: 404 })
    const request = await posted(me, `/tenants/${target.tenant_id}/conversation`, { ...spoken, key: uuidV7() })
    const params = { tenantId: target.tenant_id }
    const answer = await answerOf(() => (addForTenant as unknown as Action)({ request, params, context: {} }))
    expect(answer).toMatchObject({ status: 403 })
  })
})

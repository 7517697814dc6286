import { beforeAll, describe, expect, it } from 'vitest'
import { findCallDetails } from '#app/calls/find-call-details.server.ts'
import { sweepLeases } from '#app/calls/sweep-leases.server.ts'
import { removeCaller } from '#app/campaigns/change-team.server.ts'
import { releaseClaim } from '#app/claims/release-claim.server.ts'
import { renewLease } from '#app/claims/renew-lease.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { countOf, targetRow } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { aCampaign, claimed, finish, targetClaim } from './a-campaign.ts'

beforeAll(useDatabase)

const [onlyCaller, secondCaller] = [0, 1]
const lapse = (targetId: string) =>
  asSuperuser("UPDATE target SET lease_until = now() - interval '1 second' WHERE id = $1", [targetId])

describe('a claim', () => {
  it('is renewed by the open form, given back at once, and swept when its lease has lapsed', async () => {
    const { callers, coordinator } = await aCampaign({ homes: 1 })
    const me = callers[onlyCaller]!
    const claim = await claimed(me)
    await lapse(claim.targetId)
    expect(await sweepLeases(coordinator)).toBe(1)
    expect((await targetRow(claim.targetId)).claimed_by).toBeNull()
    expect(await renewLease(me, targetClaim(claim))).toMatchObject({ ok: true })
    expect((await targetRow(claim.targetId)).claimed_by).toBe(me.accountId)
    expect(await releaseClaim(me, targetClaim(claim))).toEqual({ ok: true })
    expect(await renewLease(me, targetClaim(claim))).toMatchObject({ ok: false, reason: 'not-claimed' })
    expect(
      await countOf(
        'audit_event',
        `subject_id = '${claim.targetId}' AND action IN ('target:lease-lapsed', 'target:released')`,
      ),
    ).toBe(2)
  })

  it('of another caller cannot be renewed or given back', async () => {
    const { callers, corporation } = await aCampaign({ homes: 1 })
    const claim = await claimed(callers[onlyCaller]!)
    const other = await anActor(corporation, { role: 'caller' })
    expect(await renewLease(other, targetClaim(claim))).toMatchObject({ ok: false, reason: 'claimed-by-other' })
    expect(await releaseClaim(other, targetClaim(claim))).toMatchObject({
      ok: false,
      reason: 'claimed-by-other',
    })
    const stranger = (await aCampaign()).callers[onlyCaller]!
    expect(await renewLease(stranger, targetClaim(claim))).toEqual({
      ok: false,
      reason: 'not-found',
      by: null,
    })
  })

  it('that lapsed can be opened again by whoever had it, while nobody took it', async () => {
    const { callers, coordinator } = await aCampaign({ homes: 2, callers: 2 })
    const me = callers[onlyCaller]!
    const claim = await claimed(me)
    await lapse(claim.targetId)
    await sweepLeases(coordinator)
    expect(await findCallDetails(me, claim.targetId, new Date())).toMatchObject({ ok: true })
    expect(await findCallDetails(callers[secondCaller]!, claim.targetId, new Date())).toMatchObject({ ok: false })
  })
})

describe('somebody taken off the round', () => {
  it('finishes the call they are in', async () => {
    const { callers, coordinator, campaignId } = await aCampaign({ homes: 2, callers: 2 })
    const me = callers[onlyCaller]!
    const claim = await claimed(me)
    await removeCaller(coordinator, campaignId, me.accountId)
    expect(await findCallDetails(me, claim.targetId, new Date())).toMatchObject({ ok: true })
    expect(await renewLease(me, targetClaim(claim))).toMatchObject({ ok: true })
    expect(await finish(me, claim, 'spoken')).toMatchObject({ ok: true, state: 'reached' })
  })

  it('sees nothing more of a home that lies down again, and saves what they had written', async () => {
    const { callers, coordinator, campaignId } = await aCampaign({ homes: 2, callers: 2 })
    const me = callers[onlyCaller]!
    const claim = await claimed(me)
    await removeCaller(coordinator, campaignId, me.accountId)
    await lapse(claim.targetId)
    await sweepLeases(coordinator)
    expect(await findCallDetails(me, claim.targetId, new Date())).toMatchObject({ ok: false, reason: 'not-claimed' })
    expect(await renewLease(me, targetClaim(claim))).toMatchObject({ ok: false, reason: 'not-claimed' })
    expect(await finish(me, claim, 'spoken')).toMatchObject({ ok: true, state: 'reached' })
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { sweepLeases } from '#app/calls/sweep-leases.server.ts'
import { removeCaller } from '#app/campaigns/change-team.server.ts'
import { releaseClaim } from '#app/claims/release-claim.server.ts'
import { renewLease } from '#app/claims/renew-lease.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { countOf, targetRow } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { aCampaign, alwaysOpen, claimed, due, finish, targetClaim } from './a-campaign.ts'

beforeAll(useDatabase)

const zone = 'Europe/Amsterdam'
const [onlyCaller, secondCaller] = [0, 1]
const lapse = (targetId: string) =>
  asSuperuser("UPDATE target SET lease_until = now() - interval '1 second' WHERE id = $1", [targetId])

describe('the next call', () => {
  it('is a home of the own list, with a lease, a fence and an audit row', async () => {
    const { callers } = await aCampaign({ homes: 2 })
    const claim = await claimed(callers[onlyCaller]!)
    expect(claim).toMatchObject({ fence: 1, isResumed: false })
    const minutes = (claim.leaseUntil.getTime() - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(19)
    expect(minutes).toBeLessThanOrEqual(20)
    expect(await countOf('audit_event', `action = 'target:claimed' AND subject_id = '${claim.targetId}'`)).toBe(1)
  })

  it('is the one they hold already, also after their lease has lapsed', async () => {
    const { callers } = await aCampaign({ homes: 3 })
    const first = await claimed(callers[onlyCaller]!)
    expect(await claimed(callers[onlyCaller]!)).toMatchObject({ targetId: first.targetId, fence: 1, isResumed: true })
    await lapse(first.targetId)
    const again = await claimed(callers[onlyCaller]!)
    expect(again).toMatchObject({ targetId: first.targetId, isResumed: true })
    expect(again.leaseUntil.getTime()).toBeGreaterThan(Date.now())
  })

  it('comes in order: promised, to be tried again, own list, everybody', async () => {
    const { callers, campaignId } = await aCampaign({ homes: 5 })
    const me = callers[onlyCaller]!
    const ids = (
      await asSuperuser<{ id: string }>('SELECT id FROM target WHERE campaign_id = $1 ORDER BY position', [campaignId])
    ).map(({ id }) => id)
    await asSuperuser('UPDATE target SET assigned_to = NULL WHERE id = ANY($1)', [[ids[0], ids[1]]])
    await asSuperuser("UPDATE target SET state = 'retry', next_at = now() - interval '1 minute' WHERE id = ANY($1)", [
      [ids[1], ids[3]],
    ])
    await asSuperuser("UPDATE target SET state = 'appointment', next_at = now(), appointment_with = $2 WHERE id = $1", [
      ids[4],
      me.accountId,
    ])
    const order: (string | undefined)[] = []
    for (let nr = 0; nr < 5; nr++) {
      const claim = await claimed(me)
      order.push(claim.targetId)
      await finish(me, claim, 'spoken')
    }
    expect(order).toEqual([ids[4], ids[3], ids[2], ids[1], ids[0]])
  })

  it('is never somebody who may not be rung, though that became known after the list was made', async () => {
    const flags = [
      'objected_at = now()',
      'is_do_not_call = true',
      'reported_moved_at = now()',
      'gone_since = now()',
      "tenancy_ended_on = '2020-01-01'",
      'reported_deceased_at = now()',
      "deceased_on = '2026-01-01'",
      'is_estate = true',
    ]
    const { callers, tenantIds } = await aCampaign({ homes: flags.length + 1 })
    for (const [nr, flag] of flags.entries())
      await asSuperuser(`UPDATE tenant SET ${flag} WHERE id = $1`, [tenantIds[nr]])
    const claim = await claimed(callers[onlyCaller]!)
    const [row] = await asSuperuser<{ tenant_id: string }>('SELECT tenant_id FROM target WHERE id = $1', [
      claim.targetId,
    ])
    expect(row?.tenant_id).toBe(tenantIds.at(-1))
    const withdrawn = await asSuperuser<{ withdrawn_reason: string; n: number }>(
      "SELECT withdrawn_reason, count(*)::int AS n FROM target WHERE state = 'withdrawn' AND tenant_id = ANY($1) GROUP BY 1 ORDER BY 1",
      [tenantIds],
    )
    expect(withdrawn).toEqual([
      { withdrawn_reason: 'deceased', n: 3 },
      { withdrawn_reason: 'do-not-call', n: 2 },
      { withdrawn_reason: 'moved', n: 2 },
      { withdrawn_reason: 'not-listed', n: 1 },
    ])
  })

  it('is never the caller themselves or a neighbour', async () => {
    const campaign = await aCampaign({ homes: 1 })
    const me = campaign.callers[onlyCaller]!
    const home = await aHome(campaign.coordinator, { complex: 'C777', number: 'VHE-mine' })
    await aTenant(campaign.coordinator, { homeId: home.id })
    const neighbour = await aHome(campaign.coordinator, { complex: 'C777' })
    const neighbours = await aTenant(campaign.coordinator, { homeId: neighbour.id })
    await asSuperuser(
      'INSERT INTO target (corporation_id, campaign_id, home_id, tenant_id, position) VALUES ($1, $2, $3, $4, -1)',
      [me.corporationId, campaign.campaignId, neighbour.id, neighbours.id],
    )
    await asSuperuser('UPDATE target SET assigned_to = NULL WHERE campaign_id = $1', [campaign.campaignId])
    await asSuperuser("UPDATE membership SET own_home_number = 'VHE-mine' WHERE account_id = $1", [me.accountId])
    const claim = await claimed(me)
    const [row] = await asSuperuser<{ tenant_id: string }>('SELECT tenant_id FROM target WHERE id = $1', [
      claim.targetId,
    ])
    expect(row?.tenant_id).toBe(campaign.tenantIds[0])
    await finish(me, claim, 'spoken')
    expect(await claimNext(me, new Date())).toMatchObject({
      ok: false,
      blocked: [
        { reason: 'own-neighbours', count: 1 },
        { reason: 'finished', count: 1 },
      ],
    })
  })

  it('may be somebody whose caller let the lease lapse; what they save after that is refused', async () => {
    const { callers, campaignId } = await aCampaign({ homes: 1, callers: 2 })
    await asSuperuser('UPDATE target SET assigned_to = NULL WHERE campaign_id = $1', [campaignId])
    const first = await claimed(callers[onlyCaller]!)
    await lapse(first.targetId)
    const second = await claimed(callers[secondCaller]!)
    expect(second).toMatchObject({ targetId: first.targetId, fence: 2, isResumed: false })
    expect(await renewLease(callers[onlyCaller]!, targetClaim(first))).toEqual({
      ok: false,
      reason: 'claimed-by-other',
      by: 'Beller 2',
    })
    expect(await finish(callers[onlyCaller]!, first, 'spoken')).toEqual({
      ok: false,
      reason: 'claimed-by-other',
      by: 'Beller 2',
    })
    expect(await finish(callers[secondCaller]!, second, 'spoken')).toMatchObject({ ok: true, state: 'reached' })
  })

  it('is not a home that is being called in another round', async () => {
    const { callers, campaignId, coordinator, tenantIds } = await aCampaign({ homes: 2 })
    const [ofFirst] = await asSuperuser<{ home_id: string }>('SELECT home_id FROM tenant WHERE id = $1', [tenantIds[0]])
    const other = await anActor(
      { ...callers[onlyCaller]!, id: coordinator.corporationId, slug: '', name: '', timeZone: zone },
      { role: 'caller' },
    )
    const second = await aCampaign({
      homes: 1,
      callers: 1,
      corporation: { id: coordinator.corporationId, slug: '', name: '', timeZone: zone },
    })
    await asSuperuser(
      "INSERT INTO target (corporation_id, campaign_id, home_id, tenant_id, claimed_by, lease_until) VALUES ($1, $2, $3, $4, $5, now() + interval '5 minutes')",
      [coordinator.corporationId, second.campaignId, ofFirst?.home_id, tenantIds[0], other.accountId],
    )
    const claim = await claimed(callers[onlyCaller]!)
    const [row] = await asSuperuser<{ home_id: string; campaign_id: string }>(
      'SELECT home_id, campaign_id FROM target WHERE id = $1',
      [claim.targetId],
    )
    expect(row?.campaign_id).toBe(campaignId)
    expect(row?.home_id).not.toBe(ofFirst?.home_id)
  })

  it('two clicks at once give one home', async () => {
    const { callers } = await aCampaign({ homes: 5 })
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimed(callers[onlyCaller]!)))
    expect(new Set(claims.map(({ targetId }) => targetId)).size).toBe(1)
  })
})

describe('an appointment', () => {
  it('comes back on time to whom it was promised, and to nobody else', async () => {
    const { callers, campaignId } = await aCampaign({ homes: 1, callers: 2 })
    await asSuperuser('UPDATE target SET assigned_to = NULL WHERE campaign_id = $1', [campaignId])
    const [me, other] = [callers[onlyCaller]!, callers[secondCaller]!]
    const claim = await claimed(me)
    expect(await finish(me, claim, 'call-back-later')).toMatchObject({ ok: true, state: 'appointment' })
    const early = await claimNext(me, new Date())
    expect(early).toMatchObject({
      ok: false,
      reason: 'nothing-left',
      blocked: [{ reason: 'appointment', count: 1 }],
      nextTenant: { lastName: 'Kuipers' },
    })
    await due(claim.targetId)
    expect(await claimNext(other, new Date())).toMatchObject({
      ok: false,
      blocked: [{ reason: 'assigned-to-other', count: 1 }],
      nextAt: null,
    })
    expect(await claimed(me)).toMatchObject({ targetId: claim.targetId, fence: 2 })
  })

  it('with anybody goes to a colleague when it has waited for a quarter of an hour', async () => {
    const { callers } = await aCampaign({ homes: 1, callers: 2 })
    const [first] = await asSuperuser<{ assigned_to: string }>(
      'SELECT assigned_to FROM target WHERE assigned_to = ANY($1)',
      [callers.map(({ accountId }) => accountId)],
    )
    const me = callers.find(({ accountId }) => accountId === first?.assigned_to)!
    const other = callers.find(({ accountId }) => accountId !== first?.assigned_to)!
    const claim = await claimed(me)
    await finish(me, claim, 'call-back-later', { againWith: 'anyone' })
    await due(claim.targetId)
    expect(await claimNext(other, new Date())).toMatchObject({ ok: false })
    await asSuperuser("UPDATE target SET next_at = now() - interval '16 minutes' WHERE id = $1", [claim.targetId])
    expect(await claimed(other)).toMatchObject({ targetId: claim.targetId })
  })

  it('with somebody who left the team is kept by who is there', async () => {
    const { callers, campaignId, coordinator } = await aCampaign({ homes: 2, callers: 2 })
    const [me, other] = [callers[onlyCaller]!, callers[secondCaller]!]
    const claim = await claimed(me)
    await finish(me, claim, 'call-back-later')
    await due(claim.targetId)
    expect(await removeCaller(coordinator, campaignId, me.accountId)).toMatchObject({ ok: true, kept: 1 })
    const taken = new Set<string>()
    for (let nr = 0; nr < 2; nr++) {
      const next = await claimed(other)
      taken.add(next.targetId)
      await finish(other, next, 'spoken')
    }
    expect(taken.has(claim.targetId)).toBe(true)
  })

  it('with somebody whose account has ended is left to everybody by the sweep', async () => {
    const { callers, coordinator } = await aCampaign({ homes: 2, callers: 2 })
    const claim = await claimed(callers[onlyCaller]!)
    await finish(callers[onlyCaller]!, claim, 'call-back-later')
    await asSuperuser('UPDATE membership SET ended_at = now() WHERE account_id = $1', [callers[onlyCaller]!.accountId])
    await sweepLeases(coordinator)
    expect(await targetRow(claim.targetId)).toMatchObject({
      state: 'appointment',
      assigned_to: null,
      appointment_with: null,
    })
  })
})

describe('"not now"', () => {
  it('puts the home behind all others of that caller, and not of a colleague', async () => {
    const { callers, campaignId } = await aCampaign({ homes: 3, callers: 2 })
    const [me, other] = [callers[onlyCaller]!, callers[secondCaller]!]
    await asSuperuser('UPDATE target SET assigned_to = NULL WHERE campaign_id = $1', [campaignId])
    const giveBack = async () => {
      const claim = await claimed(me)
      expect(await releaseClaim(me, targetClaim(claim))).toEqual({ ok: true })
      return claim.targetId
    }
    const first = await giveBack()
    const second = await giveBack()
    expect(second).not.toBe(first)
    const third = await claimed(me)
    expect([first, second]).not.toContain(third.targetId)
    await finish(me, third, 'spoken')
    expect(await claimed(other)).toMatchObject({ targetId: first })
    expect(await claimed(me)).toMatchObject({ targetId: second })
  })

  it('gives them back in the order of setting aside, and a promise in its turn again once it was made', async () => {
    const { callers } = await aCampaign({ homes: 3 })
    const me = callers[onlyCaller]!
    const given: string[] = []
    for (let nr = 0; nr < 3; nr++) {
      const claim = await claimed(me)
      await releaseClaim(me, targetClaim(claim))
      given.push(claim.targetId)
    }
    expect(new Set(given).size).toBe(3)
    const again = await claimed(me)
    expect(again.targetId).toBe(given[0])
    await finish(me, again, 'call-back-later')
    await due(again.targetId)
    expect(await claimed(me)).toMatchObject({ targetId: given[0] })
  })
})

describe('fifty callers at once', () => {
  it('never share a home, lose none, and fences only rise', async () => {
    const { callers, campaignId, coordinator } = await aCampaign({ homes: 1, callers: 50, policy: alwaysOpen })
    const homes = 2000
    await asSuperuser(
      `WITH h AS (INSERT INTO home (corporation_id, number, complex) SELECT $1, 'bulk-' || i, 'K' || i / 40 FROM generate_series(1, $2) i RETURNING id, number),
       t AS (INSERT INTO tenant (corporation_id, number, home_id, last_name, landline) SELECT $1, number, id, 'Jansen', '+31162412233' FROM h RETURNING id, home_id)
       INSERT INTO target (corporation_id, campaign_id, home_id, tenant_id, position, assigned_to)
       SELECT $1, $3, t.home_id, t.id, row_number() OVER (), CASE WHEN random() < 0.5 THEN ($4::uuid[])[1 + floor(random() * 50)::int] END FROM t`,
      [coordinator.corporationId, homes, campaignId, callers.map(({ accountId }) => accountId)],
    )
    const taken: string[] = []
    const fences = new Map<string, number>()
    await Promise.all(
      callers.map(async (me, nr) => {
        for (;;) {
          const answer = await claimNext(me, new Date())
          if (!answer.ok) return
          expect(answer.fence).toBeGreaterThan(fences.get(answer.targetId) ?? 0)
          fences.set(answer.targetId, answer.fence)
          // Now and then somebody walks away: a colleague takes it after the lease.
          if (nr % 10 === 0 && Math.random() < 0.05)
            await asSuperuser('UPDATE target SET lease_until = now(), claimed_by = NULL WHERE id = $1', [
              answer.targetId,
            ])
          else {
            taken.push(answer.targetId)
            await asSuperuser(
              "UPDATE target SET state = 'reached', claimed_by = NULL, finished_at = now() WHERE id = $1 AND fence = $2",
              [answer.targetId, answer.fence],
            )
          }
        }
      }),
    )
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken).toHaveLength(homes + 1)
    expect(await countOf('target', `campaign_id = '${campaignId}' AND state <> 'reached'`)).toBe(0)
  }, 120_000)
})

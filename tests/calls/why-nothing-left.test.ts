import { beforeAll, describe, expect, it } from 'vitest'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { whyNothingLeft } from '#app/calls/why-nothing-left.server.ts'
import { nextCallingMoment } from '#app/campaigns/calling-hours.ts'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { instantAt } from '#app/time/clock.ts'
import { anActor } from '#prisma/builders/account.ts'
import { countOf } from '../campaigns/rows.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { aCampaign, claimed, due, finish } from './a-campaign.ts'

beforeAll(useDatabase)

const zone = 'Europe/Amsterdam'
const [onlyCaller, secondCaller] = [0, 1]

describe('when nothing is left', () => {
  it('is not so as soon as there is somebody: nobody is "at a colleague" who is not', async () => {
    const { callers, coordinator, campaignId } = await aCampaign({ homes: 3 })
    const me = callers[onlyCaller]!
    await stepCampaign(coordinator, campaignId, 'pause')
    expect(await claimNext(me, new Date())).toMatchObject({ ok: false, reason: 'paused', isSomebodyReady: false })
    await stepCampaign(coordinator, campaignId, 'resume')
    expect(await whyNothingLeft(me, new Date(), null)).toMatchObject({
      isSomebodyReady: true,
      blocked: [],
      nextAt: null,
    })
    const held = await claimed(me)
    expect(await whyNothingLeft(me, new Date(), null)).toMatchObject({ isSomebodyReady: true, blocked: [] })
    await finish(me, held, 'no-answer')
    expect(await whyNothingLeft(me, new Date(), null)).toMatchObject({ blocked: [{ reason: 'retry', count: 1 }] })
    await due(held.targetId)
    expect(await whyNothingLeft(me, new Date(), null)).toMatchObject({ isSomebodyReady: true, blocked: [] })
  })

  it('agrees with the next claim about an appointment that a colleague may keep as well', async () => {
    const { callers, campaignId } = await aCampaign({ homes: 1, callers: 2 })
    const [mine] = await asSuperuser<{ id: string; assigned_to: string }>(
      'SELECT id, assigned_to FROM target WHERE campaign_id = $1',
      [campaignId],
    )
    const other = callers.find(({ accountId }) => accountId !== mine?.assigned_to)!
    for (const minutes of [1, 14, 16]) {
      await asSuperuser(
        `UPDATE target SET state = 'appointment', next_at = now() - interval '${minutes} minutes' WHERE id = $1`,
        [mine?.id],
      )
      const { isSomebodyReady } = await whyNothingLeft(other, new Date(), null)
      const claim = await claimNext(other, new Date())
      expect(claim.ok, `${minutes} minutes`).toBe(isSomebodyReady)
      expect(isSomebodyReady).toBe(minutes > 15)
    }
  })

  it('says why, with counts', async () => {
    const { callers, coordinator, campaignId } = await aCampaign({ homes: 6, callers: 2 })
    const [me, other] = [callers[onlyCaller]!, callers[secondCaller]!]
    for (const outcome of ['spoken', 'no-answer'] as const) await finish(me, await claimed(me), outcome)
    await finish(me, await claimed(me), 'skipped')
    await claimed(other)
    const answer = await claimNext(me, new Date())
    expect(answer).toMatchObject({ ok: false, reason: 'nothing-left' })
    expect(answer.ok ? [] : answer.blocked).toEqual([
      { reason: 'claimed-by-other', count: 1 },
      { reason: 'retry', count: 1 },
      { reason: 'skipped-by-you', count: 1 },
      { reason: 'assigned-to-other', count: 2 },
      { reason: 'finished', count: 1 },
    ])
    expect(answer.ok ? null : answer.nextAt?.getTime()).toBeGreaterThan(Date.now())
    await stepCampaign(coordinator, campaignId, 'pause')
    const paused = await claimNext(me, new Date())
    expect(paused).toMatchObject({
      ok: false,
      nextAt: null,
      blocked: [
        { reason: 'paused', count: 5 },
        { reason: 'finished', count: 1 },
      ],
    })
  })

  it('says when calling begins again outside the hours, and takes nothing', async () => {
    const { callers } = await aCampaign({ homes: 2, policy: defaultPolicy })
    const sunday = instantAt(zone, '2030-11-24', '10:00')
    const answer = await claimNext(callers[onlyCaller]!, sunday)
    expect(answer).toMatchObject({
      ok: false,
      reason: 'outside-calling-hours',
      blocked: [{ reason: 'outside-hours', count: 2 }],
    })
    const expected = nextCallingMoment(defaultPolicy, zone, sunday)
    expect(answer.ok ? null : answer.nextAt).toEqual(expected)
    expect(
      await countOf(
        'target',
        `claimed_by = '${callers[onlyCaller]!.accountId}' OR fence > 0 AND assigned_to = '${callers[onlyCaller]!.accountId}'`,
      ),
    ).toBe(0)
    expect(await claimNext(callers[onlyCaller]!, instantAt(zone, '2030-11-25', '10:00'))).toMatchObject({ ok: true })
  })

  it('says so when somebody is on no team', async () => {
    const { corporation } = await aCampaign()
    const newcomer = await anActor(corporation, { role: 'caller' })
    expect(await claimNext(newcomer, new Date())).toEqual({
      ok: false,
      reason: 'no-campaign',
      isSomebodyReady: false,
      blocked: [],
      nextAt: null,
      nextTenant: null,
    })
  })

  it('does not give a skipped home straight back, but to a colleague', async () => {
    const { callers } = await aCampaign({ homes: 1, callers: 2 })
    const [first] = await asSuperuser<{ assigned_to: string }>(
      'SELECT assigned_to FROM target WHERE assigned_to = ANY($1)',
      [callers.map(({ accountId }) => accountId)],
    )
    const me = callers.find(({ accountId }) => accountId === first?.assigned_to)!
    const other = callers.find(({ accountId }) => accountId !== first?.assigned_to)!
    const claim = await claimed(me)
    await finish(me, claim, 'skipped')
    expect(await claimNext(me, new Date())).toMatchObject({
      ok: false,
      blocked: [{ reason: 'skipped-by-you', count: 1 }],
    })
    expect(await claimed(other)).toMatchObject({ targetId: claim.targetId })
  })
})

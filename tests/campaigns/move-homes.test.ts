import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { removeCaller } from '#app/campaigns/change-team.server.ts'
import { homesOfMove, moveHomes } from '#app/campaigns/move-homes.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { type PromiseKeeper, promiseKeepers } from '#app/campaigns/target-steps.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCampaign, type Campaign, claimed, finish } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { targetRow } from './rows.ts'

beforeAll(async () => {
  await useDatabase()
})

type Home = { id: string; state: string; assigned_to: string | null; appointment_with: string | null; next_at: Date }

const homesOf = ({ campaignId }: Campaign) =>
  asSuperuser<Home>(
    'SELECT id, home_id, tenant_id, state, assigned_to, appointment_with, next_at, position, attempt_count FROM target WHERE campaign_id = $1 ORDER BY id',
    [campaignId],
  )
const give = (
  { coordinator, campaignId }: Campaign,
  ids: string[],
  to: Actor,
  promises: PromiseKeeper | null = null,
  by = coordinator,
) => moveHomes(by, { campaignId, ids }, { step: 'move', callerId: to.accountId, promises })
const takeBack = async ({ coordinator, campaignId }: Campaign, move: string) =>
  moveHomes(coordinator, { campaignId, ids: await homesOfMove(coordinator, campaignId, move) }, { step: 'moveBack' })
const withEach = async (campaign: Campaign) => {
  const homes = await homesOf(campaign)
  return campaign.callers.map(({ accountId }) => homes.filter((home) => home.assigned_to === accountId))
}
const promise = (id: string, to: Actor | null) =>
  asSuperuser(
    "UPDATE target SET state = 'appointment', next_at = now() + interval '1 day', appointment_with = $2 WHERE id = $1",
    [id, to?.accountId ?? null],
  )
const logged = (id: string) =>
  asSuperuser<{ action: string; details: object; account_id: string }>(
    "SELECT action, details, account_id FROM audit_event WHERE subject_id = $1 AND action LIKE 'target:handed%' ORDER BY id",
    [id],
  )

describe('homes given to a colleague', () => {
  test('lie with them, are in the log, and go back when the move is undone', async () => {
    const campaign = await aCampaign({ homes: 6, callers: 2 })
    const before = await homesOf(campaign)
    const [mine = []] = await withEach(campaign)
    const ids = mine.map(({ id }) => id)
    const [, second] = campaign.callers
    const answer = await give(campaign, ids, second!)
    expect(answer).toMatchObject({ ok: true, count: 3, leftOut: 0, reasons: {} })
    expect((await withEach(campaign)).map((each) => each.length)).toEqual([0, 6])
    expect(await logged(ids[0]!)).toEqual([
      { action: 'target:handed-over', details: { to: second!.accountId }, account_id: campaign.coordinator.accountId },
    ])
    if (!answer.ok) throw new Error(answer.reason)
    expect(await takeBack(campaign, answer.undoes.move)).toMatchObject({ ok: true, count: 3 })
    expect(await homesOf(campaign)).toEqual(before)
    expect((await logged(ids[0]!)).map(({ action }) => action)).toEqual(['target:handed-over', 'target:handed-back'])
    expect(await takeBack(campaign, answer.undoes.move)).toMatchObject({ ok: false })
  })

  test('keep an agreed time, which goes along', async () => {
    const campaign = await aCampaign({ homes: 2, callers: 2 })
    const [[home] = []] = await withEach(campaign)
    await promise(home!.id, null)
    const before = await targetRow(home!.id)
    expect(await give(campaign, [home!.id], campaign.callers[1]!)).toMatchObject({ ok: true, count: 1 })
    expect(await targetRow(home!.id)).toMatchObject({
      state: 'appointment',
      next_at: before.next_at,
      appointment_with: null,
      assigned_to: campaign.callers[1]!.accountId,
    })
  })

  test('of whom a caller was promised by name are asked about first, all together', async () => {
    const campaign = await aCampaign({ homes: 4, callers: 2 })
    const [first, second] = campaign.callers
    const [mine = []] = await withEach(campaign)
    const ids = mine.map(({ id }) => id)
    await promise(ids[0]!, first!)
    const before = await homesOf(campaign)
    expect(await give(campaign, ids, second!)).toEqual({ ok: false, reason: 'ask-promises', field: 'promises' })
    expect(await homesOf(campaign)).toEqual(before)
    expect(await give(campaign, ids, second!, 'stays')).toMatchObject({
      ok: true,
      count: 1,
      reasons: { 'promise-stays': 1 },
    })
    expect(await targetRow(ids[0]!)).toMatchObject({
      assigned_to: first!.accountId,
      appointment_with: first!.accountId,
    })
    const answer = await give(campaign, ids, second!, 'goes-along')
    expect(answer).toMatchObject({ ok: true, count: 1, reasons: { 'already-theirs': 1 } })
    expect(await targetRow(ids[0]!)).toMatchObject({
      state: 'appointment',
      assigned_to: second!.accountId,
      appointment_with: second!.accountId,
    })
    if (!answer.ok) throw new Error(answer.reason)
    await takeBack(campaign, answer.undoes.move)
    expect(await targetRow(ids[0]!)).toMatchObject({
      assigned_to: first!.accountId,
      appointment_with: first!.accountId,
    })
  })

  test('stay under the hands of whoever is calling, who saves what came of it', async () => {
    const campaign = await aCampaign({ homes: 4, callers: 2 })
    const [first, second] = campaign.callers
    const claim = await claimed(first!)
    const ids = (await homesOf(campaign)).map(({ id }) => id)
    expect(await give(campaign, ids, second!)).toMatchObject({
      ok: true,
      count: 1,
      reasons: { 'in-a-call': 1, 'already-theirs': 2 },
    })
    expect(await targetRow(claim.targetId)).toMatchObject({
      assigned_to: first!.accountId,
      claimed_by: first!.accountId,
      fence: claim.fence,
    })
    expect(await finish(first!, claim, 'spoken')).toMatchObject({ ok: true, state: 'reached' })
  })

  test('are not taken back from a call, nor for somebody who left, nor when they were moved again', async () => {
    const campaign = await aCampaign({ homes: 6, callers: 3 })
    const [first, second, third] = campaign.callers
    const [mine = [], theirs = []] = await withEach(campaign)
    const [called, again] = mine.map(({ id }) => id)
    await give(
      campaign,
      theirs.map(({ id }) => id),
      third!,
    )
    const answer = await give(campaign, [called!, again!], second!)
    if (!answer.ok) throw new Error(answer.reason)
    const claim = await claimed(second!)
    expect([called, again]).toContain(claim.targetId)
    const other = claim.targetId === called ? again! : called!
    expect(await takeBack(campaign, answer.undoes.move)).toMatchObject({ count: 1, reasons: { 'in-a-call': 1 } })
    expect(await targetRow(other)).toMatchObject({ assigned_to: first!.accountId })
    await finish(second!, claim, 'no-answer')
    await removeCaller(campaign.coordinator, campaign.campaignId, first!.accountId)
    expect(await takeBack(campaign, answer.undoes.move)).toMatchObject({ ok: false, reason: 'not-on-team' })
    await give(campaign, [claim.targetId], third!)
    expect(await takeBack(campaign, answer.undoes.move)).toMatchObject({ ok: false })
    expect(await targetRow(claim.targetId)).toMatchObject({ assigned_to: third!.accountId })
  })

  test('only to somebody on the team, in a round that runs, of their own corporation', async () => {
    const campaign = await aCampaign({ homes: 2, callers: 2 })
    const ids = (await homesOf(campaign)).map(({ id }) => id)
    const outsider = await anActor(campaign.corporation, { role: 'caller' })
    expect(await give(campaign, ids, outsider)).toMatchObject({ ok: false, reason: 'choose-caller' })
    const elsewhere = await aCampaign({ homes: 2 })
    const theirs = (await homesOf(elsewhere)).map(({ id }) => id)
    expect(await give(campaign, theirs, campaign.callers[0]!)).toEqual({ ok: false, reason: 'not-found' })
    expect(await give(campaign, ids, campaign.callers[0]!, null, elsewhere.coordinator)).toEqual({
      ok: false,
      reason: 'not-found',
    })
    await stepCampaign(campaign.coordinator, campaign.campaignId, 'close')
    expect(await give(campaign, ids, campaign.callers[0]!)).toEqual({ ok: false, reason: 'not-live' })
  })
})

test('no home is lost, called by two, or late for what was agreed, whatever is moved and undone', {
  timeout: 120_000,
}, async () => {
  const campaign = await aCampaign({ homes: 9, callers: 3 })
  const start = await homesOf(campaign)
  const at = fc.nat({ max: start.length - 1 })
  const caller = fc.nat({ max: 2 })
  const action = fc.oneof(
    fc.record({
      do: fc.constant('move' as const),
      homes: fc.uniqueArray(at, { minLength: 1 }),
      to: caller,
      promises: fc.option(fc.constantFrom(...promiseKeepers)),
    }),
    fc.record({ do: fc.constant('undo' as const) }),
    fc.record({ do: fc.constant('promise' as const), home: at, byName: fc.boolean() }),
    fc.record({ do: fc.constant('call' as const), by: caller }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
      await asSuperuser(
        "UPDATE target SET state = 'open', next_at = NULL, appointment_with = NULL, claimed_by = NULL, lease_until = NULL, holder = NULL WHERE campaign_id = $1",
        [campaign.campaignId],
      )
      const moves: string[] = []
      for (const step of actions) {
        const before = await homesOf(campaign)
        const hands = await inHand(campaign)
        if (step.do === 'move') {
          const ids = step.homes.map((home) => start[home]!.id)
          const answer = await give(campaign, ids, campaign.callers[step.to]!, step.promises)
          if (answer.ok) moves.push(answer.undoes.move)
        } else if (step.do === 'undo') await takeBack(campaign, moves.pop() ?? '')
        else if (step.do === 'call') {
          await claimNext(campaign.callers[step.by]!, new Date())
          continue
        } else {
          const { id, assigned_to } = before[step.home]!
          const owner = campaign.callers.find(({ accountId }) => accountId === assigned_to) ?? null
          if (!hands.some((hand) => hand.id === id)) await promise(id, step.byName ? owner : null)
          continue
        }
        const after = await homesOf(campaign)
        expect(after.map(unmoved)).toEqual(before.map(unmoved))
        expect(await inHand(campaign)).toEqual(hands)
        for (const home of after) {
          expect(campaign.callers.map(({ accountId }) => accountId)).toContain(home.assigned_to)
          if (home.appointment_with) expect(home.appointment_with).toBe(home.assigned_to)
        }
      }
    }),
    { numRuns: 15 },
  )
})

const inHand = ({ campaignId }: Campaign) =>
  asSuperuser<{ id: string }>(
    'SELECT id, assigned_to, claimed_by, fence FROM target WHERE campaign_id = $1 AND claimed_by IS NOT NULL ORDER BY id',
    [campaignId],
  )

/** All but with whom it lies. */
const unmoved = ({ assigned_to: _, appointment_with: promised, ...rest }: Home) => ({
  ...rest,
  isByName: promised !== null,
})

test('a home that is claimed while it is moved is with one caller: before or after, never both', {
  timeout: 60_000,
}, async () => {
  const campaign = await aCampaign({ homes: 16, callers: 4 })
  const ids = (await homesOf(campaign)).map(({ id }) => id)
  for (let round = 0; round < 6; round++) {
    const to = campaign.callers[round % 4]!
    const claims = campaign.callers.map((caller) => claimNext(caller, new Date()))
    const [moved, ...taken] = await Promise.all([give(campaign, ids, to), ...claims])
    expect(moved.ok).toBe(true)
    const held = taken.flatMap((claim) => (claim.ok ? [claim.targetId] : []))
    expect(new Set(held).size).toBe(held.length)
    const homes = await homesOf(campaign)
    expect(homes.filter(({ id, assigned_to }) => assigned_to !== to.accountId && !held.includes(id))).toEqual([])
    await asSuperuser('UPDATE target SET claimed_by = NULL, lease_until = NULL, holder = NULL WHERE campaign_id = $1', [
      campaign.campaignId,
    ])
  }
})

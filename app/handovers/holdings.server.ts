import { countHeldDrafts } from '#app/calls/hand-over-drafts.server.ts'
import { type HeldHomes, listHeldHomes } from '#app/campaigns/held-homes.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { listHeldPromises } from '#app/follow-ups/hand-over-follow-ups.server.ts'
import { countHeldGestures } from '#app/gestures/held-gestures.server.ts'
import { countHeldReferrals } from '#app/referrals/hand-over-referrals.server.ts'
import { type Sort, sorts } from './sorts.ts'

/** What lies with somebody in one round, or outside any. */
export type RoundHoldings = Record<Sort, number> & { campaignId: string | null; name: string }

export type Holdings = {
  rounds: RoundHoldings[]
  total: Record<Sort, number>
  /** Days on which something was promised, first due first: 'yyyy-mm-dd' in the corporation's zone. */
  due: { on: string; count: number }[]
  /** How many rounds they call in, also those in which nothing lies with them. */
  teams: number
  /** Names of rounds in which they have a home in hand at this moment. */
  onTheLine: string[]
  /** Names of rounds in which nobody calls without them. */
  withoutOthers: string[]
}

/** What somebody holds: counts, days and names of rounds. No tenant is named: who asks may not see them. */
export async function readHoldings(tx: SqlRunner, scope: CorporationScope, accountId: string): Promise<Holdings> {
  const homes = await listHeldHomes(tx, scope, accountId)
  const promises = await listHeldPromises(tx, scope, accountId)
  const parts: Part[] = [
    ...homes.flatMap(({ campaignId, ...held }) => [
      { sort: 'homes' as const, campaignId, count: held.homes },
      { sort: 'appointments' as const, campaignId, count: held.appointments },
    ]),
    ...promises.map((held) => ({ sort: 'followUps' as const, ...held })),
    ...(await countHeldReferrals(tx, scope, accountId)).map((held) => ({ sort: 'referrals' as const, ...held })),
    ...(await countHeldGestures(tx, scope, accountId)).map((held) => ({ sort: 'gestures' as const, ...held })),
    ...(await countHeldDrafts(tx, scope, accountId)).map((held) => ({ sort: 'drafts' as const, ...held })),
  ]
  return {
    rounds: await named(tx, scope, byRound(parts)),
    total: sumOf(parts),
    due: byDay(promises),
    teams: homes.length,
    onTheLine: homes.filter(({ isOnTheLine }) => isOnTheLine).map(({ name }) => name),
    withoutOthers: homes.filter(isLeftAlone).map(({ name }) => name),
  }
}

/** What somebody else has to do, if they may not any more: cards wait for whoever decides on them. */
export const isAnybodyNeeded = ({ followUps, referrals, drafts }: Holdings['total']) =>
  followUps + referrals + drafts > 0

type Part = { sort: Sort; campaignId: string | null; count: number }

const isLeftAlone = ({ others, homes, appointments }: HeldHomes) => others === 0 && homes + appointments > 0

const sumOf = (parts: Part[]) =>
  Object.fromEntries(
    sorts.map((sort) => [sort, parts.filter((part) => part.sort === sort).reduce((sum, { count }) => sum + count, 0)]),
  ) as Record<Sort, number>

function byRound(parts: Part[]) {
  const ids = [...new Set(parts.filter(({ count }) => count > 0).map(({ campaignId }) => campaignId))]
  return ids.map((campaignId) => ({
    campaignId,
    ...sumOf(parts.filter((part) => part.campaignId === campaignId)),
  }))
}

function byDay(promises: { dueOn: string; count: number }[]) {
  const days = new Map<string, number>()
  for (const { dueOn, count } of promises) days.set(dueOn, (days.get(dueOn) ?? 0) + count)
  return [...days].map(([on, count]) => ({ on, count }))
}

/** By name; what belongs to no round comes last. */
async function named(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  rounds: Omit<RoundHoldings, 'name'>[],
): Promise<RoundHoldings[]> {
  const ids = rounds.flatMap(({ campaignId }) => campaignId ?? [])
  const campaigns = await tx.sql<{ id: string; name: string }>(sql`
    SELECT id, name FROM campaign WHERE corporation_id = ${corporationId}::int AND id = ANY(${ids}::uuid[]) ORDER BY name, id`)
  const withName = campaigns.flatMap(({ id, name }) =>
    rounds.filter(({ campaignId }) => campaignId === id).map((round) => ({ ...round, name })),
  )
  return [...withName, ...rounds.filter(({ campaignId }) => !campaignId).map((round) => ({ ...round, name: '' }))]
}

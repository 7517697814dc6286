import type { Actor } from '#app/accounts/authorize.server.ts'
import { sweepLeases } from '#app/campaigns/sweep-leases.server.ts'
import { withdrawUncallable } from '#app/campaigns/withdraw.server.ts'
import { inScopeAtOnce, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { dateIn } from '#app/time/clock.ts'
import { announceClaim } from './announce-claim.server.ts'
import { type CallersRounds, callersRounds, openRounds } from './callers-campaigns.server.ts'
import { claimStatements } from './claim-statement.ts'
import { type NothingLeft, whyNothingLeft } from './why-nothing-left.server.ts'

/** A home in a caller's hands. `fence` goes with every save; a higher one means that somebody else took it. */
export type Claim = {
  ok: true
  targetId: string
  campaignId: string
  fence: number
  leaseUntil: Date
  /** They had it already: after a reload, or a closed laptop. */
  isResumed: boolean
}

// Each turn takes something out of the way for good, so this is only met when something is wrong.
const mostTurns = 20

/** Gives a caller the next home to call, or says why there is none. `campaignId`: only from that round. */
export async function claimNext(
  actor: Actor,
  now: Date,
  campaignId: string | null = null,
): Promise<Claim | NothingLeft> {
  let mustReadRounds = false
  let skipHomes: string[] = []
  for (let turn = 0; turn < mostTurns; turn++) {
    const { known, isFresh } = await callersRounds(actor, mustReadRounds)
    const answer = await tryToClaim(actor, now, known, campaignId, skipHomes)
    if (answer.is === 'claimed') {
      if (!answer.claim.isResumed) announceClaim(actor.corporationId, answer.claim.campaignId)
      return answer.claim
    }
    if (answer.is === 'none' && isFresh) return whyNothingLeft(actor, now, campaignId)
    mustReadRounds = true
    if (answer.is === 'may-not') await withdrawUncallable(actor, dateIn(actor.timeZone, now))
    if (answer.is === 'home-is-called') skipHomes = await homesBeingCalled(actor)
  }
  throw new Error('No home could be claimed, though there seemed to be one each time.')
}

type Try =
  | { is: 'claimed'; claim: Claim }
  | { is: 'none' }
  | { is: 'may-not' }
  | { is: 'held-already' }
  | { is: 'home-is-called' }
type Row = Omit<Claim, 'ok' | 'targetId'> & { targetId: string | null; foundId: string | null }

async function tryToClaim(
  actor: Actor,
  now: Date,
  known: CallersRounds,
  campaignId: string | null,
  skipHomes: string[],
): Promise<Try> {
  // Decided here, before anything is taken. What somebody holds already they may finish whatever the clock says.
  const { ids, leases, today } = openRounds(known, actor.timeZone, now)
  const isAsked = (_: unknown, place: number) => campaignId === null || ids[place] === campaignId
  const values: unknown[] = [
    actor.corporationId,
    actor.accountId,
    ids.filter(isAsked),
    leases.filter(isAsked),
    today,
    skipHomes,
  ]
  const { ownHome } = known
  const statement = ownHome
    ? { ...claimStatements.forNeighbour, values: [...values, ownHome.number, ownHome.complex] }
    : { ...claimStatements.plain, values }
  try {
    const [row] = await inScopeAtOnce<Row>(actor, statement)
    const { targetId, foundId, ...claim } = row as Row
    if (!foundId) return { is: 'none' }
    return targetId ? { is: 'claimed', claim: { ok: true, targetId, ...claim } } : { is: 'may-not' }
  } catch (error) {
    return claimedMeanwhile(error)
  }
}

/** Two claims of one caller at once, or one home in two rounds: a unique index says no to the second. */
function claimedMeanwhile(error: unknown): Try {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint === 'target_one_claim_per_caller') return { is: 'held-already' }
  if (code === '23505' && constraint === 'target_one_claim_per_home') return { is: 'home-is-called' }
  throw error
}

async function homesBeingCalled(actor: Actor): Promise<string[]> {
  await sweepLeases(actor)
  return inScopeSql(actor, async (tx) => {
    const rows = await tx.sql<{ homeId: string }>(sql`
      SELECT home_id AS "homeId" FROM target
      WHERE corporation_id = ${actor.corporationId}::int AND claimed_by IS NOT NULL AND claimed_by <> ${actor.accountId}::uuid`)
    return rows.map(({ homeId }) => homeId)
  })
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { withdrawUncallable } from '#app/campaigns/withdraw-tenant.server.ts'
import { type Claimed, claim } from '#app/claims/claim.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { dateIn } from '#app/time/clock.ts'
import { type CallersCampaigns, callersCampaigns, openCampaigns } from './callers-campaigns.server.ts'
import { claimStatements } from './claim-statement.ts'
import { sweepLeases } from './sweep-leases.server.ts'
import { type NothingLeft, whyNothingLeft } from './why-nothing-left.server.ts'

/** A home in a caller's hands. */
export type Claim = Pick<Claimed, 'fence' | 'leaseUntil' | 'isResumed'> & {
  ok: true
  targetId: string
  campaignId: string
}

const oneClaimPerHome = 'target_one_claim_per_home'
// Each turn takes something out of the way for good, so this is only met when something is wrong.
const mostTurns = 20

/** Gives a caller the next home to call, or says why there is none. `campaignId`: only from that campaign. */
export async function claimNext(
  actor: Actor,
  now: Date,
  campaignId: string | null = null,
): Promise<Claim | NothingLeft> {
  let mustReadCampaigns = false
  let skipHomes: string[] = []
  for (let turn = 0; turn < mostTurns; turn++) {
    const { known, isFresh } = await callersCampaigns(actor, mustReadCampaigns)
    const answer = await tryToClaim(actor, now, { known, isFresh, campaignId, skipHomes })
    if (answer.is === 'claimed') return homeOf(answer)
    if (answer.is === 'none' && isFresh) return whyNothingLeft(actor, now, campaignId)
    mustReadCampaigns = true
    if (answer.is === 'refused') await withdrawUncallable(actor, dateIn(actor.timeZone, now))
    // Two claims of one caller at once need no more than another turn.
    if (answer.is === 'conflict' && answer.index === oneClaimPerHome) skipHomes = await homesBeingCalled(actor)
  }
  throw new Error('No home could be claimed, though there seemed to be one each time.')
}

function homeOf({ id, groupId, fence, leaseUntil, isResumed }: Claimed): Claim {
  return { ok: true, targetId: id, campaignId: groupId, fence, leaseUntil, isResumed }
}

type Asked = { known: CallersCampaigns; isFresh: boolean; campaignId: string | null; skipHomes: string[] }

async function tryToClaim(
  actor: Actor,
  now: Date,
  { known, isFresh, campaignId, skipHomes }: Asked,
): ReturnType<typeof claim> {
  // Decided here, before anything is taken. What somebody holds already they may finish whatever the clock says.
  const { ids, today } = openCampaigns(known, actor.timeZone, now)
  const campaigns = campaignId === null ? ids : ids.filter((id) => id === campaignId)
  const { ownHome } = known
  const { next, setAside } = ownHome ? claimStatements.forNeighbour : claimStatements.plain
  const values = [campaigns, today, skipHomes, ...(ownHome ? [ownHome.number, ownHome.complex] : [])]
  const answer = await claim(actor, next, values)
  // Whom they set aside comes last, and a campaign that began just now is not passed over for it.
  return answer.is === 'none' && isFresh ? claim(actor, setAside, values) : answer
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

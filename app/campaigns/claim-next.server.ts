import type { Actor } from '#app/accounts/authorize.server.ts'
import { dateIn } from '#app/core/clock.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { announceClaim } from './announce-claim.server.ts'
import { isCallingTime } from './calling-hours.ts'
import { claimStatements } from './claim-statement.ts'
import type { Policy } from './policy.ts'
import { sweepLeases } from './sweep-leases.server.ts'
import { type NothingLeft, whyNothingLeft } from './why-nothing-left.server.ts'
import { withdrawUncallable } from './withdraw.server.ts'

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

type Row = Omit<Claim, 'ok' | 'targetId'> & { targetId: string | null; foundId: string | null; policy: Policy | null }
type Asked = {
  campaignId: string | null
  skipRounds: string[]
  skipHomes: string[]
  own: OwnHome | null
  today: string
}
type OwnHome = { number: string; complex: string | null }

// Each turn takes something out of the way for good, so this is only met when something is wrong.
const mostTurns = 50

/** Gives a caller the next home to call, or says why there is none. `campaignId`: only from that round. */
export async function claimNext(
  actor: Actor,
  now: Date,
  campaignId: string | null = null,
): Promise<Claim | NothingLeft> {
  let asked: Asked = { campaignId, skipRounds: [], skipHomes: [], own: null, today: dateIn(actor.timeZone, now) }
  for (let turn = 0; turn < mostTurns; turn++) {
    const answer = await tryToClaim(actor, now, asked)
    if (answer.is === 'claimed') {
      if (!answer.claim.isResumed) announceClaim(actor.corporationId, answer.claim.campaignId)
      return answer.claim
    }
    if (answer.is === 'none') return whyNothingLeft(actor, now, campaignId)
    asked = { ...asked, ...(await outOfTheWay(actor, asked, answer)) }
  }
  throw new Error('No home could be claimed, though there seemed to be one each time.')
}

type Try =
  | { is: 'claimed'; claim: Claim }
  | { is: 'none' }
  | { is: 'in-the-way'; what: 'round' | 'target'; id: string }
  | { is: 'taken'; by: 'me-already' | 'other-round' }

/** Thrown so that the claim is undone. */
class OutsideCallingHours extends Error {
  readonly campaignId: string
  constructor(campaignId: string) {
    super('outside-calling-hours')
    this.campaignId = campaignId
  }
}

async function tryToClaim(actor: Actor, now: Date, asked: Asked): Promise<Try> {
  try {
    return await inScopeSql(
      actor,
      async ({ client }): Promise<Try> => {
        const { rows } = await client.query<Row>(statementOf(actor, asked))
        const { targetId, foundId, policy, ...claim } = rows[0] as Row
        if (!foundId) return { is: 'none' }
        if (!targetId) return { is: 'in-the-way', what: 'target', id: foundId }
        // What they hold already they may finish, whatever the clock says.
        const mayCall = claim.isResumed || (policy !== null && isCallingTime(policy, actor.timeZone, now))
        if (!mayCall) throw new OutsideCallingHours(claim.campaignId)
        return { is: 'claimed', claim: { ok: true, targetId, ...claim } }
      },
      { plansOnce: true },
    )
  } catch (error) {
    if (error instanceof OutsideCallingHours) return { is: 'in-the-way', what: 'round', id: error.campaignId }
    return claimedMeanwhile(error)
  }
}

function statementOf({ corporationId, accountId }: Actor, { campaignId, skipRounds, skipHomes, own, today }: Asked) {
  const values = [corporationId, accountId, campaignId, skipRounds, today, skipHomes]
  if (!own) return { ...claimStatements.plain, values }
  return { ...claimStatements.forNeighbour, values: [...values, own.number, own.complex] }
}

/** Two claims of one caller at once, or one home in two rounds: a unique index says no to the second. */
function claimedMeanwhile(error: unknown): Try {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && constraint === 'target_one_claim_per_caller') return { is: 'taken', by: 'me-already' }
  if (code === '23505' && constraint === 'target_one_claim_per_home') return { is: 'taken', by: 'other-round' }
  throw error
}

/** What to leave out in the next turn. */
async function outOfTheWay(actor: Actor, asked: Asked, answer: Try): Promise<Partial<Asked>> {
  if (answer.is === 'in-the-way' && answer.what === 'round') return { skipRounds: [...asked.skipRounds, answer.id] }
  if (answer.is === 'in-the-way') {
    if ((await withdrawUncallable(actor, asked.today)) > 0) return {}
    return { own: await ownHome(actor) }
  }
  if (answer.is === 'taken' && answer.by === 'other-round') {
    await sweepLeases(actor)
    return { skipHomes: await homesBeingCalled(actor) }
  }
  return {}
}

function homesBeingCalled(actor: Actor): Promise<string[]> {
  return inScopeSql(actor, async (tx) => {
    const rows = await tx.sql<{ homeId: string }>(sql`
      SELECT home_id AS "homeId" FROM target
      WHERE corporation_id = ${actor.corporationId}::int AND claimed_by IS NOT NULL AND claimed_by <> ${actor.accountId}::uuid`)
    return rows.map(({ homeId }) => homeId)
  })
}

function ownHome(actor: Actor): Promise<OwnHome | null> {
  return inScopeSql(actor, async (tx) => {
    const [own] = await tx.sql<OwnHome>(sql`
      SELECT m.own_home_number AS number, h.complex FROM membership m
      LEFT JOIN home h ON h.corporation_id = m.corporation_id AND h.number = m.own_home_number
      WHERE m.corporation_id = ${actor.corporationId}::int AND m.account_id = ${actor.accountId}::uuid AND m.own_home_number IS NOT NULL`)
    return own ?? null
  })
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { type Policy, policySchema } from '#app/campaigns/calling-policy.ts'
import { isLive } from '#app/campaigns/campaign-steps.ts'
import { holdHomes } from '#app/campaigns/hold-homes.server.ts'
import { tenantReasons, type WithdrawnReason } from '#app/campaigns/target.ts'
import { isClaimed } from '#app/claims/claim-kind.ts'
import { mayCorrect } from '#app/conversations/correct-conversation.server.ts'
import { type Outcome, outcomeRule, type SkipReason } from '#app/conversations/outcomes.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { workingNumbers } from '#app/tenants/phone-numbers.ts'
import { type HomeBefore, likelyBefore, readHomeBefore } from './home-before.ts'

/** A call by itself, or the conversation that was written down in it. */
export type Which = { attemptId: string } | { conversationId: string }

/** Why another outcome leaves the home where it stands in its campaign. */
export type HomeStays = 'campaign-closed' | 'called-again' | 'in-hands' | 'taken-off'

export type SavedCall = {
  attemptId: string
  targetId: string
  campaignId: string
  tenantId: string
  callerId: string
  at: Date
  outcome: Outcome
  /** Said in it that they object. */
  objects: boolean
  skipReason: SkipReason | null
  /** E.164 */
  numberUsed: string | null
  /** E.164: those that worked when it was rung. */
  numbers: string[]
  conversationId: string | null
  before: HomeBefore
  policy: Policy
  name: PersonName
  homeStays: HomeStays | null
}

type Row = Omit<SavedCall, 'before' | 'policy' | 'name' | 'homeStays'> &
  PersonName & {
    before: Parameters<typeof readHomeBefore>[0] | null
    policy: unknown
    campaignState: Parameters<typeof isLive>[0]
    attemptCount: number
    assignedTo: string | null
    withdrawnReason: WithdrawnReason | null
    isInHands: boolean
    isCalledAgain: boolean
  }

/** The same, with its tenant and home held still until the transaction ends. */
export async function lockSavedCall(tx: SqlRunner, actor: Actor, which: Which): Promise<SavedCall | null> {
  await holdHomes(tx, actor, sql`SELECT p.tenant_id FROM attempt p WHERE ${isOne(actor, which)}`)
  return findSavedCall(tx, actor, which)
}

/** A call that this person may correct. */
export async function findSavedCall(tx: SqlRunner, actor: Actor, which: Which): Promise<SavedCall | null> {
  const [row] = await tx.sql<Row>(sql`
    SELECT p.id AS "attemptId", p.target_id AS "targetId", p.campaign_id AS "campaignId", p.tenant_id AS "tenantId", p.account_id AS "callerId",
      p.at, p.outcome, p.skip_reason AS "skipReason", p.number_used AS "numberUsed", p.before, c.policy, c.state AS "campaignState", ${nameColumns},
      (SELECT k.id FROM conversation k WHERE k.corporation_id = p.corporation_id AND k.attempt_id = p.id LIMIT 1) AS "conversationId",
      EXISTS (SELECT FROM tenant_report r WHERE r.corporation_id = p.corporation_id AND r.tenant_id = p.tenant_id AND r.at = p.at
        AND r.kind = 'objected' AND r.undone_at IS NULL) AS objects,
      ${workingNumbers} AS numbers, g.attempt_count AS "attemptCount", g.assigned_to AS "assignedTo", g.withdrawn_reason AS "withdrawnReason",
      ${isClaimed} AS "isInHands", (g.last_attempt_at > p.at OR EXISTS (SELECT FROM attempt l WHERE l.corporation_id = p.corporation_id
        AND l.target_id = p.target_id AND (l.at, l.id) > (p.at, p.id))) AS "isCalledAgain"
    FROM attempt p
    JOIN target g ON g.corporation_id = p.corporation_id AND g.id = p.target_id
    JOIN campaign c ON c.corporation_id = p.corporation_id AND c.id = p.campaign_id
    JOIN tenant t ON t.corporation_id = p.corporation_id AND t.id = p.tenant_id
    WHERE ${isOne(actor, which)}`)
  return row ? savedCall(row) : null
}

const isOne = (actor: Actor, which: Which) => {
  const one =
    'attemptId' in which
      ? sql`p.id = ${which.attemptId}::uuid`
      : sql`p.id = (SELECT k.attempt_id FROM conversation k WHERE k.corporation_id = ${actor.corporationId}::int AND k.id = ${which.conversationId}::uuid)`
  return sql`p.corporation_id = ${actor.corporationId}::int AND ${one} AND ${mayCorrect(actor, 'p')}`
}

function savedCall(row: Row): SavedCall {
  const { sex, initials, firstName, infix, lastName, ...rest } = row
  const {
    before,
    policy,
    campaignState,
    attemptCount,
    assignedTo,
    withdrawnReason,
    isInHands,
    isCalledAgain,
    ...call
  } = rest
  const struck = outcomeRule(row.outcome).strikes ? row.numberUsed : null
  return {
    ...call,
    numbers: struck && !row.numbers.includes(struck) ? [struck, ...row.numbers] : row.numbers,
    before: before ? readHomeBefore(before) : likelyBefore(row),
    policy: policySchema.parse(policy),
    name: { sex, initials, firstName, infix, lastName },
    homeStays: whyHomeStays(row),
  }
}

function whyHomeStays({ campaignState, isCalledAgain, isInHands, withdrawnReason }: Row): HomeStays | null {
  if (!isLive(campaignState)) return 'campaign-closed'
  if (isCalledAgain) return 'called-again'
  if (isInHands) return 'in-hands'
  const isOurs = withdrawnReason === null || tenantReasons.some((reason) => reason === withdrawnReason)
  return isOurs ? null : 'taken-off'
}

/** The last call to a home, when this person may correct it. */
export async function findLastCall(tx: SqlRunner, actor: Actor, targetId: string): Promise<string | null> {
  const [last] = await tx.sql<{ id: string }>(sql`
    SELECT p.id FROM attempt p WHERE p.corporation_id = ${actor.corporationId}::int AND p.target_id = ${targetId}::uuid AND ${mayCorrect(actor, 'p')}
    ORDER BY p.at DESC, p.id DESC LIMIT 1`)
  return last?.id ?? null
}

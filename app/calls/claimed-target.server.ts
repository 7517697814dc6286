import type { Actor } from '#app/accounts/authorize.server.ts'
import { type Policy, policySchema } from '#app/campaigns/calling-policy.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { fenceHolds } from '#app/claims/claim-kind.ts'
import { outcomeRule } from '#app/conversations/outcomes.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { workingNumbers } from '#app/tenants/phone-numbers.ts'
import type { HomeBefore } from './home-before.ts'
import type { OutcomeInput } from './schema.ts'

export type ClaimedTarget = HomeBefore & {
  id: string
  tenantId: string
  campaignId: string
  homeId: string
  policy: Policy
  /** E.164, without those that proved wrong or dead. */
  numbers: string[]
}

/**
 * Whoever holds the claim with this fence, or held it last while nobody took it after them. A home that was withdrawn
 * while they were on the phone is theirs to write about as well; it stays withdrawn.
 */
export async function lockClaimed(
  tx: SqlTx,
  actor: Actor,
  { targetId, fence }: { targetId: string; fence: number },
): Promise<ClaimedTarget | null> {
  const [row] = await tx.sql<Omit<ClaimedTarget, 'policy'> & { policy: unknown }>(sql`
    SELECT g.id, g.tenant_id AS "tenantId", g.campaign_id AS "campaignId", g.home_id AS "homeId", g.state, g.attempt_count AS "attemptCount",
      g.assigned_to AS "assignedTo", g.next_at AS "nextAt", g.appointment_with AS "appointmentWith", g.finished_at AS "finishedAt",
      g.withdrawn_reason AS "withdrawnReason", t.wants_calls AS "wantsCalls", c.policy, ${workingNumbers} AS numbers
    FROM target g
    JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${targetId}::uuid AND ${fenceHolds(actor, fence)}
      AND (g.state IN ${stillToDo} OR g.state = 'withdrawn')
    FOR NO KEY UPDATE OF g`)
  return row ? { ...row, policy: policySchema.parse(row.policy) } : null
}

/** The number they said, else the only one there is. */
export function numberRung(
  { numbers }: Pick<ClaimedTarget, 'numbers'>,
  { outcome, numberUsed }: Pick<OutcomeInput, 'outcome' | 'numberUsed'>,
): string | null {
  if (!outcomeRule(outcome).isRung) return null
  if (numberUsed && numbers.includes(numberUsed)) return numberUsed
  return numbers.length === 1 ? (numbers[0] ?? null) : null
}

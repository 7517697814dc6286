import type { Actor } from '#app/accounts/authorize.server.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { NotTaken } from '#app/lists/steps.ts'
import { type SteppedTable, takeStep } from '#app/lists/take-step.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { referralsTopic } from './live-topics.ts'
import type { Referral } from './referral.ts'
import { type ReferralChange, referralSteps } from './referral-steps.ts'
import { visibleReferrals } from './visible-referrals.server.ts'

/** `changed` are the ids that took the step; the others stood elsewhere already, or could not end so. */
export type ReferralsChanged = { ok: true; changed: string[] } | NotTaken<'never-sent'>

type Row = Referral & { id: string; ownerId: string; promisedBy: string }

const referrals: SteppedTable<Row> = {
  table: sql`referral`,
  subject: 'referral',
  columns: sql`r.ending, r.sent_at IS NOT NULL AS "wasSent", r.accepted_at IS NOT NULL AS "wasAccepted",
    r.tenant_told_at IS NOT NULL AS "isTold", r.owner_id AS "ownerId", r.promised_by AS "promisedBy"`,
  async announce(tx, { corporationId }, moves) {
    await publish(tx, corporationId, referralsTopic)
    for (const account of new Set(moves.flatMap(({ row }) => [row.ownerId, row.promisedBy])))
      await publishTo(tx, corporationId, { account: account, topic: todayTopic })
  },
}

/** Takes one step with these referrals; `today` in the corporation's zone. */
export function changeReferrals(
  actor: Actor,
  { ids, today }: { ids: string[]; today: string },
  change: ReferralChange,
): Promise<ReferralsChanged> {
  return inScope(actor, async (tx) => {
    const answer = await takeStep<Row, 'never-sent'>({ tx, scope: actor }, referrals, {
      step: referralSteps[change.step],
      ids,
      visible: visibleReferrals(actor),
      input: { ...change, today },
    })
    return answer.ok ? { ok: true, changed: answer.changed } : answer
  })
}

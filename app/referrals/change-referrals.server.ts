import type { Actor } from '#app/accounts/authorize.server.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { NotTaken } from '#app/lists/steps.ts'
import { type SteppedTable, takeStep } from '#app/lists/take-step.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { referralsTopic } from './live-topics.ts'
import { passedOnColumn, type Referral, toldColumn } from './referral.ts'
import { type ReferralChange, referralSteps } from './referral-steps.ts'
import { visibleReferrals } from './visible-referrals.server.ts'

/** `changed` are the ids that took the step; the others stood elsewhere already, or could not end so. */
type Refusal = 'never-sent' | 'already-described'
export type ReferralsChanged = { ok: true; changed: string[] } | NotTaken<Refusal>

type Row = Referral & { id: string; ownerId: string; promisedBy: string }

const referrals: SteppedTable<Row> = {
  table: sql`referral`,
  subject: 'referral',
  columns: sql`r.ending, r.sent_at IS NOT NULL AS "wasSent", r.accepted_at IS NOT NULL AS "wasAccepted",
    r.tenant_told_at IS NOT NULL AS "isTold", r.passed_on_sealed IS NOT NULL AS "isDescribed",
    r.owner_id AS "ownerId", r.promised_by AS "promisedBy"`,
  async announce(tx, { corporationId }, moves) {
    await publish(tx, corporationId, referralsTopic)
    for (const account of new Set(moves.flatMap(({ row }) => [row.ownerId, row.promisedBy])))
      await publishTo(tx, corporationId, { account: account, topic: todayTopic })
  },
}

/** Takes one step with these referrals; `today` in the corporation's zone. Words belong to one referral: with several they are left out. */
export function changeReferrals(
  actor: Actor,
  { ids, today }: { ids: string[]; today: string },
  change: ReferralChange,
): Promise<ReferralsChanged> {
  return inScope(actor, async (tx) => {
    const answer = await takeStep<Row, Refusal>({ tx, scope: actor }, referrals, {
      step: referralSteps[change.step],
      ids,
      visible: visibleReferrals(actor),
      input: { ...change, by: actor.accountId, today },
      set: change.step === 'send' || change.step === 'describe' ? await passedOnOf(tx, actor, { ids, change }) : [],
    })
    if (!answer.ok) return answer
    if (change.step === 'tell') await writeNotices(tx, actor, { ids: answer.changed, told: change.told })
    return { ok: true, changed: answer.changed }
  })
}

type PassingOn = Extract<ReferralChange, { step: 'send' | 'describe' }>

async function passedOnOf(
  tx: Tx,
  { corporationId }: Actor,
  { ids: [id, ...more], change: { passedOn, sentHow } }: { ids: string[]; change: PassingOn },
): Promise<SqlPart[]> {
  if (!passedOn || !id || more.length > 0) return []
  const sealed = (await sealerFor(tx, corporationId)).seal(passedOnColumn(id), passedOn)
  return [sql`passed_on_sealed = ${sealed}::bytea`, sql`sent_how = ${sentHow}::text`]
}

async function writeNotices(
  tx: Tx,
  { corporationId, accountId }: Actor,
  { ids, told }: { ids: string[]; told: string },
) {
  const sealer = await sealerFor(tx, corporationId)
  const notices = ids.map((referralId) => {
    const id = uuidV7()
    return { id, referralId, sealed: told && ids.length === 1 ? sealer.seal(toldColumn(id), told) : null }
  })
  await tx.sql(sql`
    INSERT INTO referral_notice (corporation_id, id, referral_id, account_id, told_sealed)
    SELECT ${corporationId}::int, n.id, n.referral_id, ${accountId}::uuid, n.told_sealed
    FROM unnest(${notices.map(({ id }) => id)}::uuid[], ${ids}::uuid[], ${notices.map(({ sealed }) => sealed)}::bytea[]) AS n (id, referral_id, told_sealed)`)
}

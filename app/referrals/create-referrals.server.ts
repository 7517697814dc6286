import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Sealer } from '#app/corporations/sealer.server.ts'
import { ownerOr } from '#app/follow-ups/promise-owner.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { referralsTopic } from './live-topics.ts'
import { questionColumn } from './referral.ts'
import { remindOn } from './reminder.ts'

export type NewReferral = {
  tenantId: string
  agencyId: string
  conversationId?: string | null
  campaignId?: string | null
  /** When it was said; now when left out. */
  at?: Date
  /** What the agency is asked to help with. */
  question: string
  /** The tenant agreed that the agency hears of this. */
  consent: true
  ownerId: string
  /** 'yyyy-mm-dd' in the corporation's zone. */
  today: string
}

/** Proposes a referral inside the transaction of the conversation; gives its id. Throws without the tenant's consent. */
export async function createReferral(
  tx: SqlRunner,
  scope: CorporationScope,
  { sealer, input }: { sealer: Sealer; input: NewReferral },
): Promise<string> {
  if (input.consent !== true) throw new Error('A referral needs the consent of the tenant.')
  const id = uuidV7()
  const sealed = sealer.seal(questionColumn(id), input.question)
  const promisedBy = scope.accountId ?? input.ownerId
  const saidAt = sql`COALESCE(${input.at ?? null}::timestamptz, now())`
  const [made] = await tx.sql<{ ownerId: string }>(sql`
    INSERT INTO referral (corporation_id, id, tenant_id, agency_id, conversation_id, campaign_id, question_sealed, consented_at, promised_by, owner_id, remind_on, created_at)
    VALUES (${scope.corporationId}::int, ${id}::uuid, ${input.tenantId}::uuid, ${input.agencyId}::uuid, ${input.conversationId ?? null}::uuid,
      ${input.campaignId ?? null}::uuid, ${sealed}::bytea, ${saidAt}, ${promisedBy}::uuid, ${ownerOr(scope, input.ownerId, promisedBy)}, ${remindOn(input.today)}::date, ${saidAt})
    RETURNING owner_id AS "ownerId"`)
  await recordAudit(tx, scope, { action: 'referral:proposed', subject: 'referral', subjectId: id })
  await publish(tx, scope.corporationId, referralsTopic)
  await publishTo(tx, scope.corporationId, { account: made?.ownerId ?? input.ownerId, topic: todayTopic })
  return id
}

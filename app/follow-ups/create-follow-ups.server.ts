import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Sealer } from '#app/corporations/sealer.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { type FollowUpKind, promiseColumn } from './follow-up.ts'
import { followUpsTopic } from './live-topics.ts'
import { ownerOr } from './promise-owner.server.ts'

export type NewFollowUp = {
  tenantId: string
  conversationId?: string | null
  campaignId?: string | null
  /** When it was said; now when left out. */
  at?: Date
  kind: FollowUpKind
  promise: string
  ownerId: string
  /** 'yyyy-mm-dd' in the corporation's zone. */
  dueOn: string
  /** Wall-clock 'HH:MM' in the corporation's zone, when a time was promised. */
  dueTime?: string | null
}

/** Writes a promise down inside the transaction of the conversation it was made in; gives its id. */
export async function createFollowUp(
  tx: SqlRunner,
  scope: CorporationScope,
  { sealer, input }: { sealer: Sealer; input: NewFollowUp },
): Promise<string> {
  const id = uuidV7()
  const sealed = sealer.seal(promiseColumn(id), input.promise)
  const promisedBy = scope.accountId ?? input.ownerId
  const [made] = await tx.sql<{ ownerId: string }>(sql`
    INSERT INTO follow_up (corporation_id, id, tenant_id, conversation_id, campaign_id, kind, promise_sealed, owner_id, promised_by, due_on, due_time, created_at)
    VALUES (${scope.corporationId}::int, ${id}::uuid, ${input.tenantId}::uuid, ${input.conversationId ?? null}::uuid, ${input.campaignId ?? null}::uuid,
      ${input.kind}, ${sealed}::bytea, ${ownerOr(scope, input.ownerId, promisedBy)}, ${promisedBy}::uuid, ${input.dueOn}::date, ${input.dueTime ?? null}::text,
      COALESCE(${input.at ?? null}::timestamptz, now()))
    RETURNING owner_id AS "ownerId"`)
  await recordAudit(tx, scope, {
    action: 'follow-up:created',
    subject: 'follow-up',
    subjectId: id,
    details: { kind: input.kind },
  })
  await publish(tx, scope.corporationId, followUpsTopic)
  await publishTo(tx, scope.corporationId, { account: made?.ownerId ?? input.ownerId, topic: todayTopic })
  return id
}

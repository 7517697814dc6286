import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Sealer } from '#app/corporations/sealer.server.ts'
import { type GestureKind, textColumn } from './gesture.ts'
import { gesturesTopic } from './live-topics.ts'

export type NewGesture = {
  tenantId: string
  conversationId?: string | null
  campaignId?: string | null
  /** When it was said; now when left out. */
  at?: Date
  kind: GestureKind
  /** What stands on the card. */
  text: string
}

/** Asks for a card or flowers inside the transaction of the conversation; gives its id. A person must be asking. */
export async function requestGesture(
  tx: SqlRunner,
  scope: CorporationScope,
  { sealer, input }: { sealer: Sealer; input: NewGesture },
): Promise<string> {
  if (!scope.accountId) throw new Error('A gesture is asked for by a person.')
  const id = uuidV7()
  const sealed = sealer.seal(textColumn(id), input.text)
  await tx.sql(sql`
    INSERT INTO gesture (corporation_id, id, tenant_id, conversation_id, campaign_id, kind, text_sealed, price_cents, requested_by, requested_at)
    VALUES (${scope.corporationId}::int, ${id}::uuid, ${input.tenantId}::uuid, ${input.conversationId ?? null}::uuid, ${input.campaignId ?? null}::uuid,
      ${input.kind}, ${sealed}::bytea, ${priceNow(scope, input.kind)}, ${scope.accountId}::uuid, COALESCE(${input.at ?? null}::timestamptz, now()))`)
  await recordAudit(tx, scope, {
    action: 'gesture:requested',
    subject: 'gesture',
    subjectId: id,
    details: { kind: input.kind },
  })
  await publish(tx, scope.corporationId, gesturesTopic)
  return id
}

const prices: Record<GestureKind, SqlPart> = { card: sql`card_cents`, flowers: sql`flowers_cents` }

/** What one costs here, with postage: it stays so for this one when the price changes. */
const priceNow = ({ corporationId }: CorporationScope, kind: GestureKind) =>
  sql`(SELECT ${prices[kind]} FROM corporation WHERE id = ${corporationId}::int)`

import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { HistoryAsked, HistoryEvent } from '#app/tenants/history.ts'
import { type GestureKind, textColumn } from './gesture.ts'

type What = 'gesture:requested' | 'gesture:approved' | 'gesture:refused' | 'gesture:sent'
export type GestureEvent = { [Each in What]: HistoryEvent<Each, { kind: GestureKind }> }[What]

type Row = { what: What; id: string; at: Date; by: string | null; kind: GestureKind; sealed: Uint8Array | null }

/** Cards and flowers for them, and each step: for whoever sees those. */
export async function gestureHistory(
  tx: Tx,
  actor: Actor,
  { tenantId, sealer, most }: HistoryAsked,
): Promise<GestureEvent[]> {
  if (!can(actor, 'gesture:read')) return []
  const rows = await tx.sql<Row>(sql`
    SELECT e.what, r.id, e.at, a.name AS by, r.kind, e.sealed
    FROM gesture r CROSS JOIN LATERAL (VALUES
      ('gesture:requested', r.requested_at, r.requested_by, r.text_sealed),
      (CASE WHEN r.state = 'refused' THEN 'gesture:refused' ELSE 'gesture:approved' END, r.decided_at, r.decided_by, NULL),
      ('gesture:sent', r.sent_at, r.sent_by, NULL)
    ) AS e (what, at, account_id, sealed)
    LEFT JOIN account a ON a.id = e.account_id
    WHERE r.corporation_id = ${actor.corporationId}::int AND r.tenant_id = ${tenantId}::uuid AND e.at IS NOT NULL
    ORDER BY e.at DESC, r.id DESC LIMIT ${most}::int`)
  return rows.map(({ what, id, at, by, kind, sealed }) => ({
    ...{ what, id, at, by, facts: { kind } },
    text: sealed ? sealer.open(textColumn(id), sealed) : '',
  }))
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { HistoryAsked, HistoryEvent } from '#app/tenants/history.ts'
import { type FollowUpKind, promiseColumn, resultColumn } from './follow-up.ts'
import { visibleFollowUps } from './visible-follow-ups.server.ts'

type Facts = { kind: FollowUpKind; dueOn: string; dueTime: string | null; owner: string; campaignName: string | null }
export type PromiseEvent =
  | HistoryEvent<'promise:made', Facts>
  | HistoryEvent<'promise:done', Facts>
  | HistoryEvent<'promise:cancelled', Facts>

type Row = Facts & { what: PromiseEvent['what']; id: string; at: Date; by: string | null; sealed: Uint8Array | null }

/** What was promised to them, and what came of it. */
export async function promiseHistory(
  tx: Tx,
  actor: Actor,
  { tenantId, sealer, most }: HistoryAsked,
): Promise<PromiseEvent[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT e.what, r.id, e.at, a.name AS by, r.kind, r.due_on::text AS "dueOn", r.due_time AS "dueTime", COALESCE(owner.name, '') AS owner,
      c.name AS "campaignName", e.sealed
    FROM follow_up r CROSS JOIN LATERAL (VALUES
      ('promise:made', r.created_at, r.promised_by, r.promise_sealed), ('promise:' || r.state, r.closed_at, r.closed_by, r.result_sealed)
    ) AS e (what, at, account_id, sealed)
    LEFT JOIN account a ON a.id = e.account_id LEFT JOIN account owner ON owner.id = r.owner_id
    LEFT JOIN campaign c ON c.corporation_id = r.corporation_id AND c.id = r.campaign_id
    WHERE ${visibleFollowUps(actor)} AND r.tenant_id = ${tenantId}::uuid AND e.at IS NOT NULL
    ORDER BY e.at DESC, r.id DESC LIMIT ${most}::int`)
  return rows.map(({ what, id, at, by, sealed, ...facts }) => {
    const column = what === 'promise:made' ? promiseColumn : resultColumn
    return { what, id, at, by, facts, text: sealed ? sealer.open(column(id), sealed) : '', to: `/follow-ups/${id}` }
  })
}

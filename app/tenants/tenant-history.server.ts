import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { ReportKind, StrikeReason } from './call-reports.ts'
import { reasonColumn } from './file-report.server.ts'
import type { HistoryAsked, HistoryEvent } from './history.ts'
import { dialable } from './phone-text.server.ts'

type Corrected = { field: string; was: string | null; becomes: string | null }
export type TenantEvent =
  | HistoryEvent<'contact:corrected', Corrected>
  | HistoryEvent<'contact:agreed', Corrected>
  | HistoryEvent<'number:struck', { number: string; reason: StrikeReason }>
  | HistoryEvent<'report:filed', { kind: ReportKind }>
  | HistoryEvent<'report:taken-back', { kind: ReportKind }>

type Row = {
  what: TenantEvent['what']
  id: string
  at: Date
  by: string | null
  code: string
  was: string | null
  becomes: string | null
  sealed: Uint8Array | null
}

/** What they said of how to reach them, which numbers proved wrong, and what was reported of them and taken back. */
export async function tenantHistory(
  tx: Tx,
  actor: Actor,
  { tenantId, sealer, most }: HistoryAsked,
): Promise<TenantEvent[]> {
  const theirs = sql`corporation_id = ${actor.corporationId}::int AND tenant_id = ${tenantId}::uuid`
  const rows = await tx.sql<Row>(sql`
    SELECT e.*, a.name AS by FROM (
      SELECT 'contact:corrected' AS what, id::text, at, account_id, field AS code, list_value AS was, value AS becomes, NULL::bytea AS sealed
      FROM tenant_correction WHERE ${theirs}
      UNION ALL SELECT 'contact:agreed', id::text, agreed_at, NULL, field, NULL, value, NULL FROM tenant_correction WHERE ${theirs} AND agreed_at IS NOT NULL
      UNION ALL SELECT 'number:struck', number, at, account_id, reason, number, NULL, NULL FROM number_strike WHERE ${theirs}
      UNION ALL SELECT 'report:filed', id::text, at, account_id, kind, NULL, NULL, reason_sealed FROM tenant_report
        WHERE ${theirs} AND ${can(actor, 'tenant:report')}::boolean
      UNION ALL SELECT 'report:taken-back', id::text, undone_at, undone_by, kind, NULL, NULL, NULL FROM tenant_report
        WHERE ${theirs} AND undone_at IS NOT NULL AND ${can(actor, 'tenant:report')}::boolean
    ) e LEFT JOIN account a ON a.id = e.account_id
    ORDER BY e.at DESC, e.id DESC LIMIT ${most}::int`)
  return rows.map(({ what, id, at, by, sealed, ...row }) => ({
    ...({ what, facts: factsOf(what, row) } as Pick<TenantEvent, 'what' | 'facts'> as TenantEvent),
    ...{ id, at, by },
    text: sealed ? sealer.open(reasonColumn(id), sealed) : '',
  }))
}

function factsOf(what: Row['what'], { code, was, becomes }: Pick<Row, 'code' | 'was' | 'becomes'>) {
  const read = (value: string | null) => (value?.startsWith('+') ? dialable(value).text : value)
  if (what === 'number:struck') return { number: read(was) ?? '', reason: code as StrikeReason }
  if (what === 'contact:corrected' || what === 'contact:agreed')
    return { field: code, was: read(was), becomes: read(becomes) }
  return { kind: code as ReportKind }
}

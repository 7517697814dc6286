import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Sealer } from '#app/corporations/sealer.server.ts'
import { addressColumns, nameColumns } from './addressee-columns.server.ts'
import type { ReportKind } from './call-reports.ts'
import { reasonColumn } from './file-report.server.ts'
import { tenantReportsTopic } from './live-topics.ts'
import type { Address, PersonName } from './names.ts'

export type UnseenReport = PersonName &
  Address & { id: string; tenantId: string; kind: ReportKind; at: Date; by: string }

/** What no coordinator has seen yet, oldest first. That the names were shown is written down. */
export async function listUnseenReports(tx: Tx, scope: CorporationScope): Promise<UnseenReport[]> {
  const rows = await tx.sql<UnseenReport>(sql`
    SELECT r.id, r.tenant_id AS "tenantId", r.kind, r.at, coalesce(a.name, '') AS by, ${nameColumns}, ${addressColumns}
    FROM tenant_report r
    JOIN tenant t ON t.corporation_id = r.corporation_id AND t.id = r.tenant_id
    LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
    LEFT JOIN account a ON a.id = r.account_id
    WHERE r.corporation_id = ${scope.corporationId}::int AND r.seen_at IS NULL AND r.undone_at IS NULL
    ORDER BY r.at, r.id LIMIT 50`)
  if (rows.length > 0)
    await recordAudit(tx, scope, {
      action: 'tenant_report:viewed',
      subject: 'tenant_report',
      details: { shown: rows.map(({ tenantId }) => tenantId) },
    })
  return rows
}

export type TenantReport = {
  id: string
  kind: ReportKind
  at: Date
  by: string
  reason: string
  seenAt: Date | null
  seenBy: string | null
  undoneAt: Date | null
  undoneBy: string | null
}

/** All that was said of one tenant, newest first: what was taken back stays. */
export async function listReports(
  tx: Tx,
  { corporationId }: CorporationScope,
  { sealer, tenantId }: { sealer: Sealer; tenantId: string },
): Promise<TenantReport[]> {
  const rows = await tx.sql<Omit<TenantReport, 'reason'> & { sealed: Uint8Array | null }>(sql`
    SELECT r.id, r.kind, r.at, coalesce(a.name, '') AS by, r.reason_sealed AS sealed, r.seen_at AS "seenAt", s.name AS "seenBy",
      r.undone_at AS "undoneAt", u.name AS "undoneBy"
    FROM tenant_report r
    LEFT JOIN account a ON a.id = r.account_id LEFT JOIN account s ON s.id = r.seen_by LEFT JOIN account u ON u.id = r.undone_by
    WHERE r.corporation_id = ${corporationId}::int AND r.tenant_id = ${tenantId}::uuid ORDER BY r.at DESC, r.id DESC LIMIT 50`)
  return rows.map(({ sealed, ...row }) => ({ ...row, reason: sealed ? sealer.open(reasonColumn(row.id), sealed) : '' }))
}

/** A coordinator has seen it: who and when stays with it. False when there is none, or somebody saw it before. */
export function markSeen(scope: CorporationScope & { accountId: string }, id: string): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const seen = await tx.sql(sql`
      UPDATE tenant_report SET seen_at = now(), seen_by = ${scope.accountId}::uuid
      WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid AND seen_at IS NULL RETURNING id`)
    if (seen.length === 0) return false
    await recordAudit(tx, scope, { action: 'tenant_report:seen', subject: 'tenant_report', subjectId: id })
    await publish(tx, scope.corporationId, tenantReportsTopic)
    return true
  })
}

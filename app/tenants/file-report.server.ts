import type { Actor } from '#app/accounts/authorize.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { ReportKind } from './call-reports.ts'
import { tenantReportsTopic } from './live-topics.ts'

export type NewReport = {
  tenantId: string
  kind: ReportKind
  at: Date
  /** Why, as somebody wrote it down. */
  reason?: string
  /** Filed by somebody who would have to see it: it needs nobody's eyes any more. */
  isSeen?: boolean
}

/** Where the sealed reason stands. */
export const reasonColumn = (rowId: string) => ({ table: 'tenant_report', column: 'reason_sealed', rowId })

/** Puts before the coordinators what was said of a tenant; the audit row is written with what it changes. Gives its id. */
export async function fileReport(tx: SqlRunner, actor: Actor, report: NewReport): Promise<string> {
  const { tenantId, kind, at, reason = '', isSeen = false } = report
  const id = uuidV7()
  const sealed = reason === '' ? null : (await sealerFor(tx, actor.corporationId)).seal(reasonColumn(id), reason)
  await tx.sql(sql`
    INSERT INTO tenant_report (corporation_id, id, tenant_id, kind, reason_sealed, account_id, at, seen_at, seen_by)
    SELECT ${actor.corporationId}::int, ${id}::uuid, ${tenantId}::uuid, ${kind}, ${sealed}::bytea, ${actor.accountId}::uuid, ${at}::timestamptz,
      CASE WHEN ${isSeen}::boolean THEN ${at}::timestamptz END, CASE WHEN ${isSeen}::boolean THEN ${actor.accountId}::uuid END
    FROM tenant WHERE corporation_id = ${actor.corporationId}::int AND id = ${tenantId}::uuid`)
  await publish(tx, actor.corporationId, tenantReportsTopic)
  return id
}

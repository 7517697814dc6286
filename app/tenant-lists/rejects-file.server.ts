import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import type { RejectReason } from '#imports/problems.ts'
import { revealsCircumstances } from './hidden-columns.ts'
import { type RejectedRow, type RejectFileWords, rejectFile } from './reject-file.ts'

/**
 * The rows that were not taken, as the corporation wrote them, with the reason behind each. Columns of arrears and
 * nuisance are left out for those who may not see them.
 */
export async function rejectsFile(
  scope: CorporationScope,
  importId: string,
  { words, withCircumstances }: { words: RejectFileWords; withCircumstances: boolean },
): Promise<AsyncGenerator<string> | null> {
  const mapping = await inScopeSql(scope, async (tx) => {
    const [found] = await tx.sql<{ mapping: Mapping | null }>(sql`
      SELECT mapping FROM tenant_import WHERE corporation_id = ${scope.corporationId}::int AND id = ${importId}::uuid`)
    if (found?.mapping)
      await recordAudit(tx, scope, {
        action: 'tenant-list:rejects-downloaded',
        subject: 'tenant-import',
        subjectId: importId,
      })
    return found?.mapping ?? null
  })
  if (!mapping) return null
  const kept = mapping.columns
    .map((column, at) => (withCircumstances || !revealsCircumstances(column) ? at : -1))
    .filter((at) => at >= 0)
  const header = kept.map((at) => mapping.columns[at]?.header ?? '')
  return rejectFile(header, rejectedRows(scope, importId, { kept, width: mapping.columns.length }), words)
}

type Found = { rowNumber: number; line: number; reason: RejectReason; cells: string[] }
const batch = 1000

async function* rejectedRows(
  scope: CorporationScope,
  importId: string,
  { kept, width }: { kept: number[]; width: number },
): AsyncGenerator<RejectedRow> {
  for (let last = 0; ; ) {
    const rows = await inScopeSql(scope, (tx) =>
      tx.sql<Found>(sql`
        SELECT row_number AS "rowNumber", line, rejection AS reason, cells FROM tenant_import_row
        WHERE corporation_id = ${scope.corporationId}::int AND import_id = ${importId}::uuid AND outcome = 'rejected' AND row_number > ${last}::int
        ORDER BY row_number LIMIT ${batch}::int`),
    )
    for (const row of rows) yield { ...row, cells: kept.length === width ? row.cells : withoutHidden(row, kept, width) }
    if (rows.length < batch) return
    last = rows.at(-1)?.rowNumber ?? last
  }
}

/** A damaged row cannot be told apart into columns, so nothing of it is shown to who may not see all of it. */
const withoutHidden = ({ cells }: Found, kept: number[], width: number) =>
  cells.length === width ? kept.map((at) => cells[at] ?? '') : []

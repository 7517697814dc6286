import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import type { ImportProblem } from './fail-import.server.ts'
import type { ImportCounts, UndoCounts } from './import-counts.ts'
import type { ImportState } from './import-state.ts'
import type { AskedWarning } from './import-warnings.ts'
import type { KeptInspection } from './kept-inspection.ts'
import { type UndoProblem, undoProblem } from './undo-import.server.ts'

export type ImportSummary = {
  id: string
  state: ImportState
  fileName: string
  /** yyyy-mm-dd */
  listedOn: string
  uploadedAt: string
  /** Null when it was brought in from the command line. */
  uploadedBy: string | null
  counts: ImportCounts | null
  problem: ImportProblem | null
}

export type FoundImport = ImportSummary & {
  fileBytes: number
  inspection: KeptInspection | null
  mapping: Mapping | null
  warnings: AskedWarning[]
  rowsDone: number
  bytesDone: number
  appliedAt: string | null
  undoneAt: string | null
  undoCounts: UndoCounts | null
  /** An earlier import of the same bytes that is applied. */
  sameAs: { id: string; appliedAt: string } | null
  cannotUndo: UndoProblem | null
}

const summary = sql`i.id::text AS id, i.state, i.file_name AS "fileName", i.listed_on::text AS "listedOn", i.uploaded_at AS "uploadedAt",
  a.name AS "uploadedBy", i.counts, i.problem`

export async function findImport(scope: CorporationScope, importId: string, now: Date): Promise<FoundImport | null> {
  return inScopeSql(scope, async (tx) => {
    const [found] = await tx.sql<Omit<FoundImport, 'sameAs' | 'cannotUndo'>>(sql`
      SELECT ${summary}, i.file_bytes AS "fileBytes", i.inspection, i.mapping, i.warnings, i.rows_done AS "rowsDone", i.bytes_done AS "bytesDone",
        i.applied_at AS "appliedAt", i.undone_at AS "undoneAt", i.undo_counts AS "undoCounts"
      FROM tenant_import i LEFT JOIN account a ON a.id = i.uploaded_by
      WHERE i.corporation_id = ${scope.corporationId}::int AND i.id = ${importId}::uuid`)
    if (!found) return null
    const sameAs = await findSameFile(tx, scope, importId)
    return withDates<FoundImport>({ ...found, sameAs, cannotUndo: await undoProblem(tx, scope, { importId, now }) })
  })
}

async function findSameFile(tx: SqlRunner, { corporationId }: CorporationScope, importId: string) {
  const [same] = await tx.sql<{ id: string; appliedAt: string }>(sql`
    SELECT o.id::text AS id, o.applied_at AS "appliedAt"
    FROM tenant_import i JOIN tenant_import o ON o.corporation_id = i.corporation_id AND o.file_hash = i.file_hash AND o.id <> i.id
      AND o.state = 'applied' AND o.applied_at < coalesce(i.applied_at, 'infinity')
    WHERE i.corporation_id = ${corporationId}::int AND i.id = ${importId}::uuid ORDER BY o.applied_at DESC LIMIT 1`)
  return same ? withDates(same) : null
}

export const importsPerPage = 25

/** Newest first, pages from 1. */
export async function listImports(
  scope: CorporationScope,
  page: number,
): Promise<{ imports: ImportSummary[]; total: number }> {
  return inScopeSql(scope, async (tx) => {
    const imports = await tx.sql<ImportSummary>(sql`
      SELECT ${summary} FROM tenant_import i LEFT JOIN account a ON a.id = i.uploaded_by
      WHERE i.corporation_id = ${scope.corporationId}::int
      ORDER BY i.uploaded_at DESC, i.id DESC LIMIT ${importsPerPage}::int OFFSET ${(page - 1) * importsPerPage}::int`)
    const [all] = await tx.sql<{ total: number }>(
      sql`SELECT count(*)::int AS total FROM tenant_import WHERE corporation_id = ${scope.corporationId}::int`,
    )
    return { imports: imports.map(withDates), total: all?.total ?? 0 }
  })
}

/** Instants as ISO text: what a page gets. */
function withDates<Row extends object>(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  ) as Row
}

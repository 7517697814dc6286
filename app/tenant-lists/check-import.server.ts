import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { RefusedFile } from '#imports/problems.ts'
import { enqueueNow } from './enqueue-now.server.ts'
import { failImport } from './fail-import.server.ts'
import { type ImportCounts, rejectedRows } from './import-counts.ts'
import type { AskedWarning } from './import-warnings.ts'
import type { ListFollower } from './list-follower.ts'
import { type Checked, stageAndClassify } from './stage-and-classify.server.ts'
import { stepImport } from './step-import.server.ts'
import { type NotAtWork, workOnImport } from './work-on-import.server.ts'

export type CheckAnswer =
  | { ok: true; counts: ImportCounts; warnings: AskedWarning[] }
  | { ok: false; reason: 'refused'; refusal: RefusedFile['refusal'] }
  | NotAtWork

/** Sends the list to be checked. */
export async function requestCheck(
  scope: CorporationScope,
  importId: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-in-this-state' }> {
  const isStarted = await inScopeSql(scope, (tx) => requestCheckIn(tx, scope, importId))
  if (!isStarted) return { ok: false, reason: 'not-in-this-state' }
  await enqueueNow({ kind: 'check', corporationId: scope.corporationId, importId })
  return { ok: true }
}

/** Inside a transaction of somebody else's. */
export const requestCheckIn = (tx: SqlRunner, scope: CorporationScope, importId: string): Promise<boolean> =>
  stepImport({ tx, scope }, importId, {
    step: 'start-check',
    set: [sql`rows_done = 0`, sql`bytes_done = 0`, sql`problem = NULL`],
  })

/** The dry run: what applying this list would do. Nothing of it touches a tenant. */
export async function checkImport(
  scope: CorporationScope,
  importId: string,
  follower: ListFollower,
): Promise<CheckAnswer> {
  try {
    return await workOnImport(scope, importId, {
      state: 'checking',
      work: {
        run: (tx, found, progress) => stageAndClassify(tx, found, { progress, kind: 'reading', follower }),
        finish: async (tx, found, checked) => {
          const warnings = checked.warnings.map((warning) => ({ ...warning, confirmed: false }))
          const [set, details] = [checkedColumns(checked, warnings), auditDetails(checked.counts)]
          const isChecked = await stepImport({ tx, scope: found.scope }, importId, {
            step: 'finish-check',
            set,
            details,
          })
          return isChecked ? { ok: true as const, counts: checked.counts, warnings } : null
        },
      },
    })
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    await failImport(scope, importId, error.refusal)
    return { ok: false, reason: 'refused', refusal: error.refusal }
  }
}

export const countsColumn = (counts: ImportCounts) => sql`counts = ${JSON.stringify(counts)}::jsonb`

export const checkedColumns = ({ counts, checkedAt }: Checked, warnings: AskedWarning[]) => [
  countsColumn(counts),
  sql`warnings = ${JSON.stringify(warnings)}::jsonb`,
  sql`checked_at = ${checkedAt}::timestamptz`,
  sql`rows_done = ${counts.rows}::int`,
  sql`bytes_done = file_bytes`,
]

export const auditDetails = (counts: ImportCounts) => ({
  rows: counts.rows,
  new: counts.new,
  changed: counts.changed,
  unchanged: counts.unchanged,
  duplicate: counts.duplicate,
  rejected: rejectedRows(counts),
  gone: counts.gone,
})

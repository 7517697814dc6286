import type { SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { classifyList } from './classify-list.server.ts'
import { chosenOtherwise } from './column-warnings.ts'
import { countColumns } from './count-columns.server.ts'
import { countList } from './count-list.server.ts'
import type { ImportCounts } from './import-counts.ts'
import { type ImportWarning, warningsOf } from './import-warnings.ts'
import { listedColumns } from './list-columns.ts'
import type { ListFollower } from './list-follower.ts'
import type { ProgressReport } from './progress-report.server.ts'
import { stageList } from './stage-list.server.ts'
import { databaseTime, type ImportAtWork, lockLists } from './work-on-import.server.ts'

export type Checked = { counts: ImportCounts; warnings: ImportWarning[]; checkedAt: string }

/** Reads the list and says of each row what applying it would do, as things stand at `checkedAt`. */
export async function stageAndClassify(
  tx: SqlTx,
  found: ImportAtWork,
  { progress, kind, follower }: { progress: ProgressReport; kind: 'reading' | 'writing'; follower: ListFollower },
): Promise<Checked> {
  const { scope, corporationId, importId, mapping, listedOn, isAddition } = found
  const rows = await stageList(tx, found, {
    signal: progress.signal,
    onProgress: (done, bytes) => progress.set(done, bytes),
  })
  await lockLists(tx, corporationId, kind)
  const checkedAt = await databaseTime(tx)
  const work = { corporationId, importId, listed: listedColumns(mapping), isAddition }
  await classifyList(tx, work)
  const effects = await follower.foresee(tx, { scope, importId })
  const counts = {
    ...(await countList(tx, corporationId, { importId, rows })),
    effects,
    columns: await countColumns(tx, work),
  }
  const warnings = warningsOf(counts, {
    listedOn,
    newestListedOn: await newestListedOn(tx, corporationId),
    chosenOtherwise: chosenOtherwise(mapping),
  })
  return { counts, warnings, checkedAt }
}

async function newestListedOn(tx: SqlTx, corporationId: number): Promise<string | null> {
  const [row] = await tx.sql<{ listedOn: string | null }>(sql`
    SELECT max(listed_on)::text AS "listedOn" FROM tenant_import WHERE corporation_id = ${corporationId}::int AND state = 'applied'`)
  return row?.listedOn ?? null
}

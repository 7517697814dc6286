import { analyzeTables } from '#app/core/analyze-tables.server.ts'
import { type CorporationScope, inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { RefusedFile } from '#imports/problems.ts'
import { type Applying, addHomes, addListed, changeListed, settleCorrections } from './apply-rows.server.ts'
import { auditDetails, checkedColumns, countsColumn } from './check-import.server.ts'
import { enqueueNow } from './enqueue-now.server.ts'
import { failImport } from './fail-import.server.ts'
import type { ImportCounts } from './import-counts.ts'
import { type AskedWarning, lossWarnings, warningKey } from './import-warnings.ts'
import { listedColumns } from './list-columns.ts'
import type { ListFollower } from './list-follower.ts'
import type { ProgressReport } from './progress-report.server.ts'
import { type Checked, stageAndClassify } from './stage-and-classify.server.ts'
import { stepImport } from './step-import.server.ts'
import { isUploadThere } from './upload-files.server.ts'
import { databaseTime, type ImportAtWork, lockLists, type NotAtWork, workOnImport } from './work-on-import.server.ts'

export type StartAnswer = { ok: true } | { ok: false; reason: 'not-in-this-state' | 'warnings-unconfirmed' }

/** Says yes to the list as it was checked; `confirmed` holds the keys of the warnings that were ticked. */
export async function startApplication(
  scope: CorporationScope,
  importId: string,
  confirmed: readonly string[],
): Promise<StartAnswer> {
  const answer = await inScopeSql(scope, (tx) => requestApplication(tx, scope, { importId, confirmed }))
  if (answer.ok) await enqueueNow({ kind: 'apply', corporationId: scope.corporationId, importId })
  return answer
}

export async function requestApplication(
  tx: SqlTx,
  scope: CorporationScope,
  { importId, confirmed }: { importId: string; confirmed: readonly string[] },
): Promise<StartAnswer> {
  const [found] = await tx.sql<{ warnings: AskedWarning[] }>(sql`
    SELECT warnings FROM tenant_import WHERE corporation_id = ${scope.corporationId}::int AND id = ${importId}::uuid FOR NO KEY UPDATE`)
  const warnings = (found?.warnings ?? []).map((warning) => ({
    ...warning,
    confirmed: confirmed.includes(warningKey(warning)),
  }))
  if (warnings.some((warning) => !warning.confirmed)) return { ok: false, reason: 'warnings-unconfirmed' }
  const set = [
    sql`warnings = ${JSON.stringify(warnings)}::jsonb`,
    sql`applied_by = ${scope.accountId}::uuid`,
    sql`rows_done = 0`,
  ]
  const isStarted = await stepImport({ tx, scope }, importId, { step: 'start-application', set })
  return isStarted ? { ok: true } : { ok: false, reason: 'not-in-this-state' }
}

export type ApplyAnswer =
  | { ok: true; counts: ImportCounts }
  | { ok: false; reason: 'asks-again' | 'file-gone' }
  | { ok: false; reason: 'refused'; refusal: RefusedFile['refusal'] }
  | NotAtWork

/** Applies a checked list: all of it or nothing, in one transaction with the change of state. */
export async function applyImport(
  scope: CorporationScope,
  importId: string,
  follower: ListFollower,
): Promise<ApplyAnswer> {
  try {
    const answer = await workOnImport(scope, importId, {
      state: 'applying',
      work: {
        run: (tx, found, progress) => applyChecked(tx, found, { progress, follower }),
        finish: (tx, found, applied) => finishApplying(tx, found, applied),
      },
    })
    if (answer.ok && isLarge(answer.counts)) await analyzeTables(scope)
    return answer
  } catch (error) {
    if (error instanceof FileGone) await failImport(scope, importId, { reason: 'file-gone' })
    if (error instanceof FileGone) return { ok: false, reason: 'file-gone' }
    if (!(error instanceof RefusedFile)) throw error
    await failImport(scope, importId, error.refusal)
    return { ok: false, reason: 'refused', refusal: error.refusal }
  }
}

/** The database looks at its tables anew by itself, but not before a tenth has changed and a minute has passed. */
const isLarge = (counts: ImportCounts) => (counts.new + counts.changed + counts.gone) * 10 >= counts.known

class FileGone extends Error {}

type Applied = { at: string; again: Checked | null; asksAgain: AskedWarning[] | null; counts: ImportCounts }

async function applyChecked(
  tx: SqlTx,
  found: ImportAtWork,
  { progress, follower }: { progress: ProgressReport; follower: ListFollower },
): Promise<Applied> {
  const { scope, corporationId, importId } = found
  await lockLists(tx, corporationId, 'writing')
  const stored = await findStoredCheck(tx, found)
  let again: Checked | null = null
  await follower.hold(tx, { scope, importId })
  if (!((await isFresh(tx, found, stored.counts)) && (await isForeseen(tx, found, { stored, follower })))) {
    if (!(await isUploadThere(corporationId, importId))) throw new FileGone('The file of this import was removed.')
    again = await stageAndClassify(tx, found, { progress, kind: 'writing', follower })
    // What was read anew may touch others than what was held before.
    await follower.hold(tx, { scope, importId })
    const unconfirmed = unconfirmedWarnings(again, stored.warnings)
    if (unconfirmed) return { at: again.checkedAt, again, asksAgain: unconfirmed, counts: again.counts }
  }
  const counts = again?.counts ?? stored.counts
  const applying: Applying = {
    corporationId,
    importId,
    listed: listedColumns(found.mapping),
    at: await databaseTime(tx),
  }
  await addNew(tx, applying, { counts, progress })
  if (counts.changed > 0 || counts.gone > 0) await changeListed(tx, applying)
  await settleCorrections(tx, applying)
  const campaigns = await follower.apply(tx, { scope, importId })
  const promises = counts.effects?.promises ?? { followUps: 0, gestures: 0 }
  return { at: applying.at, again, asksAgain: null, counts: { ...counts, effects: { campaigns, promises } } }
}

/** Rows per statement: often enough for the bar to move, seldom enough to cost nothing. */
const stretch = 20_000

async function addNew(
  tx: SqlTx,
  applying: Applying,
  { counts, progress }: { counts: ImportCounts; progress: ProgressReport },
) {
  if (counts.new === 0 && counts.changed === 0) return
  for (let from = 1; from <= counts.rows; from += stretch) {
    await addHomes(tx, applying, { from, to: from + stretch })
    progress.set(Math.round(Math.min(from + stretch, counts.rows) / 4))
  }
  for (let from = 1; from <= counts.rows; from += stretch) {
    await addListed(tx, applying, { from, to: from + stretch })
    progress.set(Math.round((counts.rows + 3 * Math.min(from + stretch, counts.rows)) / 4))
  }
}

type StoredCheck = { counts: ImportCounts; warnings: AskedWarning[] }

async function findStoredCheck(tx: SqlTx, { corporationId, importId }: ImportAtWork): Promise<StoredCheck> {
  const [stored] = await tx.sql<StoredCheck>(
    sql`SELECT counts, warnings FROM tenant_import WHERE corporation_id = ${corporationId}::int AND id = ${importId}::uuid`,
  )
  if (!stored) throw new Error('The import is gone.')
  return stored
}

/** Do the checked rows still tell what applying would do? Not after another list, nor when the database lost them. */
async function isFresh(
  tx: SqlTx,
  { corporationId, importId, checkedAt }: ImportAtWork,
  counts: ImportCounts,
): Promise<boolean> {
  const [row] = await tx.sql<{ later: number; kept: number }>(sql`
    SELECT (SELECT count(*)::int FROM tenant_import WHERE corporation_id = ${corporationId}::int AND id <> ${importId}::uuid
        AND greatest(applied_at, undone_at) > ${checkedAt}::timestamptz) AS later,
      (SELECT count(*)::int FROM tenant_import_row WHERE corporation_id = ${corporationId}::int AND import_id = ${importId}::uuid
        AND outcome IN ('new', 'changed', 'gone')) AS kept`)
  return row?.later === 0 && row.kept === counts.new + counts.changed + counts.gone
}

/** Was yes said to all that campaigns lose by it? A campaign may have been started since the check. */
async function isForeseen(
  tx: SqlTx,
  { scope, importId }: ImportAtWork,
  { stored, follower }: { stored: StoredCheck; follower: ListFollower },
): Promise<boolean> {
  const asked = new Set(stored.warnings.map(warningKey))
  const effects = await follower.foresee(tx, { scope, importId })
  return lossWarnings({ effects }).every((loss) => asked.has(warningKey(loss)))
}

/** All warnings as they stand now, when there is one among them that nobody said yes to. */
function unconfirmedWarnings({ warnings }: Checked, stored: readonly AskedWarning[]): AskedWarning[] | null {
  const confirmed = new Set(stored.filter((warning) => warning.confirmed).map(warningKey))
  const all = warnings.map((warning) => ({ ...warning, confirmed: confirmed.has(warningKey(warning)) }))
  return all.every((warning) => warning.confirmed) ? null : all.map((warning) => ({ ...warning, confirmed: false }))
}

async function finishApplying(
  tx: SqlTx,
  found: ImportAtWork,
  { at, again, asksAgain, counts }: Applied,
): Promise<ApplyAnswer | null> {
  const { scope, importId } = found
  if (again && asksAgain) {
    const [set, details] = [checkedColumns(again, asksAgain), auditDetails(again.counts)]
    const isAsked = await stepImport({ tx, scope }, importId, { step: 'ask-again', set, details })
    return isAsked ? { ok: false, reason: 'asks-again' } : null
  }
  const stored = await findStoredCheck(tx, found)
  const checked = again ? checkedColumns({ ...again, counts }, stored.warnings) : [countsColumn(counts)]
  const isApplied = await stepImport({ tx, scope }, importId, {
    step: 'finish-application',
    set: [...checked, sql`applied_at = ${at}::timestamptz`],
    details: auditDetails(counts),
  })
  return isApplied ? { ok: true, counts } : null
}

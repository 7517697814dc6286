import { type CorporationScope, inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { type Mapping, mappingSchema } from '#imports/mapping-schema.ts'
import type { WorkingState } from './import-state.ts'
import { ProgressReport } from './progress-report.server.ts'
import { uploadPath } from './upload-files.server.ts'

export type ImportAtWork = {
  corporationId: number
  importId: string
  path: string
  mapping: Mapping
  listedOn: string
  checkedAt: string | null
  appliedAt: string | null
  /** Who is not in it has not left. */
  isAddition: boolean
  /** In whose name: the colleague who asked for it. */
  scope: CorporationScope
}

type Work<Prepared, Result> = {
  /** The long part, in the one transaction. */
  run: (tx: SqlTx, found: ImportAtWork, progress: ProgressReport) => Promise<Prepared>
  /** The last part, with the change of state: null when that cannot be made any more, and then nothing of the work is kept. */
  finish: (tx: SqlTx, found: ImportAtWork, prepared: Prepared) => Promise<Result | null>
}

export type NotAtWork = { ok: false; reason: 'not-in-this-state' | 'cancelled' }

/**
 * Does the work of an import in one transaction, so that all of it holds or nothing. Only one worker at a time gets to
 * it; who comes second finds the work done and stops. Cancelling cuts the connection, and PostgreSQL rolls back; when it
 * comes too late for that, the last step finds it.
 */
export async function workOnImport<Prepared, Result>(
  scope: CorporationScope,
  importId: string,
  { state, work: { run, finish } }: { state: WorkingState; work: Work<Prepared, Result> },
): Promise<Result | NotAtWork> {
  const progress = new ProgressReport(scope, importId, state)
  try {
    return await inScopeSql(scope, async (tx) => {
      progress.signal.addEventListener('abort', () => void (tx.client as unknown as { end(): void }).end(), {
        once: true,
      })
      await settle(tx)
      await tx.sql(sql`SELECT pg_advisory_xact_lock(hashtextextended(${importId}, 0))::text`)
      const found = await findAtWork(tx, scope, { importId, state })
      if (!found) return { ok: false, reason: 'not-in-this-state' } as const
      const prepared = await run(tx, found, progress)
      await progress.stop()
      const result = await finish(tx, found, prepared)
      if (result === null) throw new TakenAway('The import left this state while it was worked on.')
      return result
    })
  } catch (error) {
    if (progress.signal.aborted || error instanceof TakenAway) return { ok: false, reason: 'cancelled' }
    throw error
  } finally {
    await progress.stop()
  }
}

/** Cancelled after the last look at it: thrown, so that the transaction is rolled back. */
class TakenAway extends Error {}

/**
 * Whole lists are joined by hashing: one bad guess at their size and PostgreSQL would look rows up one by one. When the
 * worker is gone the database notices within a second and undoes the work.
 */
async function settle(tx: SqlTx) {
  await tx.client.query(`SET LOCAL work_mem = '96MB'; SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off;
    SET LOCAL client_connection_check_interval = '1s'; SET LOCAL lock_timeout = '120s'`)
}

type Found = {
  mapping: unknown
  listedOn: string
  checkedAt: string | null
  appliedAt: string | null
  isAddition: boolean
  by: string | null
}

async function findAtWork(
  tx: SqlTx,
  scope: CorporationScope,
  { importId, state }: { importId: string; state: WorkingState },
): Promise<ImportAtWork | null> {
  const [found] = await tx.sql<Found>(sql`
    SELECT mapping, listed_on::text AS "listedOn", checked_at::text AS "checkedAt", applied_at::text AS "appliedAt", coalesce((inspection->>'isAddition')::boolean, false) AS "isAddition",
      coalesce(applied_by, uploaded_by)::text AS by
    FROM tenant_import WHERE corporation_id = ${scope.corporationId}::int AND id = ${importId}::uuid AND state = ${state}`)
  if (!found) return null
  const { corporationId } = scope
  const { by, ...rest } = found
  return {
    ...rest,
    corporationId,
    importId,
    mapping: mappingSchema.parse(found.mapping),
    path: uploadPath(corporationId, importId),
    scope: { ...scope, accountId: scope.accountId ?? by },
  }
}

/** Checks may run beside one another; applying and undoing wait for them and keep them waiting. */
export async function lockLists(tx: SqlTx, corporationId: number, kind: 'reading' | 'writing') {
  const lists = sql`hashtext('tenant-lists'), ${corporationId}::int`
  if (kind === 'reading') await tx.sql(sql`SELECT pg_advisory_xact_lock_shared(${lists})::text`)
  else await tx.sql(sql`SELECT pg_advisory_xact_lock(${lists})::text`)
}

export async function databaseTime(tx: SqlTx): Promise<string> {
  const [row] = await tx.sql<{ at: string }>(sql`SELECT clock_timestamp()::timestamptz(3)::text AS at`)
  if (!row) throw new Error('The database told no time.')
  return row.at
}

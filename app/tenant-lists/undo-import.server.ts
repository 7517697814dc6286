import { type CorporationScope, inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { enqueueNow } from './enqueue-now.server.ts'
import { type ImportCounts, sumOf, type UndoCounts, undoTakesMany } from './import-counts.ts'
import { standingStates, undoDays } from './import-state.ts'
import type { ListFollower } from './list-follower.ts'
import { stepImport } from './step-import.server.ts'
import { undoRows } from './undo-rows.server.ts'
import { type ImportAtWork, lockLists, type NotAtWork, workOnImport } from './work-on-import.server.ts'

export type StartUndoAnswer = { ok: true } | { ok: false; reason: UndoProblem | 'undoing-unconfirmed' }

/**
 * Has an applied list undone, within thirty days, and only the last one: a later list builds upon it. `isConfirmed`: somebody
 * said yes to how many tenants it takes away, which is asked when they are many.
 */
export async function startUndo(
  scope: CorporationScope,
  importId: string,
  { now, isConfirmed }: { now: Date; isConfirmed: boolean },
): Promise<StartUndoAnswer> {
  const answer = await inScopeSql(scope, async (tx): Promise<StartUndoAnswer> => {
    if (!isConfirmed && (await takesMany(tx, scope, importId))) return { ok: false, reason: 'undoing-unconfirmed' }
    return requestUndo(tx, scope, { importId, now })
  })
  if (answer.ok) await enqueueNow({ kind: 'undo', corporationId: scope.corporationId, importId })
  return answer
}

export async function requestUndo(
  tx: SqlTx,
  scope: CorporationScope,
  { importId, now }: { importId: string; now: Date },
): Promise<StartUndoAnswer> {
  const problem = await undoProblem(tx, scope, { importId, now })
  if (problem) return { ok: false, reason: problem }
  const isStarted = await stepImport({ tx, scope }, importId, { step: 'start-undoing', set: [sql`rows_done = 0`] })
  return isStarted ? { ok: true } : { ok: false, reason: 'not-in-this-state' }
}

async function takesMany(tx: SqlRunner, { corporationId }: CorporationScope, importId: string): Promise<boolean> {
  const [found] = await tx.sql<{ counts: ImportCounts | null }>(
    sql`SELECT counts FROM tenant_import WHERE corporation_id = ${corporationId}::int AND id = ${importId}::uuid`,
  )
  return found?.counts != null && undoTakesMany(found.counts)
}

export type UndoProblem = 'not-in-this-state' | 'too-long-ago' | 'later-list'

/** Why a list cannot be undone, or null when it can. */
export async function undoProblem(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { importId, now }: { importId: string; now: Date },
): Promise<UndoProblem | null> {
  const [found] = await tx.sql<{ state: string; isOld: boolean; isFollowed: boolean }>(sql`
    SELECT i.state, i.applied_at < ${now.toISOString()}::timestamptz - make_interval(days => ${undoDays}::int) AS "isOld",
      EXISTS (SELECT FROM tenant_import l WHERE l.corporation_id = i.corporation_id AND l.state = ANY(${standingStates}::text[]) AND l.applied_at > i.applied_at) AS "isFollowed"
    FROM tenant_import i WHERE i.corporation_id = ${corporationId}::int AND i.id = ${importId}::uuid`)
  if (found?.state !== 'applied') return 'not-in-this-state'
  if (found.isOld) return 'too-long-ago'
  return found.isFollowed ? 'later-list' : null
}

export type UndoAnswer = { ok: true; counts: UndoCounts } | NotAtWork

/** Takes back what a list did, in one transaction; tenants who changed since are left as they are, and counted. */
export async function undoImport(
  scope: CorporationScope,
  importId: string,
  follower: ListFollower,
): Promise<UndoAnswer> {
  return workOnImport(scope, importId, {
    state: 'undoing',
    work: {
      run: async (tx, found) => {
        await lockLists(tx, found.corporationId, 'writing')
        if (found.appliedAt === null) throw new Error('Only a list that was applied can be undone.')
        await follower.hold(tx, found)
        const { corporationId, appliedAt } = found
        const counts = await undoRows(tx, { corporationId, importId, appliedAt })
        return { ...counts, campaigns: await follower.undo(tx, { scope: found.scope, importId, appliedAt }) }
      },
      finish: (tx, found, counts) => finishUndoing(tx, found, counts),
    },
  })
}

async function finishUndoing(
  tx: SqlTx,
  { scope, importId }: ImportAtWork,
  counts: UndoCounts,
): Promise<UndoAnswer | null> {
  const set = [sql`undone_at = clock_timestamp()`, sql`undo_counts = ${JSON.stringify(counts)}::jsonb`]
  const { leftAlone, campaigns, ...rest } = counts
  const details = { ...rest, leftAlone: sumOf(leftAlone), homesToCall: campaigns?.homes ?? 0 }
  const isUndone = await stepImport({ tx, scope }, importId, { step: 'finish-undoing', set, details })
  return isUndone ? { ok: true, counts } : null
}

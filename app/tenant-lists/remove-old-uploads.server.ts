import { readdir, stat } from 'node:fs/promises'
import { dataPath } from '#app/core/env.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { cancelImport } from './cancel-import.server.ts'
import { type ImportState, workingStates } from './import-state.ts'
import { importPersonSteps } from './import-steps.ts'
import { removeUpload, uploadPath } from './upload-files.server.ts'

const keptDays = 14
const dayMs = 86_400_000

/**
 * Files of tenants go two weeks after they came, with the rows that were checked. A list that nobody finished by then
 * is cancelled; what an applied one changed stays, so that it can still be undone.
 */
export async function removeOldUploads(scope: CorporationScope, now: Date): Promise<{ removed: number }> {
  const { corporationId } = scope
  const before = new Date(now.getTime() - keptDays * dayMs).toISOString()
  const old = await inScopeSql(scope, (tx) =>
    tx.sql<{ id: string; state: ImportState }>(sql`
      SELECT id::text AS id, state FROM tenant_import WHERE corporation_id = ${corporationId}::int AND uploaded_at < ${before}::timestamptz
        AND state <> ALL(${workingStates}::text[])`),
  )
  const present = new Set(await storedIds(corporationId))
  for (const { id, state } of old) {
    if (importPersonSteps.cancel.from.some((from) => from === state)) await cancelImport(scope, id, now)
    await inScopeSql(scope, (tx) =>
      tx.sql(
        sql`DELETE FROM tenant_import_row WHERE corporation_id = ${corporationId}::int AND import_id = ${id}::uuid`,
      ),
    )
    await removeUpload(corporationId, id)
  }
  const orphans = await removeOrphans(scope, [...present], now)
  return { removed: old.filter(({ id }) => present.has(id)).length + orphans }
}

/** A file that came in whole while the server fell over before it was written down. */
async function removeOrphans(scope: CorporationScope, present: string[], now: Date): Promise<number> {
  const { corporationId } = scope
  const known = await inScopeSql(scope, (tx) =>
    tx.sql<{ id: string }>(
      sql`SELECT id::text AS id FROM tenant_import WHERE corporation_id = ${corporationId}::int AND id = ANY(${present}::uuid[])`,
    ),
  )
  const ids = new Set(known.map(({ id }) => id))
  let removed = 0
  for (const id of present.filter((one) => !ids.has(one))) {
    const found = await stat(uploadPath(corporationId, id)).catch(() => null)
    if (!found || now.getTime() - found.mtimeMs < dayMs) continue
    await removeUpload(corporationId, id)
    removed++
  }
  return removed
}

const storedIds = async (corporationId: number) =>
  (await readdir(dataPath('uploads', String(corporationId))).catch(() => [])).filter(isUuid)

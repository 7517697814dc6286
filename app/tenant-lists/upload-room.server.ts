import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { dataPath, env } from '#app/core/env.server.ts'
import { freeBytes } from '#app/core/free-disk.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { importPersonSteps } from './import-steps.ts'

/** Why a file cannot be taken now, whatever is in it. */
export type NoRoom = 'too-many-lists' | 'too-many-bytes' | 'disk-full'

type Coming = { corporationId: number; bytes: number }

/** What is on its way to this process now, in the order in which it came: it is neither written down nor on disk. */
const coming = () => processSingleton('uploads-coming', () => new Set<Coming>())

/** Null when a file of so many bytes can be taken from this corporation, behind those that came `before`. */
export async function whyNoRoom(
  scope: CorporationScope,
  bytes: number,
  before: readonly Coming[] = [...coming()],
): Promise<NoRoom | null> {
  const { UNFINISHED_LISTS, UPLOADS_MB, FREE_DISK_MB } = env()
  const own = before.filter(({ corporationId }) => corporationId === scope.corporationId)
  if ((await freeBytes(dataPath('uploads'))) - bytesIn(before) - bytes < FREE_DISK_MB * 1_000_000) return 'disk-full'
  if (await areTooMany(scope, own, UNFINISHED_LISTS)) return 'too-many-lists'
  return (await bytesOf(scope.corporationId)) + bytesIn(own) + bytes > UPLOADS_MB * 1_000_000 ? 'too-many-bytes' : null
}

/** With those that are still coming: one that is written down meanwhile would count twice, so then all are counted again. */
async function areTooMany(scope: CorporationScope, before: readonly Coming[], most: number): Promise<boolean> {
  const own = before.filter((file) => coming().has(file))
  const unfinished = await inScopeSql(scope, (tx) => unfinishedLists(tx, scope))
  if (unfinished + own.length < most) return false
  // The news that one was written down may lie behind the count it is in.
  await nextTurn()
  return own.every((file) => coming().has(file)) || areTooMany(scope, own, most)
}

const bytesIn = (files: readonly Coming[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)

/**
 * Does `work` while a file of so many bytes counts as coming in. It counts from before anybody looks whether there is room
 * for it, so that of many at once each sees those before it; `work` hears why there is none.
 */
export async function whileComing<T>(
  scope: CorporationScope,
  bytes: number,
  work: (noRoom: NoRoom | null) => Promise<T>,
): Promise<T> {
  const before = [...coming()]
  const file = { corporationId: scope.corporationId, bytes }
  coming().add(file)
  try {
    const noRoom = await whyNoRoom(scope, bytes, before)
    if (noRoom) coming().delete(file)
    return await work(noRoom)
  } finally {
    coming().delete(file)
  }
}

/**
 * Why a file that has come in cannot stay: another process took what room there was meanwhile. Held until the end of the
 * transaction in which the list is written down, so that two never take the same room.
 */
export async function whyNotKept(tx: SqlRunner, scope: CorporationScope): Promise<NoRoom | null> {
  const { UNFINISHED_LISTS, UPLOADS_MB } = env()
  await tx.sql(sql`SELECT pg_advisory_xact_lock(hashtext('upload-room'), ${scope.corporationId}::int)::text`)
  if ((await unfinishedLists(tx, scope)) >= UNFINISHED_LISTS) return 'too-many-lists'
  return (await bytesOf(scope.corporationId)) > UPLOADS_MB * 1_000_000 ? 'too-many-bytes' : null
}

async function unfinishedLists(tx: SqlRunner, { corporationId }: CorporationScope): Promise<number> {
  const [row] = await tx.sql<{ lists: number }>(sql`
    SELECT count(*)::int AS lists FROM tenant_import
    WHERE corporation_id = ${corporationId}::int AND state = ANY(${[...importPersonSteps.cancel.from]}::text[])`)
  return row?.lists ?? 0
}

/** Of all files that are still kept, also of lists that were applied. */
async function bytesOf(corporationId: number): Promise<number> {
  const folder = dataPath('uploads', String(corporationId))
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

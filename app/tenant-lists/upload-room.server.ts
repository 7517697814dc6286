import { mkdir, readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath, env } from '#app/core/env.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { importPersonSteps } from './import-steps.ts'

/** Why a file cannot be taken now, whatever is in it. */
export type NoRoom = 'too-many-lists' | 'too-many-bytes' | 'disk-full'

type Coming = { lists: number; bytes: number }

/** What is on its way in now, per corporation: it is neither written down nor on disk. */
const coming = () => processSingleton('uploads-coming', () => new Map<number, Coming>())

/** Null when a file of so many bytes can be taken from this corporation. */
export async function whyNoRoom(scope: CorporationScope, bytes: number): Promise<NoRoom | null> {
  const { UNFINISHED_LISTS, UPLOADS_MB, FREE_DISK_MB } = env()
  const own = coming().get(scope.corporationId) ?? { lists: 0, bytes: 0 }
  const everyone = [...coming().values()].reduce((sum, one) => sum + one.bytes, 0)
  if ((await freeBytes()) - everyone - bytes < FREE_DISK_MB * 1_000_000) return 'disk-full'
  if ((await unfinishedLists(scope)) + own.lists >= UNFINISHED_LISTS) return 'too-many-lists'
  return (await bytesOf(scope.corporationId)) + own.bytes + bytes > UPLOADS_MB * 1_000_000 ? 'too-many-bytes' : null
}

/** Does `work` while a file of so many bytes counts as coming in. */
export async function whileComing<T>(
  { corporationId }: CorporationScope,
  bytes: number,
  work: () => Promise<T>,
): Promise<T> {
  count(corporationId, { lists: 1, bytes })
  try {
    return await work()
  } finally {
    count(corporationId, { lists: -1, bytes: -bytes })
  }
}

function count(corporationId: number, { lists, bytes }: Coming) {
  const before = coming().get(corporationId) ?? { lists: 0, bytes: 0 }
  const now = { lists: before.lists + lists, bytes: before.bytes + bytes }
  if (now.lists === 0) coming().delete(corporationId)
  else coming().set(corporationId, now)
}

async function freeBytes(): Promise<number> {
  await mkdir(dataPath('uploads'), { recursive: true, mode: 0o700 })
  const { bavail, bsize } = await statfs(dataPath('uploads'))
  return bavail * bsize
}

async function unfinishedLists(scope: CorporationScope): Promise<number> {
  const [row] = await inScopeSql(scope, (tx) =>
    tx.sql<{ lists: number }>(sql`
      SELECT count(*)::int AS lists FROM tenant_import
      WHERE corporation_id = ${scope.corporationId}::int AND state = ANY(${[...importPersonSteps.cancel.from]}::text[])`),
  )
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

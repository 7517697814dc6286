import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#app/core/env.server.ts'
import { log } from '#app/core/log.server.ts'
import { backupsToRemove, dueBackup } from './due-backup.ts'
import { makeBackup } from './make-backup.server.ts'

// Whoever makes one writes to it all the time.
const leftBehindAfterMs = 600_000

/**
 * Makes the backup of the day in BACKUP_DIR when it is due and not there yet, and takes the oldest away. The folder is not
 * made: a disk that is not mounted would go unnoticed.
 */
export async function makeDueBackup(now: Date): Promise<{ made: string | null }> {
  const { BACKUP_DIR, BACKUP_AT, BACKUPS_KEPT, DATABASE_URL } = env()
  if (!BACKUP_DIR || !DATABASE_URL) return { made: null }
  const path = join(BACKUP_DIR, dueBackup(now, BACKUP_AT))
  if (existsSync(path) || (await isBeingMade(`${path}.part`, now))) return { made: null }
  const { rows, uploads } = await makeBackup(DATABASE_URL, path)
  for (const name of backupsToRemove(await readdir(BACKUP_DIR), BACKUPS_KEPT)) await rm(join(BACKUP_DIR, name))
  log().info({ event: 'backup-made', rows, uploads })
  return { made: path }
}

/** One that was cut off is taken away. */
async function isBeingMade(part: string, now: Date): Promise<boolean> {
  const found = await stat(part).catch(() => null)
  if (!found) return false
  if (now.getTime() - found.mtimeMs < leftBehindAfterMs) return true
  await rm(part, { force: true })
  return false
}

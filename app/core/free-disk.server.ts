import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * With less than this many megabytes the disk is full: PostgreSQL, which may be on it, writes its log ahead in files of 16
 * and needs a few to go on at all.
 */
export const fullDiskMb = 100

/** What others than root may still write to the disk of this folder, or of the one it will be made in. */
export async function freeBytes(dir: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(dir)
    return bavail * bsize
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(dir) === dir) throw error
    return freeBytes(dirname(dir))
  }
}

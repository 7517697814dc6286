import { resolve } from 'node:path'
import { makeBackup } from './backup/make-backup.server.ts'
import { restoreBackup } from './backup/restore-backup.server.ts'
import { UsageError } from './cli-answer.ts'

export async function backupFromCommand(ownerUrl: string, file: string) {
  const made = await makeBackup(ownerUrl, resolve(file))
  return { file, ...made, keep: 'the master key is not in it: keep that too, in another place' }
}

export async function restoreFromCommand(ownerUrl: string, file: string) {
  try {
    return { file, ...(await restoreBackup(ownerUrl, resolve(file))) }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && path === resolve(file)) throw new UsageError(`There is no file ${file}.`)
    throw error
  }
}

import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { backupsToRemove, dueBackup } from '#app/backup/due-backup.ts'
import { makeDueBackup } from '#app/backup/make-due-backup.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'

// 03:00 in the Netherlands in winter.
const now = new Date('2026-11-27T02:00:00Z')
let made = 0
let folder: string

beforeAll(async () => {
  await useDatabase()
  await aCorporation()
})

beforeEach(() => {
  folder = join(process.env.DATA_DIR ?? '', `backups-${++made}`)
  mkdirSync(folder, { recursive: true })
  Object.assign(process.env, { BACKUP_DIR: folder, BACKUPS_KEPT: '2' })
  resetSingleton('env')
})

test.each([
  ['2026-11-27T01:29:00Z', 'rondbel-2026-11-26.backup'],
  ['2026-11-27T01:30:00Z', 'rondbel-2026-11-27.backup'],
  ['2026-07-01T00:29:00Z', 'rondbel-2026-06-30.backup'],
  ['2026-07-01T00:30:00Z', 'rondbel-2026-07-01.backup'],
])('at %s the one that should be there at half past two is %s', (at, name) => {
  expect(dueBackup(new Date(at), '02:30')).toBe(name)
})

test('the oldest of our own go, and nothing else does', () => {
  const names = [
    'rondbel-2026-11-27.backup',
    'other.backup',
    'rondbel-2025-12-31.backup',
    'rondbel-2026-11-26.backup.part',
  ]
  expect(backupsToRemove(names, 1)).toEqual(['rondbel-2025-12-31.backup'])
  expect(backupsToRemove(names, 2)).toEqual([])
})

test('it is made once a day, and two are kept', async () => {
  for (const day of ['2026-11-20', '2026-11-25']) writeFileSync(join(folder, `rondbel-${day}.backup`), '')
  const first = join(folder, 'rondbel-2026-11-27.backup')
  expect(await makeDueBackup(now)).toEqual({ made: first })
  expect(await makeDueBackup(now)).toEqual({ made: null })
  expect(readdirSync(folder).sort()).toEqual(['rondbel-2026-11-25.backup', 'rondbel-2026-11-27.backup'])
})

test('one that another process makes is left to it, one that was cut off is made anew', async () => {
  const part = join(folder, 'rondbel-2026-11-27.backup.part')
  writeFileSync(part, 'half')
  const seconds = now.getTime() / 1000
  utimesSync(part, seconds - 60, seconds - 60)
  expect(await makeDueBackup(now)).toEqual({ made: null })
  utimesSync(part, seconds - 3600, seconds - 3600)
  expect(await makeDueBackup(now)).toEqual({ made: part.replace('.part', '') })
  expect(existsSync(part)).toBe(false)
})

test('without a folder in the settings none is made, and one that is not there is a failure', async () => {
  process.env.BACKUP_DIR = join(folder, 'not-mounted')
  resetSingleton('env')
  await expect(makeDueBackup(now)).rejects.toThrow('There is no folder')
  expect(existsSync(process.env.BACKUP_DIR)).toBe(false)
  delete process.env.BACKUP_DIR
  resetSingleton('env')
  expect(await makeDueBackup(now)).toEqual({ made: null })
})

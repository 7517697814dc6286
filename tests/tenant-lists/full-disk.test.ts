import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { dataPath } from '#app/core/env.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { receiveUpload } from '#app/tenant-lists/receive-upload.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { today } from './lists.ts'

beforeAll(useDatabase)

test('a disk that fills up while a list comes in is said, as one that was full before, and no half is kept', async ({
  skip,
}) => {
  process.env.FREE_DISK_MB = '0'
  resetSingleton('env')
  const disk = dataPath('uploads')
  mkdirSync(disk, { recursive: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
  if (mounted.status !== 0) return skip(`a small disk cannot be mounted here: ${mounted.stderr}`)
  try {
    const body = new FormData()
    body.set('file', new File(['Huurdernr;Achternaam\r\n', 'T1;Wit\r\n'.repeat(50_000)], 'lijst.csv'))
    const request = new Request('http://localhost:3000/imports/new', { method: 'POST', body })
    const coordinator = await anActor(await aCorporation())
    expect(await receiveUpload(coordinator, request, today)).toEqual({ ok: false, reason: 'disk-full' })
    expect(readdirSync(join(disk, String(coordinator.corporationId)))).toEqual([])
  } finally {
    spawnSync('umount', [disk])
  }
})

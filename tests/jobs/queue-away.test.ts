import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemScope } from '#app/core/scope.server.ts'
import { confirmMapping } from '#app/tenant-lists/confirm-mapping.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'
import { closeQueues, isQueueReady } from '#jobs/connection.server.ts'
import { queueNames } from '#jobs/workers/workers.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { migrate } from '#prisma/migrate.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { listenToLog } from '#tests/support/heard-log.ts'
import { smallList, today } from '#tests/tenant-lists/lists.ts'
import { startBackend } from './backend.ts'

let databaseUrl: string

beforeAll(async () => {
  databaseUrl = await useDatabase()
})
afterAll(() => closeQueues(queueNames))

test('a database that was copied or restored has its queue again after the next start', async () => {
  await asSuperuser(
    `DO $$ BEGIN EXECUTE format('REVOKE CREATE ON DATABASE %I FROM rondbel_queue', current_database()); END $$`,
  )
  await expect(isQueueReady()).rejects.toThrow(/permission denied/)
  await closeQueues(queueNames)
  await migrate(databaseUrl)
  expect(await isQueueReady()).toBe(true)
  await closeQueues(queueNames)
})

test('with Redis away nobody waits for it: what they asked for is kept, and a stop is a stop', async ({ skip }) => {
  const redis = await startBackend('Redis')
  if (!redis) return skip('there is no redis-server on this machine')
  const heard = listenToLog()
  const scope = systemScope((await aCorporation()).id)
  const received = await importFromPath(scope, {
    path: smallList([{ Huurdernr: '1' }]),
    fileName: 'huurders.csv',
    listedOn: today,
  })
  if (!received.ok) throw new Error(received.refusal.reason)
  expect(await isQueueReady()).toBe(true)
  await redis.breakDown()
  const askedAt = performance.now()
  expect(await confirmMapping(scope, received.importId, received.mapping)).toEqual({ ok: true })
  await closeQueues(queueNames)
  expect(performance.now() - askedAt).toBeLessThan(12_000)
  expect(await asSuperuser(`SELECT state FROM tenant_import WHERE id = $1`, [received.importId])).toEqual([
    { state: 'checking' },
  ])
  expect(heard()).toContainEqual(expect.objectContaining({ event: 'nudge-failed' }))
  await redis.stop()
})

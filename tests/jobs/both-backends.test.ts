import { setTimeout as sleep } from 'node:timers/promises'
import type { Queue } from 'bullmq'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { env } from '#app/core/env.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { startApplication } from '#app/tenant-lists/apply-import.server.ts'
import { confirmMapping } from '#app/tenant-lists/confirm-mapping.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'
import {
  closeQueues,
  isQueueReady,
  type JobWorker,
  type Processor,
  queueOf,
  startWorker,
} from '#jobs/connection.server.ts'
import { formerRecurringQueue, recurringJobs, recurringQueue } from '#jobs/queues/recurring-jobs.ts'
import { keepSchedule, secondsBehindSchedule, startSchedule } from '#jobs/schedule.ts'
import { queueNames, startWorkers } from '#jobs/workers/workers.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { uniqueName } from '#prisma/builders/unique.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { listenToLog } from '#tests/support/heard-log.ts'
import { until } from '#tests/support/until.ts'
import { generatedList, today } from '#tests/tenant-lists/lists.ts'
import { type Backend, startBackend } from './backend.ts'

beforeAll(async () => {
  await useDatabase()
})

describe.each(['PostgreSQL', 'Redis'] as const)('the queue on %s', (name) => {
  let backend: Backend | null
  let workers: JobWorker[] = []
  const opened = new Set<string>(queueNames)

  beforeAll(async () => {
    backend = await startBackend(name)
  })
  beforeEach(({ skip }) => skip(!backend, 'there is no redis-server on this machine'))
  afterEach(letGo)
  afterAll(() => backend?.stop())

  async function letGo() {
    await Promise.all(workers.map((worker) => worker.close()))
    workers = []
    await closeQueues([...opened])
  }

  /** A queue that only this test works on. */
  function ownQueue() {
    const own = uniqueName('own')
    opened.add(own)
    return {
      add: (job: string, payload: object = {}) => queueOf(own).add(job, payload),
      counts: () => queueOf(own).getJobCounts('waiting', 'active', 'delayed', 'completed', 'failed'),
      job: (id: string) => queueOf(own).getJob(id),
      work(processor: Processor) {
        const worker = startWorker(own, processor, 1)
        workers.push(worker)
        return worker
      },
    }
  }

  test('it is the one that the settings ask for, and it answers', async () => {
    expect(Boolean(env().REDIS_URL)).toBe(name === 'Redis')
    expect(await isQueueReady()).toBe(true)
    expect(await backend?.connections()).toBeGreaterThan(0)
  })

  test('a list is checked by a worker, and applied by it once somebody said yes', async () => {
    workers = startWorkers()
    const [corporation, { path, truth }] = [await aCorporation(), await generatedList({ rows: 300 })]
    const scope = systemScope(corporation.id)
    const received = await importFromPath(scope, { path, fileName: 'huurders.csv', listedOn: today })
    if (!received.ok) throw new Error(received.refusal.reason)
    const { importId, mapping } = received
    const isIn = (state: string) => async () =>
      (await asSuperuser(`SELECT 1 FROM tenant_import WHERE id = $1 AND state = $2`, [importId, state])).length === 1
    expect(await confirmMapping(scope, importId, mapping)).toEqual({ ok: true })
    await until('the list is checked', isIn('checked'))
    expect(await startApplication(scope, importId, [])).toEqual({ ok: true })
    await until('the list is applied', isIn('applied'))
    const [kept] = await asSuperuser(`SELECT count(*)::int AS tenants FROM tenant WHERE corporation_id = $1`, [
      corporation.id,
    ])
    expect(kept).toEqual({ tenants: truth.distinctTenants })
  })

  test('the schedule said twice is one schedule', async () => {
    const waiting = async () =>
      Object.values(await queueOf(recurringQueue).getJobCounts('waiting', 'delayed', 'prioritized')).reduce(
        (sum, jobs) => sum + jobs,
      )
    await startSchedule()
    expect(await waiting()).toBe(recurringJobs.length)
    await startSchedule()
    expect(await waiting()).toBe(recurringJobs.length)
  })

  test('a queue that was emptied has its schedule back within the period, and an import whose job was lost goes on', async () => {
    const scope = systemScope((await aCorporation()).id)
    const { path } = await generatedList({ rows: 5 })
    const received = await importFromPath(scope, { path, fileName: 'huurders.csv', listedOn: today })
    if (!received.ok) throw new Error(received.refusal.reason)
    expect(await confirmMapping(scope, received.importId, received.mapping)).toEqual({ ok: true })
    await startSchedule()
    expect(await secondsBehindSchedule(new Date())).toBeLessThan(5)
    await backend?.empty()
    expect(await secondsBehindSchedule(new Date())).toBeNull()
    workers = startWorkers()
    const kept = keepSchedule(200)
    try {
      await until('the schedule is back', async () => (await secondsBehindSchedule(new Date())) !== null)
      await until('the import goes on', async () => {
        const [row] = await asSuperuser(`SELECT state FROM tenant_import WHERE id = $1`, [received.importId])
        return row?.state === 'checked'
      })
    } finally {
      await kept.stop()
    }
  })

  test('keeping the schedule moves nothing that is there, and ends with its stop', async () => {
    await startSchedule()
    const next = async () =>
      Object.fromEntries((await queueOf(recurringQueue).getJobSchedulers()).map(({ key, next: at }) => [key, at]))
    const before = await next()
    const kept = keepSchedule(50)
    await sleep(300)
    expect(await next()).toEqual(before)
    await kept.stop()
    await backend?.empty()
    await sleep(200)
    expect(await secondsBehindSchedule(new Date())).toBeNull()
    expect(await secondsBehindSchedule(new Date(Date.now() + 600_000))).toBeNull()
    await startSchedule()
    // Without a worker it falls behind.
    expect(await secondsBehindSchedule(new Date(Date.now() + 600_000))).toBeGreaterThan(300)
  })

  test('what an earlier version kept under another name is taken away when the schedule starts', async () => {
    opened.add(formerRecurringQueue)
    const former = queueOf(formerRecurringQueue) as Queue
    await former.upsertJobScheduler('sweep-leases', { every: 30_000 }, { name: 'sweep-leases' })
    await former.add('chain-audit', {})
    expect(await former.getJobSchedulersCount()).toBe(1)
    await startSchedule()
    const left = queueOf(formerRecurringQueue) as Queue
    expect(await left.getJobSchedulersCount()).toBe(0)
    expect(await left.getJobCounts('waiting', 'delayed', 'failed', 'completed')).toEqual({
      waiting: 0,
      delayed: 0,
      failed: 0,
      completed: 0,
    })
    // A worker of that version, still there or started again, is not held up by it.
    expect(await left.isPaused()).toBe(false)
    await startSchedule()
    expect(await queueOf(recurringQueue).getJobCounts('delayed', 'waiting')).not.toEqual({ delayed: 0, waiting: 0 })
  })

  test('a job that fails is tried again', async () => {
    const queue = ownQueue()
    let tries = 0
    queue.work(async () => {
      if (++tries === 1) throw new Error('for once')
    })
    await queue.add('fragile')
    await until('the job is done', async () => (await queue.counts()).completed === 1)
    expect(tries).toBe(2)
  })

  test('of a failure the log and the queue keep what broke where, never about whom', async () => {
    const heard = listenToLog()
    const queue = ownQueue()
    queue.work(async () => {
      throw new RangeError('mevrouw De Wit, 06-12345678')
    })
    const { id } = await queue.add('fragile', { importId: '42' })
    await until('the failure is written down', () => heard().some(({ event }) => event === 'job-failed'))
    const job = await queue.job(id ?? '')
    const line = heard().find(({ event }) => event === 'job-failed')
    expect(line).toMatchObject({ job: 'fragile', jobId: id, type: 'RangeError' })
    expect(JSON.stringify(line?.at)).toContain('both-backends.test.ts')
    expect(JSON.stringify([line, job?.failedReason, job?.stacktrace])).not.toMatch(/De Wit|0612|06-12/)
  })

  test('a worker that closes finishes what it was doing and leaves the rest for the next', async () => {
    const queue = ownQueue()
    const done: string[] = []
    let mayEnd = () => {}
    const gate = new Promise<void>((resolve) => {
      mayEnd = resolve
    })
    let hasBegun = false
    const first = queue.work(async (job) => {
      hasBegun = true
      await gate
      done.push(job)
    })
    await queue.add('one')
    await queue.add('two')
    await until('the first job has begun', () => hasBegun)
    const closing = first.close()
    mayEnd()
    await closing
    expect(done).toEqual(['one'])
    expect(await queue.counts()).toMatchObject({ completed: 1, waiting: 1, active: 0 })
    queue.work(async (job) => void done.push(job))
    await until('the next worker did the rest', () => done.length === 2)
    expect(done).toEqual(['one', 'two'])
  })

  test('closed, nothing stays connected', async () => {
    workers = startWorkers()
    await startSchedule()
    await letGo()
    await until('every connection is gone', async () => (await backend?.connections()) === 0)
  })
})

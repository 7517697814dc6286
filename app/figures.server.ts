import { queueOf } from '#jobs/connection.server.ts'
import { tenantListQueue } from '#jobs/queues/tenant-lists.ts'
import { secondsBehindSchedule } from '#jobs/schedule.ts'
import { queueNames } from '#jobs/workers/workers.ts'
import { oldestUnlinkedAt } from './audit/oldest-unlinked.server.ts'
import { env } from './core/env.server.ts'
import { freeBytes } from './core/free-disk.server.ts'
import { addFigure } from './core/metrics.server.ts'
import { listCorporations } from './corporations/corporations.server.ts'
import { longestSilence } from './exchanges/silent-exchanges.server.ts'

const states = ['waiting', 'active', 'delayed', 'failed'] as const

/** What `/metrics` tells beside requests: of the installation as a whole, so each process says the same. */
export function addFigures() {
  addFigure('rondbel_disk_free_bytes', 'Free bytes on the disk of DATA_DIR', async () => [
    { labels: {}, value: await freeBytes(env().dataDir) },
  ])
  addFigure(
    'rondbel_schedule_behind_seconds',
    'Seconds that the recurring job that is most behind is late; absent when one is not in the queue',
    async () => {
      const behind = await secondsBehindSchedule(new Date())
      return behind === null ? [] : [{ labels: {}, value: behind }]
    },
  )
  addFigure('rondbel_queue_jobs', 'Jobs in the queue, by queue and state', async () =>
    (await Promise.all(queueNames.map(jobsOf))).flat(),
  )
  addFigure(
    'rondbel_oldest_waiting_seconds',
    'How long the oldest has waited: a list for a worker, an audit event for its place in the chain',
    async () => [
      { labels: { what: 'list' }, value: secondsSince(await oldestListAt()) },
      { labels: { what: 'audit-event' }, value: secondsSince(await oldestEventAt()) },
    ],
  )
  addFigure(
    'rondbel_exchange_silent_seconds',
    'How long the telephone exchange that is silent longest has said nothing while its lines are answered',
    async () => [{ labels: {}, value: await longestSilence(new Date()) }],
  )
}

async function jobsOf(queue: string) {
  const counts = await queueOf(queue).getJobCounts(...states)
  return states.map((state) => ({ labels: { queue, state }, value: counts[state] ?? 0 }))
}

async function oldestListAt() {
  const [job] = await queueOf(tenantListQueue).getJobs(['waiting'], 0, 0, true)
  return job ? new Date(job.timestamp) : null
}

async function oldestEventAt() {
  return oldestUnlinkedAt((await listCorporations()).map(({ id }) => id))
}

/** 0 when nothing waits. */
const secondsSince = (at: Date | null) => (at === null ? 0 : Math.max(0, (Date.now() - at.getTime()) / 1000))

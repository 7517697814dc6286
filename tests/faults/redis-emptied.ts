import { Redis } from 'ioredis'
import type pg from 'pg'
import { queueOf } from '#jobs/connection.server.ts'
import { recurringJobs, recurringQueue } from '#jobs/queues/recurring-jobs.ts'
import { startRedis } from '#tests/support/redis.ts'
import { withList } from './a-list.ts'
import type { Fault, Outcome } from './fault.ts'
import { applyList, checkList, listReceived } from './imports.ts'
import { type RunningRondbel, secondsUntil, withRondbel } from './running-rondbel.ts'

const lists = 6
const rows = 3_000
const seed = 20_261_128
// Each worker looks once a minute, and a busy machine is late; then a job that runs once a minute finds the lists.
const mostSecondsToSchedule = 65
const patienceMs = 200_000

type Emptied = { schedule: number; done: number }

/**
 * Redis is emptied while recurring work is due and lists are being checked, and again while they are applied. The schedule
 * must be back within a minute, and every list, which a row stands for, must be done once.
 */
export const redisEmptiedFault: Fault = {
  name: 'redis-emptied',
  async run() {
    const redis = await startRedis()
    if (!redis) return { skipped: 'there is no redis-server on this machine' }
    const client = new Redis(redis.url)
    const settings = { REDIS_URL: redis.url }
    return withList(rows, (path, tenants) =>
      withRondbel({ settings }, async (rondbel, owner) => {
        const imports = await Promise.all(Array.from({ length: lists }, () => listReceived(path)))
        const flush = () => client.flushall()
        const emptied = [
          await emptiedWhile('checked', { rondbel, owner, flush, begin: () => Promise.all(imports.map(checkList)) }),
          await emptiedWhile('applied', { rondbel, owner, flush, begin: () => Promise.all(imports.map(applyList)) }),
        ]
        return judged({ emptied, tenants, ...(await lookAt(owner)) })
      }),
    ).finally(() => {
      client.disconnect()
      return redis.stop()
    })
  },
}

type Breaking = { rondbel: RunningRondbel; owner: pg.Client; flush(): Promise<unknown>; begin(): Promise<unknown> }

/** In seconds from the moment it was emptied. */
async function emptiedWhile(state: string, { rondbel, owner, flush, begin }: Breaking): Promise<Emptied> {
  const isScheduled = async () => typeof (await rondbel.health())?.secondsBehindSchedule === 'number'
  await begin()
  await flush()
  const schedule = secondsUntil('the schedule is back', isScheduled, patienceMs)
  const areDone = async () => (await countOf(owner, `tenant_import WHERE state = '${state}'`)) === lists
  const done = await secondsUntil(`the lists are ${state}`, areDone, patienceMs)
  return { schedule: await schedule, done }
}

async function countOf(owner: pg.Client, what: string) {
  const { rows: found } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`)
  return found[0]?.n ?? 0
}

async function lookAt(owner: pg.Client) {
  const unlinked = `audit_event e WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.corporation_id = e.corporation_id AND l.event_id = e.id)`
  await secondsUntil('every event has its place', async () => (await countOf(owner, unlinked)) === 0, patienceMs)
  const queue = queueOf(recurringQueue)
  const jobs = await queue.getJobs(['waiting', 'delayed', 'prioritized', 'active'])
  return {
    whole: await countOf(owner, '(SELECT FROM tenant GROUP BY corporation_id, number HAVING count(*) = 1) t'),
    everybody: await countOf(owner, 'tenant'),
    applied: await countOf(owner, `audit_event WHERE action = 'tenant-list:applied'`),
    schedulers: (await queue.getJobSchedulers()).length,
    twice: jobs.length - new Set(jobs.map(({ name }) => name)).size,
  }
}

type Found = Awaited<ReturnType<typeof lookAt>> & { emptied: Emptied[]; tenants: number }

function judged({ emptied, tenants, whole, everybody, applied, schedulers, twice }: Found): Outcome {
  const meant = tenants * lists
  const isWhole = whole === meant && everybody === meant && applied === lists
  const isInTime = emptied.every(({ schedule }) => schedule <= mostSecondsToSchedule)
  const [schedule, done] = [emptied.map((one) => one.schedule), emptied.map((one) => one.done)]
  return {
    holds: isWhole && isInTime && schedulers === recurringJobs.length && twice === 0,
    times: emptied.length,
    seed,
    found: `the schedule was back after ${schedule.join(' and ')} s (at most ${mostSecondsToSchedule}), the lists were done after ${done.join(' and ')} s; ${applied} of ${lists} applied once, ${everybody} of ${meant} tenants; ${schedulers} recurring jobs, ${twice} of them double`,
  }
}

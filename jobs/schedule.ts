import { log } from '#app/core/log.server.ts'
import { redactedError } from '#app/core/redacted-error.ts'
import { withTimeout } from '#app/core/with-timeout.ts'
import { queueOf, removeQueue } from './connection.server.ts'
import {
  formerRecurringQueue,
  isRecurringJob,
  type RecurringJob,
  recurringJobs,
  recurringQueue,
} from './queues/recurring-jobs.ts'

type Schedule = { every: number } | { pattern: string; tz: string }

/** All recurring work on one page. */
const schedules: Record<RecurringJob, Schedule> = {
  // Half a minute after a caller's lease has lapsed their home is free again.
  'sweep-leases': { every: 30_000 },
  // A contact whose operator is gone is back in the queue within seconds.
  'sweep-desks': { every: 5_000 },
  // What was saved in the moment somebody's access ended is with a colleague within a minute.
  'pass-on-orphans': { every: 60_000 },
  'chain-audit': { every: 15_000 },
  // An import whose job was lost, with a queue that was emptied, goes on within a minute.
  'requeue-imports': { every: 60_000 },
  // Soon after midnight, in whatever zone: a day that is over is kept as it ended.
  'keep-campaign-days': { every: 600_000 },
  // A call that rang and of which nothing is heard any more is a missed one within half a minute.
  'sweep-silent-calls': { every: 30_000 },
  // What is published, or holds from today, is on paper within a minute.
  'print-papers': { every: 60_000 },
  'remove-old-uploads': { pattern: '15 3 * * *', tz: 'Europe/Amsterdam' },
  // Looks whether the backup of the day is there: one that failed, or that nobody was there for, comes later.
  'make-due-backup': { every: 600_000 },
  'delete-expired-keys': { pattern: '30 3 * * *', tz: 'Europe/Amsterdam' },
  'remove-old-drafts': { pattern: '45 3 * * *', tz: 'Europe/Amsterdam' },
  'remove-old-warnings': { pattern: '50 3 * * *', tz: 'Europe/Amsterdam' },
  'anonymise-contacts': { pattern: '55 3 * * *', tz: 'Europe/Amsterdam' },
  'remove-old-events': { pattern: '55 3 * * *', tz: 'Europe/Amsterdam' },
}

/** Puts the schedule into the queue, in the place of what an earlier version put there; saying it again changes nothing. */
export async function startSchedule() {
  for (const job of recurringJobs) await put(job)
  await removeQueue(formerRecurringQueue)
}

const put = (job: RecurringJob) =>
  queueOf(recurringQueue).upsertJobScheduler(job, schedules[job], { name: job, opts: { attempts: 1 } })

const keepEveryMs = 60_000
const closePatienceMs = 1_000

/**
 * Starts the schedule as soon as the queue answers and keeps it from then on, until it is stopped. Nobody waits for it:
 * while Redis is away pages are served.
 */
export function runSchedule() {
  let isStarted = false
  const kept = keepSchedule(keepEveryMs, async () => {
    if (isStarted) return putBack()
    await startSchedule()
    isStarted = true
  })
  kept.look()
  return kept
}

/**
 * Puts back what a queue that was emptied has lost, each minute until it is stopped. By a timer of this process: a job
 * that did this would be lost with the others. What is there already is left alone, since putting it again would move it.
 */
export function keepSchedule(everyMs = keepEveryMs, keep = putBack) {
  let working: Promise<void> | null = null
  let isStopping = false
  const look = () => {
    working ??= keep()
      .catch((error) => {
        if (!isStopping) log().warn({ event: 'schedule-not-kept', error: redactedError(error) })
      })
      .finally(() => {
        working = null
      })
  }
  const timer = setInterval(look, everyMs)
  return {
    look,
    async stop() {
      isStopping = true
      clearInterval(timer)
      await withTimeout(closePatienceMs, working ?? Promise.resolve()).catch(() => {})
    },
  }
}

async function putBack() {
  const missing = await missingFromSchedule()
  for (const job of missing) await put(job)
  if (missing.length > 0) log().warn({ event: 'schedule-put-back', jobs: missing })
}

async function missingFromSchedule(): Promise<RecurringJob[]> {
  const there = new Set((await queueOf(recurringQueue).getJobSchedulers()).map(({ key }) => key))
  return recurringJobs.filter((job) => !there.has(job))
}

/**
 * By how many seconds the schedule is behind, of the job that is most so: 0 when each will run in its time, null when one
 * is not in the queue at all. Whatever process does the work.
 */
export async function secondsBehindSchedule(now: Date): Promise<number | null> {
  const schedulers = (await queueOf(recurringQueue).getJobSchedulers()).filter(({ key }) => isRecurringJob(key))
  if (schedulers.length < recurringJobs.length) return null
  return Math.max(0, ...schedulers.map(({ next }) => (now.getTime() - (next ?? 0)) / 1000))
}

import { queueOf, removeQueue } from './connection.server.ts'
import { formerRecurringQueue, type RecurringJob, recurringQueue } from './queues/recurring-jobs.ts'

type Schedule = { every: number } | { pattern: string; tz: string }

/** All recurring work on one page. */
const schedules: Record<RecurringJob, Schedule> = {
  // Half a minute after a caller's lease has lapsed their home is free again.
  'sweep-leases': { every: 30_000 },
  // What was saved in the moment somebody's access ended is with a colleague within a minute.
  'pass-on-orphans': { every: 60_000 },
  'chain-audit': { every: 15_000 },
  // An import whose job was lost, with a queue that was emptied, goes on within a minute.
  'requeue-imports': { every: 60_000 },
  // Soon after midnight, in whatever zone: a day that is over is kept as it ended.
  'keep-campaign-days': { every: 600_000 },
  'remove-old-uploads': { pattern: '15 3 * * *', tz: 'Europe/Amsterdam' },
  // Looks whether the backup of the day is there: one that failed, or that nobody was there for, comes later.
  'make-due-backup': { every: 600_000 },
  'delete-expired-keys': { pattern: '30 3 * * *', tz: 'Europe/Amsterdam' },
  'remove-old-drafts': { pattern: '45 3 * * *', tz: 'Europe/Amsterdam' },
}

/** Puts the schedule into the queue, in the place of what an earlier version put there; saying it again changes nothing. */
export async function startSchedule() {
  const queue = queueOf(recurringQueue)
  for (const [job, schedule] of Object.entries(schedules)) {
    await queue.upsertJobScheduler(job, schedule, { name: job, opts: { attempts: 1 } })
  }
  await removeQueue(formerRecurringQueue)
}

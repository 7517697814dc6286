import { log } from '#app/core/log.server.ts'
import { enqueueTenantListJob, type TenantListJob } from '#jobs/queues/tenant-lists.ts'

/** Has the worker look at an import at once. Without a queue nothing is lost: the sweep finds what is due within a minute. */
export async function enqueueNow(job: TenantListJob) {
  try {
    await enqueueTenantListJob(job)
  } catch (error) {
    log().warn({ event: 'nudge-failed', queue: 'tenant-lists', type: error instanceof Error ? error.name : 'unknown' })
  }
}

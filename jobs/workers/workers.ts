import { type JobWorker, startWorker } from '../connection.server.ts'
import { recurringQueue } from '../queues/recurring-jobs.ts'
import { tenantListQueue } from '../queues/tenant-lists.ts'
import { runRecurringJob } from './recurring-jobs.ts'
import { workOnTenantList } from './tenant-lists.ts'

export const queueNames = [recurringQueue, tenantListQueue]

/** Everything this process works on in the background. */
export function startWorkers(): JobWorker[] {
  return [startWorker(recurringQueue, runRecurringJob), startWorker(tenantListQueue, workOnTenantList)]
}

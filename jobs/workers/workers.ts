import { type JobWorker, startWorker } from '../connection.server.ts'
import { housekeepingQueue } from '../queues/housekeeping.ts'
import { tenantListQueue } from '../queues/tenant-lists.ts'
import { doChore } from './housekeeping.ts'
import { workOnTenantList } from './tenant-lists.ts'

export const queueNames = [housekeepingQueue, tenantListQueue]

/** Everything this process works on in the background. */
export function startWorkers(): JobWorker[] {
  return [startWorker(housekeepingQueue, doChore), startWorker(tenantListQueue, workOnTenantList)]
}

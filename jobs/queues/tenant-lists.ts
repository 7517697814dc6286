import { z } from 'zod'
import { addJob } from '../connection.server.ts'

export const tenantListQueue = 'tenant-lists'

export const tenantListJob = z.object({
  kind: z.enum(['check', 'apply', 'undo']),
  corporationId: z.int().positive(),
  importId: z.uuid(),
})
export type TenantListJob = z.infer<typeof tenantListJob>

/** A nudge: what there is to do stands in the import's state. */
export async function enqueueTenantListJob(job: TenantListJob) {
  await addJob(tenantListQueue, job.kind, job)
}

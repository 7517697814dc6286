import { forgetOldKeys } from '#app/accounts/forget-old-keys.server.ts'
import { chainAudit } from '#app/audit/chain.server.ts'
import { sweepLeases } from '#app/campaigns/sweep-leases.server.ts'
import { type CorporationScope, systemScope } from '#app/core/scope.server.ts'
import { listCorporations } from '#app/corporations/corporations.server.ts'
import { removeOldUploads } from '#app/tenant-lists/remove-old-uploads.server.ts'
import { requeueImports } from '#app/tenant-lists/requeue-imports.server.ts'
import { type Chore, isChore } from '../queues/housekeeping.ts'

const choreWork: Record<Chore, (scope: CorporationScope, now: Date) => Promise<unknown>> = {
  'chain-audit': chainAudit,
  'sweep-leases': sweepLeases,
  'requeue-imports': requeueImports,
  'remove-old-uploads': removeOldUploads,
  'forget-old-keys': forgetOldKeys,
}

/** One corporation's trouble does not keep the others waiting. */
export async function doChore(name: string) {
  if (!isChore(name)) throw new Error(`There is no chore ${name}.`)
  const failures: unknown[] = []
  for (const { id } of await listCorporations()) {
    await choreWork[name](systemScope(id), new Date()).catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${name} failed for ${failures.length} corporations.`)
}

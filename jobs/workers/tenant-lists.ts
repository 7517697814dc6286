import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { applyImport } from '#app/tenant-lists/apply-import.server.ts'
import { checkImport } from '#app/tenant-lists/check-import.server.ts'
import { undoImport } from '#app/tenant-lists/undo-import.server.ts'
import { tenantListJob } from '../queues/tenant-lists.ts'

const operations = { check: checkImport, apply: applyImport, undo: undoImport }

export async function workOnTenantList(_name: string, payload: unknown) {
  const { kind, corporationId, importId } = tenantListJob.parse(payload)
  await operations[kind](systemScope(corporationId), importId, campaignsFollowLists)
}

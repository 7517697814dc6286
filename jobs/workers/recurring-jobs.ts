import { deleteExpiredKeys } from '#app/accounts/delete-expired-keys.server.ts'
import { chainAudit } from '#app/audit/audit-chain.server.ts'
import { makeDueBackup } from '#app/backup/make-due-backup.server.ts'
import { removeOldConversationDrafts } from '#app/calls/conversation-drafts.server.ts'
import { sweepLeases } from '#app/calls/sweep-leases.server.ts'
import { keepCampaignDays } from '#app/campaigns/campaign-days.server.ts'
import { anonymiseContacts } from '#app/contacts/anonymise-contacts.server.ts'
import { receiveCall } from '#app/contacts/receive-call.server.ts'
import { sweepDesk } from '#app/contacts/sweep-desk.server.ts'
import { type CorporationScope, type DeskScope, systemScope } from '#app/core/scope.server.ts'
import { listCorporations } from '#app/corporations/corporations.server.ts'
import { desksAtWork } from '#app/desks/desks.server.ts'
import { removeOldEvents } from '#app/exchanges/remove-old-events.server.ts'
import { sweepSilentCalls } from '#app/exchanges/sweep-silent-calls.server.ts'
import { passOnOrphans } from '#app/handovers/pass-on-orphans.server.ts'
import { makePaper } from '#app/papers/make-paper.server.ts'
import { removeOldUploads } from '#app/tenant-lists/remove-old-uploads.server.ts'
import { requeueImports } from '#app/tenant-lists/requeue-imports.server.ts'
import { removeOldWarnings } from '#app/tenants/keep-warnings.server.ts'
import { isRecurringJob, type RecurringJob } from '../queues/recurring-jobs.ts'

/** Of the installation as a whole. */
const ofAll = { 'make-due-backup': makeDueBackup }
type OfAll = keyof typeof ofAll
const isOfAll = (name: RecurringJob): name is OfAll => name in ofAll

/** Of desks alone. */
type OfDesks = 'remove-old-events' | 'sweep-desks' | 'sweep-silent-calls'

const ofCorporations: Record<
  Exclude<RecurringJob, OfAll | OfDesks>,
  (scope: CorporationScope, now: Date) => Promise<unknown>
> = {
  'chain-audit': chainAudit,
  'sweep-leases': sweepLeases,
  'pass-on-orphans': passOnOrphans,
  'requeue-imports': requeueImports,
  'keep-campaign-days': keepCampaignDays,
  'remove-old-uploads': removeOldUploads,
  'delete-expired-keys': deleteExpiredKeys,
  'remove-old-drafts': removeOldConversationDrafts,
  'remove-old-warnings': removeOldWarnings,
  'anonymise-contacts': anonymiseContacts,
  'print-papers': makePaper,
}

/** What is done for every desk, for some besides. */
const ofDesks: Record<OfDesks | 'chain-audit', (scope: DeskScope, now: Date) => Promise<unknown>> = {
  'chain-audit': chainAudit,
  'remove-old-events': removeOldEvents,
  'sweep-desks': (scope) => sweepDesk(scope),
  'sweep-silent-calls': (scope, now) => sweepSilentCalls(scope, now, receiveCall),
}

/** The trouble of one corporation or desk does not keep the others waiting. */
export async function runRecurringJob(name: string) {
  if (!isRecurringJob(name)) throw new Error(`There is no recurring job ${name}.`)
  if (isOfAll(name)) return void (await ofAll[name](new Date()))
  const failures: unknown[] = []
  for (const work of await workOf(name)) await work().catch((error) => failures.push(error))
  if (failures.length > 0)
    throw new AggregateError(failures, `${name} failed for ${failures.length} corporations and desks.`)
}

async function workOf(name: Exclude<RecurringJob, OfAll>): Promise<(() => Promise<unknown>)[]> {
  const now = new Date()
  const corporations = name in ofCorporations ? await listCorporations() : []
  const desks = name in ofDesks ? await desksAtWork() : []
  return [
    ...corporations.map(
      ({ id }) =>
        () =>
          ofCorporations[name as keyof typeof ofCorporations](systemScope(id), now),
    ),
    ...desks.map((scope) => () => ofDesks[name as keyof typeof ofDesks](scope, now)),
  ]
}

import { takeTry } from '#app/accounts/rate-limits.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import type { KnownExchange } from './find-exchange.server.ts'

/** Writes down that something came in which was not believed or not understood: not what, and at most so many a minute. */
export async function noteRefused(
  { id, desk }: KnownExchange,
  action: 'exchange:event-refused' | 'exchange:event-unreadable',
): Promise<void> {
  if (!(await takeTry('written', `desk ${desk.deskId} ${action}`))) return
  await inScope(desk, (tx) => recordAudit(tx, desk, { action, subject: 'exchange', subjectId: id }))
}

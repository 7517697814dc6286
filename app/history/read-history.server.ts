import type { Actor } from '#app/accounts/authorize.server.ts'
import { attemptHistory } from '#app/calls/tenant-history.server.ts'
import { conversationHistory } from '#app/conversations/tenant-history.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { promiseHistory } from '#app/follow-ups/tenant-history.server.ts'
import { gestureHistory } from '#app/gestures/tenant-history.server.ts'
import { referralHistory } from '#app/referrals/tenant-history.server.ts'
import { listHistory } from '#app/tenant-lists/tenant-history.server.ts'
import type { HistoryAsked, HistorySource } from '#app/tenants/history.ts'
import { tenantHistory } from '#app/tenants/tenant-history.server.ts'
import type { KnownEvent } from './history-event.ts'

/** What of one moment stands above the other: a promise above the conversation it was made in. */
const sources: HistorySource<KnownEvent>[] = [
  gestureHistory,
  referralHistory,
  promiseHistory,
  conversationHistory,
  attemptHistory,
  tenantHistory,
  listHistory,
]

export const eventsAtFirst = 50
export const mostEvents = 1_000

/** The newest `most` events of one tenant that this person may read, newest first, and whether there are more. */
export async function readHistory(
  tx: Tx,
  actor: Actor,
  { tenantId, sealer, most }: HistoryAsked,
): Promise<{ events: KnownEvent[]; hasMore: boolean }> {
  const all: KnownEvent[] = []
  for (const source of sources) all.push(...(await source(tx, actor, { tenantId, sealer, most: most + 1 })))
  // Sorting keeps the order of what happened at one moment.
  all.sort((one, other) => other.at.getTime() - one.at.getTime())
  return { events: all.slice(0, most), hasMore: all.length > most }
}

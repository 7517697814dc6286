import { type DeskScope, inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { ReceiveCall } from './receive-call.ts'
import { receiveEvent } from './receive-event.server.ts'

/** A phone that rings says so, is answered or stops: after this long without a word the call has fallen away. */
const silenceMs = 3 * 60_000

/** `lastAt`: of its last event, by the clock of the exchange, which may be ahead of ours. */
type Silent = { exchangeId: string; callId: string; heardAt: Date; lastAt: Date | null }

/**
 * Calls that rang and of which nothing is heard any more become missed ones, for everybody to see. What is heard of one
 * later still counts. Gives how many. In the scope of all corporations that the desk serves now.
 */
export async function sweepSilentCalls(scope: DeskScope, now: Date, receiveCall: ReceiveCall): Promise<number> {
  const before = new Date(now.getTime() - silenceMs)
  const silent = await inScope(scope, (tx) =>
    tx.sql<Silent>(sql`
      SELECT c.exchange_id AS "exchangeId", c.call_id AS "callId", c.heard_at AS "heardAt",
        (SELECT max(e.at) FROM exchange_event e
          WHERE e.desk_id = c.desk_id AND e.exchange_id = c.exchange_id AND e.call_id = c.call_id) AS "lastAt"
      FROM exchange_call c
      WHERE c.desk_id = ${scope.deskId}::int AND c.state = 'ringing' AND c.heard_at < ${before}::timestamptz
      ORDER BY c.heard_at LIMIT 200`),
  )
  if (silent.length === 0) return 0
  for (const { exchangeId, callId, heardAt, lastAt } of silent) {
    const at = lastAt && lastAt > now ? lastAt : now
    const id = `silent since ${heardAt.toISOString()}: ${callId}`
    const known = { phone: null, isHidden: false, dialled: null }
    await receiveEvent({ exchangeId, desk: scope, receiveCall }, { id, callId, at, kind: 'silent', ...known })
  }
  return silent.length
}

import { type DeskScope, inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { deskServingNow } from './find-exchange.server.ts'
import type { ReceiveCall } from './phone-call.ts'
import { receiveEvent } from './receive-event.server.ts'

/** A phone that rings says so, is answered or stops: after this long without a word the call has fallen away. */
const silenceMs = 3 * 60_000

type Silent = { exchangeId: string; callId: string; heardAt: Date }

/**
 * Calls that rang and of which nothing is heard any more become missed ones, for everybody to see. What is heard of one
 * later still counts. Gives how many.
 */
export async function sweepSilentCalls(scope: DeskScope, now: Date, receiveCall: ReceiveCall | null): Promise<number> {
  const before = new Date(now.getTime() - silenceMs)
  const silent = await inScope(scope, (tx) =>
    tx.sql<Silent>(sql`
      SELECT exchange_id AS "exchangeId", call_id AS "callId", heard_at AS "heardAt" FROM exchange_call
      WHERE desk_id = ${scope.deskId}::int AND state = 'ringing' AND heard_at < ${before}::timestamptz ORDER BY heard_at LIMIT 200`),
  )
  if (silent.length === 0) return 0
  const desk = await deskServingNow(scope)
  for (const { exchangeId, callId, heardAt } of silent) {
    const id = `silent since ${heardAt.toISOString()}: ${callId}`
    const known = { phone: null, isHidden: false, dialled: null }
    await receiveEvent({ exchangeId, desk, receiveCall }, { id, callId, at: now, kind: 'silent', ...known })
  }
  return silent.length
}

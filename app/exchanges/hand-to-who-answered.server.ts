import { giveToWhoAnswered } from '#app/contacts/receive-call.server.ts'
import { type DeskScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { CallEvent } from './call-event.ts'
import { callStateOf } from './call-state.ts'
import { eventsOf } from './receive-event.server.ts'

type Source = { exchangeId: string; desk: DeskScope }

/**
 * Gives a call to the operator whose set picked it up, when the exchange has said which, and nobody otherwise. Not at the
 * word of its end: by then it may be with somebody else.
 */
export async function handToWhoAnswered({ exchangeId, desk }: Source, { callId, kind }: CallEvent): Promise<void> {
  if (kind === 'ended' || kind === 'silent') return
  const found = await inScopeSql(desk, async (tx) => {
    const { answered } = callStateOf(await eventsOf(tx, { desk, exchangeId, callId }))
    if (!answered?.extension) return null
    const [row] = await tx.sql<{ contactId: string; accountId: string }>(sql`
      SELECT c.contact_id AS "contactId", m.account_id AS "accountId"
      FROM exchange_call c JOIN desk_member m ON m.desk_id = c.desk_id AND m.extension = ${answered.extension} AND m.ended_at IS NULL
      WHERE c.desk_id = ${desk.deskId}::int AND c.exchange_id = ${exchangeId}::uuid AND c.call_id = ${callId} AND c.contact_id IS NOT NULL`)
    return row ?? null
  })
  if (found) await giveToWhoAnswered(desk, found)
}

import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type DeskScope, type InHand, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { ExchangeCall } from '#prisma/generated/client.ts'
import type { ReceiveCall } from './receive-call.ts'
import { type LineOfCall, settleCall } from './receive-event.server.ts'

export type UnassignedCall = Pick<
  ExchangeCall,
  'id' | 'exchangeId' | 'dialled' | 'phone' | 'isHidden' | 'startedAt' | 'endedAt'
> & { state: 'ringing' | 'answered' | 'ended'; exchange: string }

/** Calls of which nobody knows for whom they were, the newest first: at most 100. */
export const listUnassignedCalls = (tx: SqlRunner, { deskId }: DeskScope): Promise<UnassignedCall[]> =>
  tx.sql(sql`
    SELECT c.id, c.exchange_id AS "exchangeId", e.name AS exchange, c.dialled, c.phone, c.is_hidden AS "isHidden", c.state,
      c.started_at AS "startedAt", c.ended_at AS "endedAt"
    FROM exchange_call c JOIN exchange e ON e.desk_id = c.desk_id AND e.id = c.exchange_id
    WHERE c.desk_id = ${deskId}::int AND c.corporation_id IS NULL ORDER BY c.started_at DESC, c.id LIMIT 100`)

export type Assigned = { ok: true } | { ok: false; reason: 'not-found' | 'assigned-already' | 'no-such-line' }

type Row = { id: string; exchangeId: string; callId: string; contactId: string | null; corporationId: number | null }

/** From now on the call is that of the corporation in hand, and stands in its queue. */
export function assignCall(
  held: InHand,
  callId: string,
  { lineId, receiveCall }: Pick<LineOfCall, 'lineId'> & { receiveCall: ReceiveCall },
): Promise<Assigned> {
  return inScopeSql(held, async (tx): Promise<Assigned> => {
    const [row] = await tx.sql<Row>(sql`
      SELECT id, exchange_id AS "exchangeId", call_id AS "callId", contact_id AS "contactId", corporation_id AS "corporationId"
      FROM exchange_call WHERE desk_id = ${held.deskId}::int AND id = ${callId}::uuid FOR NO KEY UPDATE`)
    if (!row) return { ok: false, reason: 'not-found' }
    if (row.corporationId !== null) return { ok: false, reason: 'assigned-already' }
    const line = { corporationId: held.corporationId, lineId }
    const known = await tx.sql(sql`
      SELECT 1 FROM phone_line WHERE corporation_id = ${held.corporationId}::int AND id = ${lineId}::uuid`)
    if (known.length === 0) return { ok: false, reason: 'no-such-line' }
    const source = { exchangeId: row.exchangeId, desk: held, scope: held, line, receiveCall }
    await settleCall(tx, source, { call: { ...row, lineId: null }, callId: row.callId })
    await recordAudit(tx, held, { action: 'exchange:call-assigned', subject: 'exchange', subjectId: row.exchangeId })
    return { ok: true }
  })
}

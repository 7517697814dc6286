import { type DeskScope, type InHand, inScopeAtOnce, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { CallEvent } from './call-event.ts'
import { type CallState, callStateOf } from './call-state.ts'
import type { ReceiveCall } from './receive-call.ts'

export type LineOfCall = { corporationId: number; lineId: string }
type Source = { exchangeId: string; desk: DeskScope; receiveCall: ReceiveCall }
type Call = { id: string; corporationId: number | null; lineId: string | null; contactId: string | null }

/** Somebody gave the call to another corporation than the one in hand, while we looked. */
class HasMoved extends Error {}
const mostTries = 5

/**
 * Keeps what was said of a call, once, and lets the queue know what the call now is: all of it or nothing. A call whose
 * number belongs to no corporation that the desk serves now is kept all the same. Gives whether it was said before.
 */
export async function receiveEvent(source: Source, event: CallEvent): Promise<'new' | 'known'> {
  for (let tries = 1; ; tries++) {
    const line = await lineOf(source, event)
    const scope = line ? { ...source.desk, corporationId: line.corporationId } : source.desk
    try {
      return await inScopeSql(scope, (tx) => takeEvent(tx, { ...source, scope, line }, event))
    } catch (error) {
      if (!(error instanceof HasMoved) || tries === mostTries) throw error
    }
  }
}

/** That it is alive; not at each word, which would make its calls wait for each other. */
export const hearFrom = ({ desk, exchangeId }: Pick<Source, 'desk' | 'exchangeId'>) =>
  inScopeAtOnce(desk, {
    name: 'exchange-heard',
    text: `UPDATE exchange SET last_heard_at = clock_timestamp() WHERE desk_id = $1::int AND id = $2::uuid
      AND (last_heard_at IS NULL OR last_heard_at < clock_timestamp() - interval '10 seconds')`,
    values: [desk.deskId, exchangeId],
  })

/** Whose line was rung: as it stands with the call, else by what was dialled, which its first event says. */
async function lineOf({ desk, exchangeId }: Source, { callId, dialled, kind }: CallEvent): Promise<LineOfCall | null> {
  const [found] = await inScopeAtOnce<LineOfCall>(desk, {
    name: 'line-of-call',
    text: `WITH call AS (SELECT corporation_id, line_id, dialled FROM exchange_call
        WHERE desk_id = $1::int AND exchange_id = $2::uuid AND call_id = $3)
      SELECT corporation_id AS "corporationId", line_id AS "lineId" FROM (
        SELECT corporation_id, line_id, 0 AS place FROM call WHERE corporation_id IS NOT NULL
        UNION ALL
        SELECT corporation_id, line_id, CASE number WHEN '*' THEN 2 ELSE 1 END FROM dialled_number
        WHERE desk_id = $1::int AND exchange_id = $2::uuid
          AND (number = coalesce($4, (SELECT dialled FROM call)) OR (number = '*' AND $5))
      ) found ORDER BY place LIMIT 1`,
    values: [desk.deskId, exchangeId, callId, dialled, kind === 'ringing'],
  })
  return found && desk.corporationIds.includes(found.corporationId) ? found : null
}

type Taking = Source & { scope: DeskScope | InHand; line: LineOfCall | null }

async function takeEvent(tx: SqlRunner, taking: Taking, event: CallEvent): Promise<'new' | 'known'> {
  const { desk, line } = taking
  if (!(await keepEvent(tx, taking, event))) return 'known'
  const call = await lockCall(tx, taking, event)
  const isElsewhere = call.corporationId !== null && call.corporationId !== line?.corporationId
  if (isElsewhere && desk.corporationIds.includes(call.corporationId ?? 0)) throw new HasMoved()
  await settleCall(tx, taking, { call, callId: event.callId })
  return 'new'
}

async function keepEvent(tx: SqlRunner, { desk, exchangeId }: Source, event: CallEvent): Promise<boolean> {
  const { id, callId, at, ...said } = event
  const kept = await tx.sql(sql`
    INSERT INTO exchange_event (desk_id, exchange_id, event_id, call_id, at, normalised)
    VALUES (${desk.deskId}::int, ${exchangeId}::uuid, ${id}, ${callId}, ${at}::timestamptz, ${JSON.stringify(said)}::jsonb)
    ON CONFLICT DO NOTHING RETURNING 1`)
  return kept.length > 0
}

/** One event of a call at a time: whoever comes second sees what the first one said. */
async function lockCall(tx: SqlRunner, { desk, exchangeId }: Source, { callId, at }: CallEvent): Promise<Call> {
  const [call] = await tx.sql<Call>(sql`
    INSERT INTO exchange_call (desk_id, exchange_id, call_id, started_at)
    VALUES (${desk.deskId}::int, ${exchangeId}::uuid, ${callId}, ${at}::timestamptz)
    ON CONFLICT (exchange_id, call_id) DO UPDATE SET heard_at = clock_timestamp()
    RETURNING id, corporation_id AS "corporationId", line_id AS "lineId", contact_id AS "contactId"`)
  if (!call) throw new Error('The call that was just written is not there.')
  return call
}

/** Works out what a locked call is, tells the queue when its corporation is in hand, and writes it down. */
export async function settleCall(
  tx: SqlRunner,
  { desk, exchangeId, scope, line, receiveCall }: Taking,
  { call, callId }: { call: Call; callId: string },
) {
  const state = callStateOf(await eventsOf(tx, { desk, exchangeId, callId }))
  const contactId =
    line && 'corporationId' in scope
      ? (
          await receiveCall(tx, scope, {
            exchangeId,
            callId,
            lineId: line.lineId,
            ...phoneCallOf(state),
            contactId: call.contactId,
          })
        ).contactId
      : call.contactId
  await tx.sql(sql`
    UPDATE exchange_call SET state = ${state.state}, phone = ${state.phone}, is_hidden = ${state.isHidden}, dialled = ${state.dialled},
      started_at = ${state.startedAt}::timestamptz, ended_at = ${state.ended?.at ?? null}::timestamptz, contact_id = ${contactId}::uuid,
      corporation_id = coalesce(${line?.corporationId ?? null}::int, corporation_id), line_id = coalesce(${line?.lineId ?? null}::uuid, line_id)
    WHERE desk_id = ${desk.deskId}::int AND id = ${call.id}::uuid`)
}

const phoneCallOf = ({ phone, isHidden, startedAt, answered, ended }: CallState) => ({
  phone,
  isHidden,
  startedAt,
  answered,
  ended: ended && { at: ended.at, how: ended.how },
})

type OfCall = Pick<Source, 'desk' | 'exchangeId'> & { callId: string }
type Kept = Pick<CallEvent, 'id' | 'callId' | 'at'> & { said: Omit<CallEvent, 'id' | 'callId' | 'at'> }

/** All that was said of a call. */
export async function eventsOf(tx: SqlRunner, { desk, exchangeId, callId }: OfCall): Promise<CallEvent[]> {
  const kept = await tx.sql<Kept>(sql`
    SELECT event_id AS id, call_id AS "callId", at, normalised AS said FROM exchange_event
    WHERE desk_id = ${desk.deskId}::int AND exchange_id = ${exchangeId}::uuid AND call_id = ${callId}`)
  return kept.map(({ said, ...event }) => ({ ...said, ...event }) as CallEvent)
}

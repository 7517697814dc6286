import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { findOnBoard, listBoard } from './board.server.ts'
import { listOperators } from './presence.server.ts'
import { type QueueRow, type QueueSnapshot, toQueueOperator, toQueueRow } from './queue-row.ts'

/** All that is open at the desk and who is there, with the moment on the clock of this server. */
export function readQueue(actor: DeskActor): Promise<QueueSnapshot & { now: string }> {
  return inScopeSql(actor, async (tx) => ({
    rows: (await listBoard(tx, actor.deskId)).map(toQueueRow),
    operators: (await listOperators(tx, actor.deskId)).map(toQueueOperator),
    now: new Date().toISOString(),
  }))
}

const missedHours = 24
const mostMissed = 200

/** Calls of the last day that nobody answered and nothing more is done with, also without a number to ring back; the latest. */
export function readMissed(actor: DeskActor): Promise<QueueRow[]> {
  return inScopeSql(actor, async (tx) => {
    const ids = await missedIds(tx, actor.deskId)
    return (await findOnBoard(tx, actor.deskId, ids)).map(toQueueRow)
  })
}

async function missedIds(tx: SqlRunner, deskId: number): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>(sql`
    SELECT g.id FROM desk_contact g
    WHERE g.desk_id = ${deskId}::int AND g.arrived_at > clock_timestamp() - make_interval(hours => ${missedHours}::int)
      AND g.state = 'closed' AND g.fell_away = 'abandoned' AND g.answered_at IS NULL
      AND g.outcome IS DISTINCT FROM 'rang-again'
    ORDER BY g.arrived_at DESC LIMIT ${mostMissed}::int`)
  return rows.map(({ id }) => id)
}

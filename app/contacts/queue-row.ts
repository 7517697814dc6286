import type { BoardRow } from './board.server.ts'
import type { Operator } from './presence.server.ts'

/** What goes to a browser: moments as ISO text. */
type Sent<Value> = {
  [Key in keyof Value]: Value[Key] extends Date ? string : Value[Key] extends Date | null ? string | null : Value[Key]
}

export type QueueRow = Sent<BoardRow>
export type QueueOperator = Sent<Operator>

/** All that is open at a desk, and who is there. */
export type QueueSnapshot = { rows: QueueRow[]; operators: QueueOperator[] }

export const toQueueRow = (row: BoardRow): QueueRow => ({
  ...row,
  turnAt: row.turnAt.toISOString(),
  arrivedAt: row.arrivedAt.toISOString(),
  waitingSince: row.waitingSince.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  promisedAt: row.promisedAt?.toISOString() ?? null,
  answeredAt: row.answeredAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
})

export const toQueueOperator = (operator: Operator): QueueOperator => ({
  ...operator,
  since: operator.since.toISOString(),
})

import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { LineKind } from '#app/lines/line.ts'
import type { Channel, ContactKind, ContactState, Urgency, WayToFallAway } from './contact.ts'
import { type Recognised, recognisedColumn } from './recognised.ts'

/** One contact as every screen of the desk shows it. Moments are Dates; on a board they are ISO text. */
export type BoardRow = {
  id: string
  corporationId: number
  corporation: string
  lineId: string
  line: string
  lineKind: LineKind
  channel: Channel
  urgency: Urgency
  state: ContactState
  kind: ContactKind | null
  /** Its place, lowest first: see turn.ts. */
  turnAt: Date
  arrivedAt: Date
  waitingSince: Date
  dueAt: Date | null
  /** Before when they were told that they would be rung. */
  promisedAt: Date | null
  tries: number
  fellAway: WayToFallAway | null
  phone: string | null
  isHidden: boolean
  /** Who has it in hand, until when without a sign of their screen, and what they save it with. */
  claimedBy: string | null
  claimant: string | null
  fence: number
  ownerId: string | null
  owner: string | null
  offeredTo: string | null
  answeredAt: Date | null
  /** When the telephone call ended. */
  endedAt: Date | null
  recognised: Recognised | null
}

type Row = Omit<BoardRow, 'recognised'> & { callerSealed: Uint8Array | null }

/** All that is open at a desk, the first one first. */
export const listBoard = (tx: SqlRunner, deskId: number) =>
  boardRows(tx, sql`g.desk_id = ${deskId}::int AND g.state <> 'closed'`)

/** These, closed ones too; what the desk does not see any more is not among them. */
export const findOnBoard = (tx: SqlRunner, deskId: number, ids: readonly string[]) =>
  boardRows(tx, sql`g.desk_id = ${deskId}::int AND g.id = ANY(${[...ids]}::uuid[])`)

async function boardRows(tx: SqlRunner, which: SqlPart): Promise<BoardRow[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT g.id, g.corporation_id AS "corporationId", c.name AS corporation, l.id AS "lineId",
      l.name AS line, l.kind AS "lineKind", g.channel,
      g.urgency, g.state, g.kind, g.turn_at AS "turnAt", g.arrived_at AS "arrivedAt", g.waiting_since AS "waitingSince",
      g.due_at AS "dueAt", g.promised_at AS "promisedAt", g.tries, g.fell_away AS "fellAway", g.phone, g.is_hidden AS "isHidden",
      g.claimed_by AS "claimedBy", a.name AS claimant, g.fence, g.owner_id AS "ownerId", o.name AS owner,
      g.offered_to AS "offeredTo", g.answered_at AS "answeredAt", g.ended_at AS "endedAt", g.caller_sealed AS "callerSealed"
    FROM desk_contact g
    JOIN corporation c ON c.id = g.corporation_id
    JOIN phone_line l ON l.corporation_id = g.corporation_id AND l.id = g.line_id
    LEFT JOIN account a ON a.id = g.claimed_by
    LEFT JOIN account o ON o.id = g.owner_id
    WHERE ${which} ORDER BY g.turn_at, g.id`)
  const opened: BoardRow[] = []
  for (const { callerSealed, ...row } of rows)
    opened.push({ ...row, recognised: callerSealed ? await openCaller(tx, row, callerSealed) : null })
  return opened
}

async function openCaller(tx: SqlRunner, { corporationId, id }: Pick<Row, 'corporationId' | 'id'>, sealed: Uint8Array) {
  const sealer = await sealerFor(tx, corporationId)
  return JSON.parse(sealer.open(recognisedColumn(id), sealed)) as Recognised
}

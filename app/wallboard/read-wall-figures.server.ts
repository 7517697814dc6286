import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { type Counted, figuresOf } from '#app/contacts/figures.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { byLine, type WallCounts, type WallFigures } from './wall-lines.ts'

/** A shift and what came before it: the figures never begin anew in the middle of a night. */
const wallHours = 12
const keptMs = 60_000

type Kept = { at: number; answer: Promise<WallFigures> }

/** The figures of a desk over the last hours, in all and for each line: one question a minute, however many screens ask. */
export function readWallFigures(actor: DeskActor, now: Date): Promise<WallFigures> {
  const kept = processSingleton('wall-figures', () => new Map<string, Kept>())
  const key = `${actor.deskId}:${actor.corporationIds.join()}`
  const before = kept.get(key)
  if (before && now.getTime() - before.at < keptMs) return before.answer
  const answer = askFigures(actor, now)
  kept.set(key, { at: now.getTime(), answer })
  answer.catch(() => kept.delete(key))
  for (const [other, { at }] of kept) if (now.getTime() - at > 10 * keptMs) kept.delete(other)
  return answer
}

type LineName = { lineId: string; corporation: string; line: string }
/** A line with one of its contacts, or with none. */
type Row = LineName & (Counted | { channel: null })

async function askFigures(actor: DeskActor, now: Date): Promise<WallFigures> {
  const rows = await inScopeSql(actor, (tx) =>
    tx.sql<Row>(sql`
      SELECT l.id AS "lineId", c.name AS corporation, l.name AS line, g.channel, g.state, g.outcome,
        g.fell_away AS "fellAway", g.arrived_at AS "arrivedAt", g.waiting_since AS "waitingSince",
        g.answered_at AS "answeredAt", g.ended_at AS "endedAt", g.due_at AS "dueAt"
      FROM phone_line l JOIN corporation c ON c.id = l.corporation_id
      LEFT JOIN desk_contact g ON g.corporation_id = l.corporation_id AND g.line_id = l.id AND g.desk_id = ${actor.deskId}::int
        AND g.arrived_at > ${now}::timestamptz - make_interval(hours => ${wallHours}::int)
      WHERE g.id IS NOT NULL OR EXISTS (
        SELECT FROM line_hours h WHERE h.corporation_id = l.corporation_id AND h.line_id = l.id AND h.desk_id = ${actor.deskId}::int)`),
  )
  const lines = [...byLine(rows).values()].flatMap((ofLine) =>
    ofLine
      .slice(0, 1)
      .map(({ lineId, corporation, line }) => ({ lineId, corporation, line, counts: countsOf(ofLine, now) })),
  )
  return { all: countsOf(rows, now), lines }
}

function countsOf(rows: readonly Row[], now: Date): WallCounts {
  const { contacts, ended, missed, ...rest } = figuresOf(
    rows.filter((row) => row.channel !== null),
    now,
  )
  return { contacts, ended, missed, 'answered-in-time': rest['answered-in-time'] }
}

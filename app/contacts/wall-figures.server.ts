import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { type LineKind, lineKinds } from '#app/lines/line.ts'
import { type Counted, type Figures, figuresOf } from './figures.ts'

/** A shift and what came before it: the figures never begin anew in the middle of a night. */
const wallHours = 12
const keptMs = 60_000

/** `lineKind` null for all of them together. */
export type WallFigures = { lineKind: LineKind | null; figures: Figures }[]
type Kept = { at: number; answer: Promise<WallFigures> }

/** The figures of a desk over the last hours, in all and for each kind of line: one question a minute, however many screens ask. */
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

async function askFigures(actor: DeskActor, now: Date): Promise<WallFigures> {
  const contacts = await inScopeSql(actor, (tx) =>
    tx.sql<Counted & { lineKind: LineKind }>(sql`
      SELECT l.kind AS "lineKind", g.channel, g.state, g.outcome, g.fell_away AS "fellAway", g.arrived_at AS "arrivedAt",
        g.waiting_since AS "waitingSince", g.answered_at AS "answeredAt", g.ended_at AS "endedAt", g.due_at AS "dueAt"
      FROM desk_contact g JOIN phone_line l ON l.corporation_id = g.corporation_id AND l.id = g.line_id
      WHERE g.desk_id = ${actor.deskId}::int AND g.arrived_at > ${now}::timestamptz - make_interval(hours => ${wallHours}::int)`),
  )
  const ofKinds = lineKinds
    .map((lineKind) => ({ lineKind, rows: contacts.filter((one) => one.lineKind === lineKind) }))
    .filter(({ rows }) => rows.length > 0)
  return [
    { lineKind: null, figures: figuresOf(contacts, now) },
    ...ofKinds.map(({ lineKind, rows }) => ({ lineKind, figures: figuresOf(rows, now) })),
  ]
}

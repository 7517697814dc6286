import type { Figures } from '#app/contacts/figures.ts'
import type { QueueRow } from '#app/contacts/queue-row.ts'

/** What of the last hours stands on the wall. */
export type WallCounts = Pick<Figures, 'contacts' | 'answered-in-time' | 'ended' | 'missed'>
type NamedLine = { lineId: string; corporation: string; line: string }
export type CountedLine = NamedLine & { counts: WallCounts }
/** Of the desk in all, and of each line that it answers or that somebody rang. */
export type WallFigures = { all: WallCounts; lines: CountedLine[] }

/** What holds at this moment; `longestMs` null when nobody waits. */
export type WallNow = { waiting: number; longestMs: number | null; overdue: number }
export type WallLine = CountedLine & WallNow

/** `now` in milliseconds since 1970, on the clock of the server. */
export function wallNow(rows: readonly QueueRow[], now: number): WallNow {
  const since = rows.filter(({ state }) => state === 'waiting').map((row) => Date.parse(row.waitingSince))
  const late = rows.filter(({ state, dueAt }) => state === 'call-back' && dueAt !== null && Date.parse(dueAt) < now)
  return {
    waiting: since.length,
    longestMs: since.length > 0 ? Math.max(0, now - Math.min(...since)) : null,
    overdue: late.length,
  }
}

const nothingCounted: WallCounts = { contacts: 0, 'answered-in-time': 0, ended: 0, missed: 0 }

/** The lines that have anything, the worst first, and apart the quiet ones by name. */
export function wallLines(counted: readonly CountedLine[], rows: readonly QueueRow[], now: number) {
  const rowsOf = byLine(rows)
  const known = new Map(counted.map((line) => [line.lineId, line]))
  // Who has waited for longer than is counted, or rang a line since: their line is on the board alone.
  for (const [lineId, [row]] of rowsOf)
    if (row && !known.has(lineId))
      known.set(lineId, { lineId, corporation: row.corporation, line: row.line, counts: nothingCounted })
  const lines = [...known.values()].map(
    (line): WallLine => ({ ...line, ...wallNow(rowsOf.get(line.lineId) ?? [], now) }),
  )
  return {
    busy: lines.filter((line) => !isQuiet(line)).sort(worstFirst),
    quiet: lines.filter(isQuiet).sort(byName),
  }
}

/** What stands together by line, each in its own order. */
export function byLine<Row extends { lineId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const lines = new Map<string, Row[]>()
  for (const row of rows) {
    const line = lines.get(row.lineId)
    if (line) line.push(row)
    else lines.set(row.lineId, [row])
  }
  return lines
}

const isQuiet = ({ waiting, overdue, counts }: WallLine) => waiting + overdue + counts.missed + counts.contacts === 0

const byName = (one: WallLine, other: WallLine) =>
  one.corporation.localeCompare(other.corporation, 'nl') || one.line.localeCompare(other.line, 'nl')

const worstFirst = (one: WallLine, other: WallLine) =>
  (other.longestMs ?? -1) - (one.longestMs ?? -1) ||
  other.overdue - one.overdue ||
  other.counts.missed - one.counts.missed ||
  byName(one, other)

export type WallPage = { shown: WallLine[]; page: number; pages: number }

/**
 * So many lines as fit. Where somebody waits stays in sight, on up to half of it; the others take turns. `turn` counts up
 * or down without end.
 */
export function wallPage(lines: readonly WallLine[], { turn, size }: { turn: number; size: number }): WallPage {
  if (lines.length <= size) return { shown: [...lines], page: 0, pages: 1 }
  const kept = Math.min(lines.filter(({ waiting }) => waiting > 0).length, Math.floor(size / 2))
  const each = size - kept
  const pages = Math.ceil((lines.length - kept) / each)
  const page = ((turn % pages) + pages) % pages
  const from = kept + page * each
  return { shown: [...lines.slice(0, kept), ...lines.slice(from, from + each)], page, pages }
}

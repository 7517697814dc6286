import type { LineKind } from '#app/lines/line.ts'
import { type LineHours, whatHolds } from '#app/lines/what-holds.ts'
import { addDays, dateIn, instantAt } from '#app/time/clock.ts'

const minute = 60_000

/** Within how many minutes somebody who asks for it by the form is rung while the line is answered. */
const withinMinutes: Record<LineKind, number> = { 'urgent-repairs': 30, general: 60, chat: 120 }
/** The parts of the day in which one may ask to be rung: nobody is woken. */
const parts = { morning: ['08:00', '12:00'], afternoon: ['12:00', '18:00'], evening: ['18:00', '21:00'] } as const
export type PartOfDay = keyof typeof parts
const partNames = Object.keys(parts) as PartOfDay[]

const daysAhead = 7
const mostParts = 4
/** With less than this before closing nobody begins. */
const closingMinutes = 15
/** Less time than this is no part of a day. */
const shortestMinutes = 30

/** 'now', or 'yyyy-mm-dd/morning': a part of a day on which the line is answered. */
export type Wish = string
/** A part of a day that may be asked for, with when it begins and ends there. */
export type OfferedPart = { wish: Wish; date: string; part: PartOfDay; from: Date; until: Date; deskId: number | null }

/**
 * Who rings back, from when (null: as soon as it is their turn) and before when. No promise when nobody wrote down when the
 * line is answered, or it is not answered any more.
 */
export type CallBackPromise = { deskId: number | null; dueAt: Date | null; promisedAt: Date | null }

type At = { zone: string; now: Date }
type Line = LineHours & { kind: LineKind }

/** What can be promised of this wish; null when its part of the day is over, or was never there. `notBefore`: it is too busy until then. */
export function promiseOf(line: Line, wish: Wish, at: At & { notBefore?: Date }): CallBackPromise | null {
  if (wish === 'now') return soonest(line, at)
  const offered = partsAhead(line, at).find((part) => part.wish === wish)
  if (!offered) return null
  return { deskId: offered.deskId, dueAt: offered.from, promisedAt: offered.until }
}

function soonest(line: Line, { zone, now, notBefore }: At & { notBefore?: Date }): CallBackPromise {
  const within = withinMinutes[line.kind] * minute
  const opening = nextOpening(line, zone, notBefore ?? now)
  if (!opening) return { deskId: null, dueAt: null, promisedAt: null }
  if (opening.isUnknown) return { deskId: null, dueAt: notBefore ?? null, promisedAt: null }
  const { at, until, deskId } = opening
  const dueAt = at > now ? at : null
  if (!until || until.getTime() >= at.getTime() + within) return { deskId, dueAt, promisedAt: rounded(at, within) }
  const after = nextOpening(line, zone, until)
  const goesOn = after?.at.getTime() === until.getTime()
  if (goesOn && after.deskId === deskId) return { deskId, dueAt, promisedAt: rounded(at, within) }
  // Before they close, unless another takes over at once, or there is hardly time for it.
  const hasTime = until.getTime() - at.getTime() >= closingMinutes * minute
  if (!after || (!goesOn && hasTime)) return { deskId, dueAt, promisedAt: until }
  return { deskId: after.deskId, dueAt: after.at, promisedAt: rounded(after.at, within) }
}

/** People read a time of five minutes. */
function rounded(from: Date, within: number): Date {
  return new Date(Math.ceil((from.getTime() + within) / (5 * minute)) * 5 * minute)
}

type Opening = { at: Date; until: Date | null; deskId: number | null; isUnknown: boolean }

/** More changes than lie in what is looked ahead. */
const mostChanges = 60

/** When a line is answered first, at a moment or after it; null when that is not known to come. */
function nextOpening(line: LineHours, zone: string, from: Date): Opening | null {
  let at = from
  for (let change = 0; change < mostChanges; change++) {
    const { state, deskId, until } = whatHolds(line, zone, at)
    if (state !== 'closed') return { at, until, deskId, isUnknown: state === 'unknown' }
    if (!until) return null
    at = until
  }
  return null
}

/** The next parts of days on which the line is answered, and by whom; none when its hours are not known. */
export function partsAhead(line: LineHours, { zone, now }: At): OfferedPart[] {
  if (line.hours.length === 0) return []
  const today = dateIn(zone, now)
  const days = Array.from({ length: daysAhead }, (_, day) => addDays(today, day))
  return days
    .flatMap((date) => partNames.map((part) => partOn(line, { zone, now }, { date, part })))
    .filter((offered) => offered !== null)
    .slice(0, mostParts)
}

function partOn(
  line: LineHours,
  { zone, now }: At,
  { date, part }: { date: string; part: PartOfDay },
): OfferedPart | null {
  const [begins, ends] = parts[part].map((time) => instantAt(zone, date, time)) as [Date, Date]
  // One that has begun is as soon as possible.
  const opening = nextOpening(line, zone, begins > now ? begins : now)
  if (!opening || opening.at <= now || opening.at >= ends) return null
  const until = opening.until && opening.until < ends ? opening.until : ends
  if (until.getTime() - opening.at.getTime() < shortestMinutes * minute) return null
  return { wish: `${date}/${part}`, date, part, from: opening.at, until, deskId: opening.deskId }
}

import { addDays, dateIn, instantAt, weekdayOf } from '#app/time/clock.ts'
import { publicHolidayOn } from '#app/time/holidays.ts'
import type { Hours, LineSwitch, OpenHours } from './line.ts'

/** A line as it is answered: its hours, and what was switched over them. */
export type LineHours = { hours: readonly Hours[]; switches: readonly LineSwitch[] }

/** Why it is so: what was looked at, the last word first. */
export type Because =
  | { code: 'closed-by-hand' | 'outage' | 'redirected'; until: Date | null }
  | { code: 'own-day' | 'weekday'; date: string }
  | { code: 'holiday'; date: string; name: string }
  | { code: 'from-day-before'; date: string }
  | { code: 'no-hours' }

/** `unknown`: nobody wrote down the hours, and then it is open for danger. `until`: when something else holds; null for never. */
export type Holds = {
  state: 'open' | 'closed' | 'unknown'
  deskId: number | null
  until: Date | null
  because: Because[]
}

/** How far ahead the next change is looked for: every weekday and a row of holidays. */
const daysAhead = 15

/** What holds for a line at a moment, and why; `zone` is the corporation's. Exact over midnight and both changes of the clock. */
export function whatHolds({ hours, switches }: LineHours, zone: string, at: Date): Holds {
  const byHours = hoursAt(hours, zone, at)
  const active = switches.filter(({ from, until }) => from <= at && (until === null || until > at))
  const boundaries = switches.flatMap(({ from, until }) => [from, until]).filter((edge) => edge !== null && edge > at)
  const until = earliest([byHours.until, ...boundaries])
  const base = { ...byHours, until }
  const [latest] = active.toSorted((one, other) => other.from.getTime() - one.from.getTime())
  if (!latest) return base
  const because = [{ code: codeOf[latest.kind], until: latest.until }, ...base.because]
  if (latest.kind === 'closed') return { ...base, state: 'closed', deskId: null, because }
  // An outage is said before anything else and changes nothing of who answers.
  if (latest.kind === 'outage') return { ...base, because }
  return { ...base, state: 'open', deskId: latest.deskId, because }
}

const codeOf = { closed: 'closed-by-hand', outage: 'outage', redirected: 'redirected' } as const

const earliest = (moments: (Date | null)[]): Date | null =>
  moments.reduce((first, moment) => (moment && (!first || moment < first) ? moment : first), null)

type Span = { from: Date; until: Date; deskId: number; because: Because }

function hoursAt(hours: readonly Hours[], zone: string, at: Date): Holds {
  if (hours.length === 0) return { state: 'unknown', deskId: null, until: null, because: [{ code: 'no-hours' }] }
  const today = dateIn(zone, at)
  const spans = Array.from({ length: daysAhead + 1 }, (_, day) => addDays(today, day - 1)).flatMap((date) =>
    spansOf(hours, zone, date),
  )
  // What began today goes before what goes on from yesterday.
  const current = spans.findLast(({ from, until }) => from <= at && until > at)
  if (!current) {
    const next = earliest(spans.map(({ from }) => from).filter((from) => from > at))
    return { state: 'closed', deskId: null, until: next, because: [planOf(hours, today).because] }
  }
  const overtaken = earliest(spans.map(({ from }) => from).filter((from) => from > at && from < current.until))
  const isFromBefore = dateIn(zone, current.from) < today
  const date = dateIn(zone, current.from)
  return {
    state: 'open',
    deskId: current.deskId,
    until: overtaken ?? current.until,
    because: [...(isFromBefore ? [{ code: 'from-day-before', date } as const] : []), current.because],
  }
}

/** Own days go before holidays, holidays before the weekday. */
function planOf(hours: readonly Hours[], date: string): { rows: Hours[]; because: Because } {
  const own = hours.filter(({ day }) => day === date)
  if (own.length > 0) return { rows: own, because: { code: 'own-day', date } }
  const name = publicHolidayOn(date)
  const onHolidays = hours.filter(({ day }) => day === 'holiday')
  if (name && onHolidays.length > 0) return { rows: onHolidays, because: { code: 'holiday', date, name } }
  const weekday = String(weekdayOf(date))
  return { rows: hours.filter(({ day }) => day === weekday), because: { code: 'weekday', date } }
}

function spansOf(hours: readonly Hours[], zone: string, date: string): Span[] {
  const { rows, because } = planOf(hours, date)
  return rows
    .filter((row): row is OpenHours => row.opens !== null)
    .map(({ opens, closes, deskId }) => ({
      from: instantAt(zone, date, opens),
      until: instantAt(zone, closes <= opens ? addDays(date, 1) : date, closes),
      deskId,
      because,
    }))
    .toSorted((one, other) => one.from.getTime() - other.from.getTime())
}

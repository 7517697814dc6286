/** What people ring a line for; which contacts go first hangs on it. */
export const lineKinds = ['urgent-repairs', 'general', 'chat'] as const
export type LineKind = (typeof lineKinds)[number]

/** What somebody switched by hand, over the hours. */
export const switchKinds = ['closed', 'outage', 'redirected'] as const
export type SwitchKind = (typeof switchKinds)[number]

/** The day of an interval: Monday '1' … Sunday '7', 'holiday' for Dutch public holidays, or one date 'yyyy-mm-dd'. */
export type DayKey = string
export const weekDays = ['1', '2', '3', '4', '5', '6', '7'] as const
export const repeatedDays = [...weekDays, 'holiday'] as const

/** Wall-clock times 'HH:MM' in the zone of the corporation. One that closes at or before it opens goes on into the next day. */
export type OpenHours = { day: DayKey; opens: string; closes: string; deskId: number }
/** That whole day, but for what goes on from the day before. */
export type ClosedDay = { day: DayKey; opens: null; closes: null; deskId: null }
export type Hours = OpenHours | ClosedDay

export type LineSwitch = { kind: SwitchKind; from: Date; until: Date | null; deskId: number | null }

/** Whether this desk stands in the hours of a line: only then it may send it on. */
export const answers = (hours: readonly Hours[], desk: number) => hours.some(({ deskId }) => deskId === desk)

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const dayMinutes = 24 * 60

/** Minutes from the beginning of the day; `closes` may lie in the next. */
function rangeOf({ opens, closes }: OpenHours) {
  const from = minutesOf(opens)
  const until = minutesOf(closes)
  return { from, until: until <= from ? until + dayMinutes : until }
}

/** Whether two intervals of one day are open at the same moment: then it would not be clear who answers. */
export function overlap(one: OpenHours, other: OpenHours): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)]
  return one.day === other.day && a.from < b.until && b.from < a.until
}

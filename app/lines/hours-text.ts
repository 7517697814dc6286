import { dateText } from '#app/ui/format.ts'
import { type Hours, type OpenHours, weekDays } from './line.ts'

type HoursWords = { shortDays: Record<string, string>; and: string; wholeDay: string }

/**
 * When a desk answers by these hours, in a line of words: `ma–vr 17:00–08:00, za–zo en feestdagen hele dag`. Dates before
 * `today` are left out. Empty when it never does.
 */
export function hoursText(
  hours: readonly Hours[],
  deskId: number,
  { today, words }: { today: string; words: HoursWords },
) {
  const own = hours.filter((row): row is OpenHours => row.deskId === deskId && !(isDate(row.day) && row.day < today))
  const times = [...new Set(own.map(timesOf))]
  const groups = times.map((time) => {
    const days = own.filter((row) => timesOf(row) === time).map(({ day }) => day)
    return { first: days.map(placeOf).toSorted()[0] ?? '', days, time }
  })
  return groups
    .toSorted((one, other) => one.first.localeCompare(other.first))
    .map(({ days, time }) => `${daysText(days, words)} ${time || words.wholeDay}`)
    .join(', ')
}

type RowWords = { days: Record<string, string>; closedAllDay: string; allDay: string }
type HoursRow = Pick<Hours, 'day' | 'opens' | 'closes'>

export const dayText = ({ day }: HoursRow, words: RowWords) => words.days[day] ?? dateText(day)

/** `17:00 – 08:00`, or that it is the whole day. */
export function timesText({ opens, closes }: HoursRow, words: RowWords): string {
  if (opens === null) return words.closedAllDay
  return opens === closes ? words.allDay : `${opens} – ${closes}`
}

const isDate = (day: string) => day.includes('-')
const timesOf = ({ opens, closes }: OpenHours) => (opens === closes ? '' : `${opens}–${closes}`)
/** Weekdays first, then holidays, then dates. */
const placeOf = (day: string) => (isDate(day) ? day : day === 'holiday' ? '08' : `0${day}`)

function daysText(days: readonly string[], { shortDays, and }: HoursWords): string {
  const runs: string[][] = []
  for (const day of weekDays.filter((one) => days.includes(one))) {
    const run = runs.at(-1)
    if (run && Number(run.at(-1)) === Number(day) - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day = '') => shortDays[day] ?? dateText(day)
  const parts = [
    ...runs.map((run) => (run.length > 1 ? `${name(run[0])}–${name(run.at(-1))}` : name(run[0]))),
    ...days.filter((day) => day === 'holiday').map(name),
    ...days.filter(isDate).toSorted().map(name),
  ]
  const last = parts.pop() ?? ''
  return parts.length > 0 ? `${parts.join(', ')} ${and} ${last}` : last
}

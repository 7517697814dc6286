/** A moment as programs write it, with a time zone behind it. */
const moment = /^(.{8,10}?)[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)$/i

/**
 * The day in Amsterdam of a day that was written with a clock and a time zone: `1946-11-24T23:00:00Z` is the 25th there.
 * `day` (yyyy-mm-dd) is as it stands in front of the clock.
 */
export function dayInAmsterdam(text: string, day: string): string {
  const parts = text.length <= longest ? moment.exec(text) : null
  if (parts === null) return day
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)]
  const isMidnight = hour + minute + second === 0
  const at = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000 - offsetOf(parts[5] ?? '')
  if (isMidnight || !Number.isFinite(at)) return day
  const isOldEvening = day < firstSummerTime && minute + second === 0 && (hour === 22 || hour === 23)
  // some programs count today's summer time back into years that had none: their midnight is 22:00 or 23:00
  return isOldEvening && /z/i.test(parts[5] ?? '') ? nextDay(day) : amsterdam.format(at)
}

const longest = 60
const firstSummerTime = '1977-01-01'
const hourInMilliseconds = 3_600_000
const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hourInMilliseconds).toISOString().slice(0, 10)

/** In milliseconds. */
function offsetOf(zone: string): number {
  if (zone === '' || /z/i.test(zone)) return 0
  const digits = zone.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

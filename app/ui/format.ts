import type { Language } from '#app/ui/language.tsx'

/** A calendar day, `2026-11-22`, without a zone. */
export type CivilDate = string
/** A moment: a Date, or its ISO text as a loader sends it. */
export type Instant = Date | string

// Own names, not those of Intl: server and browser may carry different versions of its data.
const names = {
  nl: {
    days: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    months: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
    short: 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' '),
  },
  en: {
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: 'January February March April May June July August September October November December'.split(' '),
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  },
} as const

const dayInMs = 86_400_000
const utc = (on: CivilDate) => new Date(`${on}T00:00:00Z`)

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: CivilDate, to: CivilDate) => (utc(to).getTime() - utc(from).getTime()) / dayInMs

/** `22-11-2026`, in both languages. */
export function dateText(on: CivilDate) {
  const [year, month, day] = on.split('-')
  return `${day}-${month}-${year}`
}

/** `3 april`, with the year when it is not the year of `today`; `short` gives `3 apr`. */
export function dateWords(
  on: CivilDate,
  today: CivilDate,
  { language, length = 'long' }: { language: Language; length?: 'long' | 'short' },
) {
  const month = names[language][length === 'long' ? 'months' : 'short'][utc(on).getUTCMonth()]
  const year = on.slice(0, 4) === today.slice(0, 4) ? '' : ` ${on.slice(0, 4)}`
  return `${utc(on).getUTCDate()} ${month}${year}`
}

/** `dinsdag 3 april`. */
export function weekdayText(on: CivilDate, today: CivilDate, language: Language) {
  return `${names[language].days[utc(on).getUTCDay()]} ${dateWords(on, today, { language })}`
}

const nearDays: Record<Language, Record<string, string>> = {
  nl: { '-1': 'gisteren', '0': 'vandaag', '1': 'morgen', '2': 'overmorgen' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
}

/** `vandaag`, `morgen`, `gisteren`, within the week `donderdag 26 november`, further off `3 april`. */
export function dayText(on: CivilDate, today: CivilDate, language: Language) {
  const ahead = daysBetween(today, on)
  const near = nearDays[language][String(ahead)]
  if (near) return near
  return ahead > 0 && ahead < 7 ? weekdayText(on, today, language) : dateWords(on, today, { language })
}

/** When something must be done: `morgen`, `donderdag 26 november`, `3 dagen te laat`. */
export function dueText(dueOn: CivilDate, today: CivilDate, language: Language) {
  const late = daysBetween(dueOn, today)
  if (late <= 0) return dayText(dueOn, today, language)
  if (language === 'nl') return late === 1 ? '1 dag te laat' : `${numberText(late, 'nl')} dagen te laat`
  return late === 1 ? '1 day late' : `${numberText(late, 'en')} days late`
}

const zoned = new Map<string, Intl.DateTimeFormat>()

function partsIn(zone: string, at: Instant) {
  let format = zoned.get(zone)
  if (!format) {
    const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...fields })
    zoned.set(zone, format)
  }
  const parts = format.formatToParts(new Date(at))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** The calendar day of a moment in a zone. */
export function civilDateOf(at: Instant, zone: string): CivilDate {
  const { year, month, day } = partsIn(zone, at)
  return `${year}-${month}-${day}`
}

/** `14:30`. */
export function timeText(at: Instant, zone: string) {
  const { hour, minute } = partsIn(zone, at)
  return `${hour}:${minute}`
}

/** `vandaag 14:30`, `morgen 10:00`, `3 april 14:30`. */
export function momentText(at: Instant, now: Instant, { zone, language }: { zone: string; language: Language }) {
  const day = dayText(civilDateOf(at, zone), civilDateOf(now, zone), language)
  return `${day} ${timeText(at, zone)}`
}

/** How long ago, for what is fresh: `net`, `5 min geleden`, `2 uur geleden`; older than a day as a moment. */
export function agoText(at: Instant, now: Instant, { zone, language }: { zone: string; language: Language }) {
  const minutes = Math.floor((new Date(now).getTime() - new Date(at).getTime()) / 60_000)
  const ago = language === 'nl' ? 'geleden' : 'ago'
  if (minutes < 1) return language === 'nl' ? 'net' : 'just now'
  if (minutes < 60) return `${minutes} min ${ago}`
  if (minutes < 1440) return `${Math.floor(minutes / 60)} ${language === 'nl' ? 'uur' : 'h'} ${ago}`
  return momentText(at, now, { zone, language })
}

/** `18.240` in Dutch, `18,240` in English. */
export function numberText(value: number, language: Language, decimals = 0) {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'nl' ? '.' : ',')
  const text = fraction ? `${grouped}${language === 'nl' ? ',' : '.'}${fraction}` : grouped
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
}

/** `79%`, below one in the hundred `0,5%`; never 100% while something is left, nor 0% once there is something. A dash when there is no whole. */
export function percentText(part: number, whole: number, language: Language) {
  if (whole <= 0) return '–'
  const share = (part / whole) * 100
  if (share > 0 && share < 0.95) return `${numberText(Math.max(share, 0.1), language, 1)}%`
  const rounded = Math.round(share)
  return part < whole && rounded === 100 ? '99%' : `${rounded}%`
}

/** How long something took: `45 sec`, `20 min`, `1 uur 5 min`. @internal No page shows it yet; the helpline will. */
export function durationText(seconds: number, language: Language) {
  if (Math.round(seconds) < 60) return `${Math.max(0, Math.round(seconds))} sec`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = `${numberText(Math.floor(minutes / 60), language)} ${language === 'nl' ? 'uur' : 'h'}`
  return minutes % 60 === 0 ? hours : `${hours} ${minutes % 60} min`
}

/** A running clock: `0:07`, `12:45`, `1:02:03`. @internal No page shows it yet; the helpline will. */
export function clockText(seconds: number) {
  const total = Math.max(0, Math.floor(seconds))
  const pad = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`
}

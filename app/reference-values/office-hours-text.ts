import { type OfficeHours, officeWeekdays } from '#app/corporations/office-hours.ts'

const days: Readonly<Record<string, string>> = {
  1: 'maandag',
  2: 'dinsdag',
  3: 'woensdag',
  4: 'donderdag',
  5: 'vrijdag',
  6: 'zaterdag',
  7: 'zondag',
}

/** As it is told to a caller: "maandag tot en met donderdag van 08:00 tot 17:00 en vrijdag van 08:00 tot 12:00". */
export function officeHoursText({ week }: OfficeHours): string {
  const runs: { first: string; last: string; time: string }[] = []
  for (const day of officeWeekdays) {
    const hours = week[day]
    if (!hours) continue
    const time = `van ${hours.opens} tot ${hours.closes}`
    const run = runs.at(-1)
    if (run?.time === time && Number(run.last) === Number(day) - 1) run.last = day
    else runs.push({ first: day, last: day, time })
  }
  return inWords(runs.map(({ first, last, time }) => `${daysText(first, last)} ${time}`))
}

function daysText(first: string, last: string): string {
  if (first === last) return days[first] ?? ''
  const between = Number(last) - Number(first) === 1 ? 'en' : 'tot en met'
  return `${days[first]} ${between} ${days[last]}`
}

const inWords = (parts: string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}` : (parts[0] ?? '')

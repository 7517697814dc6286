import { z } from 'zod'
import { refused, UsageError, usage } from './cli-answer.ts'
import { inScope, systemScope } from './core/scope.server.ts'
import { type Corporation, findCorporation } from './corporations/corporations.server.ts'
import { findDesk } from './desks/desks.server.ts'
import { repeatedDays } from './lines/line.ts'
import { hoursForm, lineForm, switchForm } from './lines/line-forms.ts'
import { addHours, addLine, type Line, listLines, removeHours, switchBack, switchLine } from './lines/lines.server.ts'

type OfLine = { corporation: string; line: string }

const corporationOf = async (slug: string): Promise<Corporation> =>
  (await findCorporation(slug)) ?? refused('no-such-corporation', { corporation: slug })

async function lineOf({ corporation: slug, line: name }: OfLine) {
  const { id, timeZone } = await corporationOf(slug)
  const scope = systemScope(id)
  const lines = await inScope(scope, (tx) => listLines(tx, [id]))
  const line: Line = lines.find((one) => one.name === name) ?? refused('no-such-line', { line: name })
  return { scope, timeZone, line }
}

/** As the forms of the screens have it: the number of a desk, or nothing. */
async function deskIdOf(slug: string | undefined): Promise<string> {
  if (!slug) return ''
  return String((await findDesk(slug))?.id ?? refused('no-such-desk', { desk: slug }))
}

export async function addLineFromCommand({ corporation: slug, ...options }: { corporation: string; name: string }) {
  const { id } = await corporationOf(slug)
  const line = usage(lineForm, options)
  const answer = await addLine(systemScope(id), line)
  return answer.ok ? { ...line, id: answer.id } : refused(answer.reason)
}

type HoursOptions = OfLine & {
  days: string
  opens?: string
  closes?: string
  desk?: string
  closed?: boolean
  remove?: boolean
}

/** `days`: as in the table of the screen, one or several with commas between. */
export async function lineHoursFromCommand({ days, remove, ...options }: HoursOptions) {
  const { scope, line } = await lineOf(options)
  const asked = days.split(',').map(dayOf)
  if (remove) return removeDays(scope, line, asked)
  const { opens = '', closes = '', desk, closed } = options
  if (!closed && !(opens && closes && desk))
    throw new UsageError('Say from when until when and who answers, with --opens, --closes and --desk, or --closed.')
  const dates = asked.filter((day) => day.includes('-'))
  if (dates.length > 1) throw new UsageError('One date at a time.')
  const input = usage(hoursForm, {
    days: asked.filter((day) => !day.includes('-')),
    date: dates[0],
    isClosed: closed ? 'on' : undefined,
    opens,
    closes,
    deskId: await deskIdOf(desk),
  })
  const { ok: _, ...answer } = refusedUnlessOk(await addHours(scope, line.id, input))
  return { line: line.name, ...answer }
}

function dayOf(text: string): string {
  const day = text.trim()
  const isDay = (repeatedDays as readonly string[]).includes(day) || z.iso.date().safeParse(day).success
  if (!isDay) throw new UsageError(`'${day}' is no day: write 1 (Monday) to 7, holiday, or a date as 2026-12-27`)
  return day
}

async function removeDays(scope: ReturnType<typeof systemScope>, { id, name, hours }: Line, days: string[]) {
  const rows = hours.filter(({ day }) => days.includes(day))
  if (rows.length === 0) refused('no-such-hours', { days: days.join(',') })
  for (const row of rows) await removeHours(scope, id, row.id)
  return { line: name, removed: rows.length }
}

type SwitchOptions = OfLine & { kind?: string; until?: string; desk?: string; back?: boolean }
const moment = z.iso.datetime({ local: true, offset: false, precision: -1, error: 'write it as 2026-12-27T08:00' })

/** `until`: a wall-clock moment of the corporation; without it until somebody switches back. */
export async function switchLineFromCommand({ kind, until, desk, back, ...of }: SwitchOptions) {
  const { scope, timeZone, line } = await lineOf(of)
  if (back) return switchAllBack(scope, line)
  const [untilDate, untilTime] = usage(z.object({ until: moment.optional() }), { until }).until?.split('T') ?? []
  if (!kind) throw new UsageError('Say how with --kind, or take it back with --back.')
  const asked = { kind, untilDate, untilTime, deskId: await deskIdOf(desk), isSure: 'on' }
  const input = usage(switchForm(timeZone, new Date()), asked)
  refusedUnlessOk(await switchLine(scope, line.id, input))
  return { line: line.name, kind, until: input.until?.toISOString() ?? null }
}

async function switchAllBack(scope: ReturnType<typeof systemScope>, { id, name, switches }: Line) {
  let ended = 0
  for (const one of switches) if (await switchBack(scope, id, one.id)) ended += 1
  return ended > 0 ? { line: name, ended } : refused('not-switched')
}

function refusedUnlessOk<Answer extends { ok: true } | { ok: false; reason: string; day?: string }>(answer: Answer) {
  if (!answer.ok) return refused(answer.reason, answer.day ? { day: answer.day } : {})
  return answer as Extract<Answer, { ok: true }>
}

import { parseForm } from '#app/core/forms.ts'
import { type FieldPair, formTakenAway } from '#app/lists/taken-away.ts'
import { dateIn, timeIn } from '#app/time/clock.ts'
import { type Hours, repeatedDays } from './line.ts'
import { hoursForm, switchForm } from './line-forms.ts'
import type { SwitchInput } from './lines.server.ts'

export function fieldsOfHours(row: Hours): FieldPair[] {
  const isRepeated = (repeatedDays as readonly string[]).includes(row.day)
  const day: FieldPair = [isRepeated ? 'days[]' : 'date', row.day]
  if (row.opens === null) return [day, ['isClosed', 'on']]
  return [day, ['opens', row.opens], ['closes', row.closes], ['deskId', String(row.deskId)]]
}

/** `zone` is the corporation's. Whoever puts it back was sure of it before. */
export function fieldsOfSwitch({ kind, until, deskId }: SwitchInput, zone: string): FieldPair[] {
  const fields: FieldPair[] = [['kind', kind]]
  if (until) fields.push(['untilDate', dateIn(zone, until)], ['untilTime', timeIn(zone, until)])
  if (deskId !== null) fields.push(['deskId', String(deskId)])
  if (kind === 'closed') fields.push(['isSure', 'on'])
  return fields
}

/** The hours that an address says were taken away; null when it says nothing, or nothing that can be put back. */
export function hoursTakenAway(address: URLSearchParams) {
  const form = formTakenAway(address)
  const read = form && parseForm(hoursForm, form)
  if (!read?.ok) return null
  const { days, ...interval } = read.value
  const row = { day: days[0], ...interval } as Hours
  return { row, fields: fieldsOfHours(row) }
}

type Looking = { zone: string; now: Date; names: readonly { id: number; name: string }[] }

/** The same of a switch, with the name of the desk it went to: not when it would have ended by now. */
export function endedSwitch(request: Request, { zone, now, names }: Looking) {
  const form = formTakenAway(new URL(request.url).searchParams)
  const read = form && parseForm(switchForm(zone, now), form)
  if (!read?.ok) return null
  const { kind, deskId } = read.value
  return { kind, desk: names.find(({ id }) => id === deskId)?.name ?? null, fields: fieldsOfSwitch(read.value, zone) }
}

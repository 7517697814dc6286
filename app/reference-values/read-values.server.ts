import type { GuestScope, Place } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { readOffice, readOfficeHours } from '#app/corporations/office-hours.server.ts'
import type { OfficeHours } from '#app/corporations/office-hours.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { numberText } from '#app/ui/format.ts'
import { nationalValues } from './national-values.ts'
import { officeHoursText } from './office-hours-text.ts'
import { type ValueKey, valueTypeOf } from './value-keys.ts'
import { type HeldValue, type OwnValue, valuesAt } from './values-at.ts'

/** What holds for a key, with how it is written: "0800 9009", "€ 77,50". */
export type ShownValue = HeldValue & { text: string }
export type ShownValues = Map<ValueKey, ShownValue>

type Of = Pick<Place, 'corporationId'>

/**
 * What texts for callers of a corporation are filled in with, on a date 'yyyy-mm-dd' of its zone. For a colleague, or for a
 * desk that has the corporation in hand.
 */
export async function readValues(tx: SqlRunner, scope: Of, on: string): Promise<ShownValues> {
  return withOfficeHours(await readOfficeHours(tx, scope), await readOwn(tx, scope), on)
}

/** The same at a moment, which has its date in the zone of the corporation. */
export async function readValuesNow(tx: SqlRunner, scope: Of, now: Date): Promise<ShownValues> {
  const { hours, timeZone } = await readOffice(tx, scope)
  return withOfficeHours(hours, await readOwn(tx, scope), dateIn(timeZone, now))
}

/** For whoever opened the page of a line: the numbers for danger and distress alone. */
export const readPublicValues = async (tx: SqlRunner, scope: GuestScope, on: string): Promise<ShownValues> =>
  shown(valuesAt(await readOwn(tx, scope), nationalValues, on))

type OwnRow = OwnValue & { id: string }

/** All that a corporation set, planned and past, in the order in which it was set. */
export const readOwn = (tx: SqlRunner, { corporationId }: Of): Promise<OwnRow[]> =>
  tx.sql<OwnRow>(sql`
    SELECT id, key, from_on::text AS "fromOn", value FROM reference_value WHERE corporation_id = ${corporationId}::int ORDER BY id`)

function withOfficeHours(officeHours: OfficeHours, own: OwnRow[], on: string): ShownValues {
  const held = valuesAt(own, nationalValues, on)
  const hours: HeldValue = { value: officeHoursText(officeHours), fromOn: null, source: 'office-hours' }
  if (!held.has('office-hours')) held.set('office-hours', hours)
  return shown(held)
}

const shown = (held: Map<ValueKey, HeldValue>): ShownValues =>
  new Map([...held].map(([key, one]) => [key, { ...one, text: one.text ?? valueText(key, one.value) }]))

/** How a value is written. */
export function valueText(key: ValueKey, value: string): string {
  const type = valueTypeOf(key)
  if (type === 'phone') return dialable(value).text
  if (type === 'text') return value
  const cents = Number(value)
  return `€ ${numberText(cents / 100, 'nl', cents % 100 === 0 ? 0 : 2)}`
}

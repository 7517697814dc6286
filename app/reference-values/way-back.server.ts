import { centsText } from '#app/core/cents-field.ts'
import { parseForm } from '#app/core/forms.ts'
import { type FieldPair, formTakenAway, takenAway } from '#app/lists/taken-away.ts'
import { valueText } from './read-values.server.ts'
import { valueForm } from './value-form.ts'
import { type ValueKey, valueTypeOf } from './value-keys.ts'
import type { OwnValue } from './values-at.ts'

/** As the form that set it has them. */
function fieldsOf({ key, value, fromOn }: OwnValue): FieldPair[] {
  const date: FieldPair = ['fromOn', fromOn]
  if (value === null) return [date, ['isNone', 'on']]
  return [date, ['value', valueTypeOf(key) === 'amount' ? centsText(Number(value)) : value]]
}

/** The page of a key after something planned was taken away: posting what stands in its address puts it back. */
export const addressAfter = (gone: OwnValue): string => `/settings/values/${gone.key}?${takenAway(fieldsOf(gone))}`

/** What an address says was taken away, as it is written; null when it says nothing, or nothing that can be put back. */
export function takenAwayIn(key: ValueKey, address: URLSearchParams) {
  const form = formTakenAway(address)
  const read = form && parseForm(valueForm(key), form)
  if (!read?.ok) return null
  const { value, fromOn } = read.value
  return { text: value === null ? null : valueText(key, value), fromOn, fields: fieldsOf(read.value) }
}

import { csvText } from '#app/core/csv.ts'
import { letterName, streetLine } from '#app/tenants/names.ts'
import { numberText } from '#app/ui/format.ts'
import type { Language } from '#app/ui/language.tsx'
import type { GestureRow } from './gestures.server.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** The list for the florist or the printer: one row for each gesture. */
export function orderList(rows: readonly GestureRow[], language: Language): string {
  const { order, kinds } = language === 'nl' ? nl : en
  const head = [order.number, order.kind, order.to, order.street, order.postcode, order.city, order.text, order.price]
  const lines = rows.map((row, index) => [
    String(index + 1),
    kinds[row.kind],
    letterName(row),
    streetLine(row),
    row.postcode ?? '',
    row.city ?? '',
    row.text,
    numberText(row.priceCents / 100, language, 2),
  ])
  return csvText([head, ...lines])
}

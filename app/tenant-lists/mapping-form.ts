import type { FormFields } from '#app/core/form-fields.ts'
import { amountNotations } from '#imports/amounts.ts'
import { dateNotations } from '#imports/dates.ts'
import { type Mapping, mappingSchema } from '#imports/mapping-schema.ts'

export type MappingForm =
  | { ok: true; mapping: Mapping }
  | { ok: false; reason: 'field-mapped-twice' | 'looks-like-bsn' | 'other-columns'; at: number[] }

/** The name of the control that says what a column is. */
export const fieldControl = (at: number) => `field.${at}`

/** Lays what somebody chose over how the list was read so far. A column keeps its own notation as long as the list's stays. */
export function readMappingForm(form: FormFields, present: Mapping): MappingForm {
  const dateNotation = oneOf(dateNotations, form.get('dateNotation')) ?? present.dateNotation
  const amountNotation = oneOf(amountNotations, form.get('amountNotation')) ?? present.amountNotation
  const columns = present.columns.map((column, at) => {
    const field = form.get(fieldControl(at))
    const kept =
      dateNotation === present.dateNotation && amountNotation === present.amountNotation
        ? column
        : { header: column.header }
    return { ...kept, field: field === null ? column.field : field || null }
  })
  const parsed = mappingSchema.safeParse({ ...present, dateNotation, amountNotation, columns })
  if (parsed.success) return { ok: true, mapping: parsed.data }
  const at = parsed.error.issues.map(({ path }) => path[1]).filter((index) => typeof index === 'number')
  const message = parsed.error.issues[0]?.message
  return {
    ok: false,
    reason: message === 'field-mapped-twice' || message === 'looks-like-bsn' ? message : 'other-columns',
    at,
  }
}

function oneOf<const Word extends string>(words: readonly Word[], text: unknown): Word | null {
  return words.find((word) => word === text) ?? null
}

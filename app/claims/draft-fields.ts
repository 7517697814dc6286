import type { FormFields } from '#app/core/form-fields.ts'
/** All that stands in the form: name to what was typed or chosen. What a draft keeps. */
export type DraftFields = Record<string, string[]>

/** Names that belong to one opening of the form, not to what was typed. */
const notDrafted = new Set(['key', 'fence', 'startedAt', 'afterwards', 'basedOn', 'isLeaving'])

export function draftFieldsIn(form: FormFields): DraftFields {
  const draftFields = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || notDrafted.has(name)) continue
    const values = draftFields.get(name)
    if (values) values.push(value)
    else draftFields.set(name, [value])
  }
  return Object.fromEntries(draftFields)
}

export const first = (draftFields: DraftFields, name: string): string => draftFields[name]?.[0] ?? ''
export const last = (draftFields: DraftFields, name: string): string => draftFields[name]?.at(-1) ?? ''
export const isTicked = (draftFields: DraftFields, name: string): boolean => (draftFields[name]?.length ?? 0) > 0

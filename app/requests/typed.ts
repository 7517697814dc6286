import type { FormFields } from '#app/core/form-fields.ts'

const fields = ['name', 'phone', 'when', 'message', 'postcode', 'houseNumber', 'token'] as const
/** What somebody typed, as it goes back to them when it is refused. */
export type Typed = Partial<Record<(typeof fields)[number], string>>

export const typedOf = (form: FormFields): Typed =>
  Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]))

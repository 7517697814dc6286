import type { z } from 'zod'
import type { FormFields } from './form-fields.ts'

/** Field name to message key. */
export type FormErrors = Record<string, string>
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: FormErrors }

/**
 * Reads a posted form by a schema whose messages are keys of the words files. A field posted more than once arrives as
 * an array when its name ends in `[]`.
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormFields): Parsed<z.output<Schema>> {
  const input = new Map<string, unknown>()
  for (const name of form.keys()) {
    if (name.endsWith('[]')) input.set(name.slice(0, -2), form.getAll(name))
    else input.set(name, form.get(name))
  }
  return parseInput(schema, Object.fromEntries(input))
}

/** What a schema has no message for is said with `required` or `other`, never in the words of the library. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input, { error: ({ input }) => (input === undefined ? 'required' : 'other') })
  if (result.success) return { ok: true, value: result.data }
  const errors = new Map<string, string>()
  for (const { path, message } of result.error.issues) {
    const field = path.join('.') || 'form'
    if (!errors.has(field)) errors.set(field, message)
  }
  return { ok: false, errors: Object.fromEntries(errors) }
}

import type { z } from 'zod'

/** Field name to message key. */
export type FormErrors = Record<string, string>
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: FormErrors }

/**
 * Reads a posted form by a schema whose messages are keys of the words files. A field posted more than once arrives as
 * an array when its name ends in `[]`.
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): Parsed<z.output<Schema>> {
  const input: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.endsWith('[]')) input[name.slice(0, -2)] = form.getAll(name).map(withoutNul)
    else input[name] = withoutNul(form.get(name))
  }
  return parseInput(schema, input)
}

/** No keyboard has it, and PostgreSQL cannot hold it. */
const withoutNul = (value: FormDataEntryValue | null) =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value

export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  const errors: FormErrors = {}
  for (const issue of result.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return { ok: false, errors }
}

import type { FormFields } from '#app/core/form-fields.ts'
import { type Parsed, parseInput } from '#app/core/forms.ts'
import { blockFieldOf, blockListsIn, errorsByField } from './form-blocks.ts'
import { type OutcomeInput, outcomeSchema } from './schema.ts'

/** Reads the form of a call; errors carry the names of the form's own fields. */
export function readOutcomeForm(form: FormFields): Parsed<OutcomeInput> {
  const input = new Map<string, unknown>()
  for (const name of form.keys()) {
    if (blockFieldOf(name)) continue
    if (name.endsWith('[]')) input.set(name.slice(0, -2), form.getAll(name))
    else input.set(name, form.getAll(name).at(-1))
  }
  const parsed = parseInput(outcomeSchema, { ...Object.fromEntries(input), ...blockListsIn(form) })
  return parsed.ok ? parsed : { ok: false, errors: errorsByField(parsed.errors, form) }
}

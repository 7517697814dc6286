import type { DraftFields } from '#app/claims/draft-fields.ts'
import { ReadForm } from '#app/core/form-fields.ts'
import { readOutcomeForm } from './outcome-form.ts'

/** Not part of a draft. */
const notTyped: [string, string][] = [
  ['key', '00000000-0000-7000-8000-000000000000'],
  ['fence', '1'],
  ['startedAt', '2000-01-01T00:00:00Z'],
]

/** What was wrong with a form that was sent without script and came back as a draft. */
export function errorsOfDraft(draftFields: DraftFields): Record<string, string> {
  const typed = Object.entries(draftFields).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )
  const read = readOutcomeForm(new ReadForm([...typed, ...notTyped]))
  return read.ok ? {} : read.errors
}

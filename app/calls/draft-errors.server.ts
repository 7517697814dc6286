import type { DraftFields } from '#app/claims/draft-fields.ts'
import { readOutcomeForm } from './outcome-form.ts'

/** What was wrong with a form that was sent without script and came back as a draft. */
export function errorsOfDraft(draftFields: DraftFields): Record<string, string> {
  const form = new FormData()
  for (const [name, values] of Object.entries(draftFields)) for (const value of values) form.append(name, value)
  // Not typed by anybody, and not part of a draft.
  form.set('key', '00000000-0000-7000-8000-000000000000')
  form.set('fence', '1')
  form.set('startedAt', '2000-01-01T00:00:00Z')
  const read = readOutcomeForm(form)
  return read.ok ? {} : read.errors
}

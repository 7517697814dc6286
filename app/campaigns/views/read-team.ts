import { z } from 'zod'
import type { FormFields } from '#app/core/form-fields.ts'
import { callerSchema } from '../campaign-input.ts'

/** The ticked colleagues with the hours filled in for each; `15,5` is fifteen and a half. */
export function readTeam(form: FormFields): { accountId: string; hours: string }[] {
  return form
    .getAll('callers[]')
    .map(String)
    .map((accountId) => ({ accountId, hours: String(form.get(`hours-${accountId}`) ?? '').replace(',', '.') }))
}

/** `1.hours` of the list is the field of whoever stands there. */
export function teamErrors(posted: { accountId: string }[], errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, code]) => {
      const caller = posted[Number(path.split('.')[0])]
      return [caller ? `hours-${caller.accountId}` : path, code]
    }),
  )
}

/** One colleague out of a form, with hours as people type them. */
export const callerForm = z.object({
  accountId: z.uuid('colleague'),
  hours: z.preprocess((text) => String(text).replace(',', '.'), callerSchema.shape.hours),
})

import { z } from 'zod'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { followUpKinds } from './follow-up.ts'

export const promiseText = z.string().trim().min(1, 'required').max(2000, 'too-long').refine(holdsNoBsn, 'bsn')
export const dueDate = z.iso.date('date')
/** Wall-clock "10:30"; an empty field is no time. */
export const dueTime = z
  .union([z.literal('').transform(() => null), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'), z.null()])
  .default(null)

/** A promise as the call form asks for it. */
export const followUpSchema = z.object({
  kind: z.enum(followUpKinds, 'required'),
  promise: promiseText,
  ownerId: z.uuid('required'),
  dueOn: dueDate,
  dueTime,
})

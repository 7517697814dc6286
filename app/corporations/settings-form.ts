import { z } from 'zod'
import { centsField } from '#app/core/cents-field.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'

const price = centsField.refine((cents) => cents !== null && cents > 0, 'positive-amount').transform(Number)

/** The settings that are plain values; the calling hours are read as those of a campaign. */
export const settingsForm = z.object({
  name: z.string().trim().min(1, 'required').max(200, 'too-long').refine(holdsNoBsn, 'bsn'),
  contactEmail: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('email'))]),
  gestureBudgetCents: centsField,
  cardCents: price,
  flowersCents: price,
  idleMinutes: z.coerce.number('number').int('number').min(5, 'too-low').max(720, 'too-high'),
})

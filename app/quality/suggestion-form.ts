import { z } from 'zod'
import { triageKinds } from '#app/triage/kinds.ts'
import { holdsNoBsn, withoutBsns } from '#imports/typed-bsn.ts'
import { signalKinds } from './signals.ts'

const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null)

/** What somebody of a desk would change in a protocol; `key` is of the form, so that sent twice it is there once. */
export const suggestionForm = z.object({
  key: z.uuid(),
  corporation: z.coerce.number('required').int('required').positive('required'),
  kind: z.enum(triageKinds),
  signal: orNull(z.enum(signalKinds)),
  place: orNull(
    z
      .string()
      .max(80)
      .regex(/^(ends|questions)\.[a-z][a-z0-9-]*$/),
  ),
  words: z.string().trim().min(1, 'required').max(2000, 'too-long').refine(holdsNoBsn, 'bsn'),
})
export type SuggestionInput = z.output<typeof suggestionForm>

/** Done: the protocol was changed because of it. */
export const settlementForm = z.object({
  done: z.enum(['yes', 'no']).optional(),
  /** Why not. */
  answer: z.string().trim().max(500).transform(withoutBsns).optional(),
  back: z.string().max(300).optional(),
})

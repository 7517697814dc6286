import { z } from 'zod'
import { fenceField, optional, phone, text } from '#app/claims/schema-parts.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { answers, verdictClasses } from '#app/triage/protocol.ts'
import { overrideReasons } from '#app/triage/run.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { contactKinds } from './contact.ts'

const inHand = { fence: fenceField }
const typed = (most: number) => text(most).refine(holdsNoBsn, 'bsn')

// What is asked of whoever is on the line, a form each.
export const numberSchema = z.object({ ...inHand, phone })
export const placeSchema = z.object({ ...inHand, place: typed(300).refine((place) => place !== '', 'required') })
export const kindSchema = z.object({ ...inHand, kind: z.enum(contactKinds, 'kind-required') })
export const questionSchema = z.object({ ...inHand, question: z.string().max(60), answer: z.enum(answers) })
export const circumstanceSchema = z.object({
  ...inHand,
  circumstance: z.enum(circumstances),
  holds: z.enum(['yes', 'no']).transform((holds) => holds === 'yes'),
})
export const safetySchema = z.object({ ...inHand, line: z.coerce.number().int().min(0).max(20) })
export const costsSchema = z.object({ ...inHand, agreed: z.enum(['yes', 'no']) })
export const readBackSchema = z.object({ ...inHand, read: text(6_000), corrected: typed(6_000) })
export const overrideSchema = z.object({
  ...inHand,
  verdictClass: z.enum(verdictClasses),
  hours: optional(z.coerce.number('hours').int('hours').min(1, 'hours').max(72, 'hours')),
  reason: optional(z.enum(overrideReasons)),
  words: typed(500),
})

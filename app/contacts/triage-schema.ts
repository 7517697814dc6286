import { z } from 'zod'
import { fenceField, optional, phone, text } from '#app/claims/schema-parts.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { answers, verdictClasses } from '#app/triage/protocol.ts'
import { overrideReasons } from '#app/triage/run.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { contactKinds } from './contact.ts'

const inHand = { fence: fenceField }
const typed = (most: number) => text(most).refine(holdsNoBsn, 'bsn')

/** What stood on the screen; a form that does not say writes of whatever holds. */
const onScreen = { ...inHand, run: optional(z.uuid()), verdict: optional(z.string().max(60)) }
const withSeen = <Input extends { run: string | null; verdict: string | null }>({ run, verdict, ...input }: Input) => ({
  ...input,
  seen: run === null ? null : { run, verdict },
})

// What is asked of whoever is on the line, a form each.
export const numberSchema = z.object({ ...inHand, phone })
export const placeSchema = z.object({ ...inHand, place: typed(300).refine((place) => place !== '', 'required') })
export const kindSchema = z.object({ ...inHand, kind: z.enum(contactKinds, 'kind-required') })
export const questionSchema = z
  .object({ ...onScreen, question: z.string().max(60), answer: z.enum(answers) })
  .transform(withSeen)
export const circumstanceSchema = z
  .object({
    ...onScreen,
    circumstance: z.enum(circumstances),
    holds: z.enum(['yes', 'no']).transform((holds) => holds === 'yes'),
  })
  .transform(withSeen)
export const safetySchema = z.object({ ...onScreen, line: z.coerce.number().int().min(0).max(20) }).transform(withSeen)
export const costsSchema = z.object({ ...onScreen, agreed: z.enum(['yes', 'no']) }).transform(withSeen)
export const readBackSchema = z.object({ ...onScreen, read: text(6_000), corrected: typed(6_000) }).transform(withSeen)
export const overrideSchema = z
  .object({
    ...onScreen,
    verdictClass: z.enum(verdictClasses),
    hours: optional(z.coerce.number('hours').int('hours').min(1, 'hours').max(72, 'hours')),
    reason: optional(z.enum(overrideReasons)),
    words: typed(500),
  })
  .transform(withSeen)

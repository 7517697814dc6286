import { z } from 'zod'
import { fenceField, optional, phone, text } from '#app/claims/schema-parts.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { answers, verdictClasses } from '#app/triage/protocol.ts'
import { overrideReasons } from '#app/triage/run.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { contactKinds } from './contact.ts'
import { dangerSigns } from './danger-signs.ts'
import { dangerAnswers, loweringReasons } from './record-choices.ts'

// What is posted at each step with a contact: see contact-steps.server.ts.

const inHand = { fence: fenceField }
const typed = (most: number) => text(most).refine(holdsNoBsn, 'bsn')
const fewWords = typed(500)
const someWords = (most: number, code: string) => typed(most).refine((words) => words !== '', code)

/** Nothing but which contact. */
export const inHandSchema = z.object(inHand)

// In the queue: who has it, and how urgent it is.
export const urgencySchema = z
  .object({
    ...inHand,
    urgency: z.coerce.number().pipe(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])),
    reason: optional(z.enum(loweringReasons)),
    words: fewWords,
  })
  .refine(({ reason, words }) => reason !== 'otherwise' || words !== '', { path: ['words'], message: 'words-required' })
export const offerSchema = z.object({ ...inHand, to: z.uuid('required'), note: someWords(1_000, 'required') })
/** `fence` is that of what was read, before it is taken. */
export const answerSchema = z.object({ fence: z.coerce.number().int().min(0), words: fewWords })
export const ownerSchema = z.object({ to: optional(z.uuid()) })
export const reopeningSchema = z.object({ words: someWords(500, 'words-required') })

// What is asked of whoever is on the line.
export const dangerSchema = z.object({ ...inHand, danger: z.enum([...dangerAnswers, ...dangerSigns]) })
export const numberSchema = z.object({ ...inHand, phone })
export const placeSchema = z.object({ ...inHand, place: someWords(300, 'required') })
export const kindSchema = z.object({ ...inHand, kind: z.enum(contactKinds, 'kind-required') })

/** What stood on the screen; a form that does not say writes of whatever holds. */
const onScreen = { ...inHand, run: optional(z.uuid()), verdict: optional(z.string().max(60)) }
const withSeen = <Input extends { run: string | null; verdict: string | null }>({ run, verdict, ...input }: Input) => ({
  ...input,
  seen: run === null ? null : { run, verdict },
})

// How it is judged.
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
    words: fewWords,
  })
  .transform(withSeen)

import { z } from 'zod'
import { clockTime, fenceField, optional, phone, text, ticked } from '#app/claims/schema-parts.ts'
import { wordsToLookAt } from '#app/conversations/note-guard.ts'
import { outcomeCodes, outcomeRule, skipReasons } from '#app/conversations/outcomes.ts'
import { topics } from '#app/conversations/topics.ts'
import { wellbeings } from '#app/conversations/wellbeing.ts'
import { mostUrgentNumbers } from '#app/corporations/urgent-numbers.server.ts'
import { followUpSchema } from '#app/follow-ups/schema.ts'
import { gestureSchema } from '#app/gestures/schema.ts'
import { referralSchema } from '#app/referrals/schema.ts'
import { readEmail } from '#imports/emails.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { rangText } from './urgent-rang.ts'

const email = z
  .string()
  .trim()
  .transform((written, context) => {
    const read = readEmail(written)
    if (!read) context.addIssue({ code: 'custom', message: 'email' })
    return read ?? z.NEVER
  })

// Whoever promised a referral keeps an eye on it, unless they name a colleague.
const promisedReferral = referralSchema.extend({ ownerId: optional(z.uuid('required')) })

export const answered = z.object({
  /** The same key gives the same answer, however often it is sent. */
  key: z.uuid(),
  fence: fenceField,
  startedAt: z.coerce.date(),
  outcome: z.enum(outcomeCodes, 'outcome-required'),
  /** E.164: the number that was rung. */
  numberUsed: optional(z.string().regex(/^\+\d{6,15}$/, 'phone')),
  /** When to ring again, on the wall clock of the corporation: a promise, or when a skipped home may come back. */
  againOn: optional(z.iso.date('date')),
  againAt: optional(clockTime),
  againWith: z.enum(['me', 'anyone']).default('me'),
  skipReason: optional(z.enum(skipReasons, 'skip-reason-required')),
  /** Never wants to be called again, about anything. */
  objects: ticked,
  notes: text(10_000),
  /** With whom, when it was somebody else; which language they speak. */
  spokeWith: text(200),
  language: text(100),
  /** They looked at what the note guard found, and it stays. */
  noteConfirmed: ticked,
  wellbeing: optional(z.enum(wellbeings)),
  /** Who was rung at once, and what was agreed. */
  urgentRang: text(2_000),
  /** Those of them who stand among the numbers for emergencies, by name. */
  urgentCalled: z.array(text(80).refine(holdsNoBsn, 'bsn')).max(mostUrgentNumbers, 'too-many').default([]),
  topics: z.array(z.enum(topics)).max(topics.length, 'too-many').default([]),
  wantsCalls: ticked,
  newLandline: optional(phone),
  newMobile: optional(phone),
  newEmail: optional(email),
  followUps: z.array(followUpSchema).max(20, 'too-many').default([]),
  referrals: z.array(promisedReferral).max(10, 'too-many').default([]),
  gestures: z.array(gestureSchema).max(5, 'too-many').default([]),
})

type Answered = z.output<typeof answered>

/**
 * What a caller sends when a call is over. What belongs to a conversation counts only when there was one: the form
 * says so before it is sent. Problems are named after their field.
 */
export const outcomeSchema = z
  .preprocess(withoutTheUnspoken, answered)
  .superRefine((input, context) => {
    const refuse = (field: keyof Answered, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    for (const [field, message] of leftOpen(input)) refuse(field, message)
    for (const { path, message } of wordsToLookAt(textsOf(input), input.noteConfirmed))
      context.addIssue({ code: 'custom', path, message })
  })
  .transform(withWhoWasRung)

export type OutcomeInput = z.output<typeof outcomeSchema>

type Asked = WhoWasRung & Pick<Answered, 'outcome' | 'againOn' | 'againAt' | 'skipReason'>

/** What an outcome asks that was not filled in, with what is said about it. */
export function leftOpen(input: Asked): [keyof Asked, string][] {
  const { asks, opensNotes } = outcomeRule(input.outcome)
  const open: [boolean, keyof Asked, string][] = [
    [asks === 'appointment' && !input.againOn, 'againOn', 'again-required'],
    [asks === 'appointment' && !input.againAt, 'againAt', 'again-required'],
    [asks === 'skip-reason' && !input.skipReason, 'skipReason', 'skip-reason-required'],
    [opensNotes && !input.wellbeing, 'wellbeing', 'wellbeing-required'],
    [lacksWhoWasRung(input), 'urgentRang', 'urgent-required'],
  ]
  return open.flatMap(([isOpen, field, message]): [keyof Asked, string][] => (isOpen ? [[field, message]] : []))
}

type WhoWasRung = Pick<Answered, 'wellbeing' | 'urgentRang' | 'urgentCalled'>

export function lacksWhoWasRung({ wellbeing, urgentRang, urgentCalled }: WhoWasRung): boolean {
  return wellbeing === 'urgent' && rangText(urgentCalled, urgentRang) === ''
}

/** Kept as one text: a number that goes or gets another name later changes nothing about who was rung. */
export function withWhoWasRung<Input extends WhoWasRung>({ urgentCalled, ...input }: Input) {
  return { ...input, urgentRang: rangText(urgentCalled, input.urgentRang) }
}

/** All that is kept as free text about a tenant, and where it stands. */
const textsOf = ({ notes, spokeWith, language, urgentRang, followUps, referrals, gestures }: Answered) => [
  { path: ['notes'], words: notes },
  { path: ['spokeWith'], words: spokeWith },
  { path: ['language'], words: language },
  { path: ['urgentRang'], words: urgentRang },
  ...followUps.map(({ promise }, index) => ({ path: ['followUps', index, 'promise'], words: promise })),
  ...referrals.map(({ question }, index) => ({ path: ['referrals', index, 'question'], words: question })),
  ...gestures.map(({ text: words }, index) => ({ path: ['gestures', index, 'text'], words: words ?? '' })),
]

const onlyWhenSpoken = [
  'wellbeing',
  'urgentRang',
  'urgentCalled',
  'topics',
  'wantsCalls',
  'newLandline',
  'newMobile',
  'newEmail',
  'followUps',
  'referrals',
  'gestures',
]

/** A hidden field is sent as well; a half-filled one must not stand in the way of "no answer". */
export function withoutTheUnspoken(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('outcome' in input)) return input
  const outcome = outcomeCodes.find((code) => code === input.outcome)
  if (!outcome) return input
  const { opensNotes, takesNote, asksWho, takesMoment } = outcomeRule(outcome)
  const left = [
    ...(opensNotes ? [] : onlyWhenSpoken),
    ...(opensNotes || takesNote ? [] : ['notes']),
    ...(asksWho === 'spoke-with' ? [] : ['spokeWith']),
    ...(asksWho === 'language' ? [] : ['language']),
    ...(takesMoment ? [] : ['againOn', 'againAt']),
  ]
  return Object.fromEntries(Object.entries(input).filter(([name]) => !left.includes(name)))
}

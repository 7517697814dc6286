import { z } from 'zod'
import { wordsToLookAt } from '#app/conversations/note-guard.ts'
import { outcomeCodes } from '#app/conversations/outcomes.ts'
import { answered, lacksWhoWasRung, leftOpen, type OutcomeInput, withoutTheUnspoken, withWhoWasRung } from './schema.ts'

const outcome = z.preprocess((value) => (value === '' ? null : (value ?? null)), z.enum(outcomeCodes).nullable())

const corrected = answered
  .pick({
    notes: true,
    spokeWith: true,
    language: true,
    noteConfirmed: true,
    wellbeing: true,
    urgentRang: true,
    urgentCalled: true,
    topics: true,
    numberUsed: true,
    againOn: true,
    againAt: true,
    againWith: true,
    skipReason: true,
    objects: true,
  })
  .extend({
    /** Null for a conversation that was no call of ours. */
    outcome,
    /** What it was when the form was opened. */
    was: outcome,
  })

/** What a saved call may be corrected in. A note stays, whatever it is said to have come to. */
export const correctionSchema = z
  .preprocess(keepingNotes, corrected)
  .superRefine((input, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const { outcome: to, was } = input
    // What was agreed with the same outcome is not asked a second time.
    if (to && to !== was) for (const [field, message] of leftOpen({ ...input, outcome: to })) refuse([field], message)
    else if (lacksWhoWasRung(input)) refuse(['urgentRang'], 'urgent-required')
    const { notes, spokeWith, language, urgentRang } = input
    const texts = Object.entries({ notes, spokeWith, language, urgentRang }).map(([field, words]) => ({
      path: [field],
      words,
    }))
    for (const { path, message } of wordsToLookAt(texts, input.noteConfirmed)) refuse(path, message)
  })
  .transform(withWhoWasRung)

export type CallCorrection = z.output<typeof correctionSchema>

function keepingNotes(input: unknown): unknown {
  const kept = withoutTheUnspoken(input)
  const notes = typeof input === 'object' && input !== null && 'notes' in input ? input.notes : undefined
  return typeof kept === 'object' && kept !== null ? { ...kept, notes } : kept
}

/** As a call that came to this would have been sent, without what is promised in one. */
export const asOutcome = (call: { at: Date }, correction: CallCorrection & { outcome: OutcomeInput['outcome'] }) => ({
  ...correction,
  key: '',
  fence: 0,
  startedAt: call.at,
  wantsCalls: false,
  newLandline: null,
  newMobile: null,
  newEmail: null,
  followUps: [],
  referrals: [],
  gestures: [],
})

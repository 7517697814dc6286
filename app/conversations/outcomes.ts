import type { ReportedStatus, StrikeReason } from '#app/tenants/call-reports.ts'

/** What becomes of a home that is still to do; calls/target-after.ts carries it out. */
export type HomeAfter =
  /** Done with, as this. Only `reached` counts as reached in the figures of a campaign. */
  | { next: 'finish'; as: 'reached' | 'declined' }
  /** Off the list, for this reason. */
  | { next: 'withdraw'; because: 'moved' | 'deceased' }
  /** Back at once to the same caller while another number is left, else unreachable. */
  | { next: 'other-number' }
  /** An appointment at the moment that was promised, however many tries were used up. */
  | { next: 'promise' }
  /** As it stood, for everybody, from the moment that was given. */
  | { next: 'pass-on' }
  /** Tried again until the tries are spent, then unreachable. With a moment given, an appointment. */
  | { next: 'retry'; when: 'other-part-of-day' | 'soon' }

/**
 * What came of picking up the phone: the one list of the 13 outcomes, with all that follows from each. No other source
 * asks which outcome it is. `key` is the digit on the caller's keyboard; outcomes without one stand under "meer".
 */
type OutcomeRule = {
  key: number | null
  home: HomeAfter
  /** Somebody's number was dialled: this is the tenant's last call from now on. */
  isRung: boolean
  /** Asks what was said: notes, how they are doing, promises. */
  opensNotes: boolean
  /** Somebody was on the phone, though there was no conversation: what they said may be written down. */
  takesNote: boolean
  /** Who or what stood in between, and is written down as well. */
  asksWho: 'spoke-with' | 'language' | null
  /** The tenant was on the phone, not a neighbour or a machine. */
  isTenantSpoken: boolean
  /** Why the number that was rung is never offered for this tenant again. */
  strikes: StrikeReason | null
  /** What it says about the tenant everywhere. `objected` holds only when the tenant said so (`objects`). */
  reportedStatus: ReportedStatus | null
  /** A try that was used up. An answer with a promise, a number that proved wrong and a skip are none. */
  usesAttempt: boolean
  /** Nothing to ask: one key, and on to the next. */
  sendsAtOnce: boolean
  /** Goes to everybody, and who wrote it down does not get this home back on the same day. */
  restsForCaller: boolean
  /** A day and time to try again may be given. */
  takesMoment: boolean
  /** What must be asked before it can be saved. */
  asks: 'appointment' | 'skip-reason' | null
}

const plain = {
  isRung: true,
  opensNotes: false,
  takesNote: false,
  asksWho: null,
  isTenantSpoken: false,
  strikes: null,
  reportedStatus: null,
  usesAttempt: true,
  sendsAtOnce: false,
  restsForCaller: false,
  takesMoment: false,
  asks: null,
} as const satisfies Partial<OutcomeRule>

const retry = { next: 'retry', when: 'other-part-of-day' } as const satisfies HomeAfter

export const outcomes = {
  spoken: { ...plain, key: 1, home: { next: 'finish', as: 'reached' }, opensNotes: true, isTenantSpoken: true },
  'no-answer': { ...plain, key: 2, home: retry, sendsAtOnce: true },
  voicemail: { ...plain, key: 3, home: retry, sendsAtOnce: true },
  'call-back-later': {
    ...plain,
    key: 4,
    home: { next: 'promise' },
    takesNote: true,
    usesAttempt: false,
    takesMoment: true,
    asks: 'appointment',
  },
  'wrong-number': { ...plain, key: 5, home: { next: 'other-number' }, strikes: 'wrong-number', usesAttempt: false },
  declined: {
    ...plain,
    key: 6,
    home: { next: 'finish', as: 'declined' },
    takesNote: true,
    isTenantSpoken: true,
    reportedStatus: 'objected',
  },
  busy: { ...plain, key: 7, home: { next: 'retry', when: 'soon' }, sendsAtOnce: true },
  'spoke-to-other': { ...plain, key: 8, home: retry, takesNote: true, asksWho: 'spoke-with', takesMoment: true },
  'out-of-service': { ...plain, key: 9, home: { next: 'other-number' }, strikes: 'out-of-service', usesAttempt: false },
  'language-barrier': {
    ...plain,
    key: null,
    home: retry,
    takesNote: true,
    asksWho: 'language',
    restsForCaller: true,
  },
  moved: {
    ...plain,
    key: null,
    home: { next: 'withdraw', because: 'moved' },
    takesNote: true,
    reportedStatus: 'moved',
  },
  deceased: {
    ...plain,
    key: null,
    home: { next: 'withdraw', because: 'deceased' },
    takesNote: true,
    reportedStatus: 'deceased',
  },
  skipped: {
    ...plain,
    key: null,
    home: { next: 'pass-on' },
    isRung: false,
    usesAttempt: false,
    restsForCaller: true,
    takesMoment: true,
    asks: 'skip-reason',
  },
} as const satisfies Record<string, OutcomeRule>

export type Outcome = keyof typeof outcomes
export const outcomeCodes = Object.keys(outcomes) as [Outcome, ...Outcome[]]
export const outcomeRule = (outcome: Outcome): OutcomeRule => outcomes[outcome]
/** What a conversation counts as that was no call of ours: they rang back. */
export const conversationOutcome = 'spoken' satisfies Outcome
/** The outcomes of which `is` holds, in the order of the list. */
export const outcomesWhere = (is: (rule: OutcomeRule) => boolean) =>
  outcomeCodes.filter((code) => is(outcomeRule(code)))

export const skipReasons = ['no-time', 'knows-tenant', 'other-colleague', 'other-language', 'other'] as const
export type SkipReason = (typeof skipReasons)[number]

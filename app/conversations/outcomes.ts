/**
 * What came of picking up the phone: the one list of the 13 outcomes. `key` is the digit on the caller's keyboard;
 * outcomes without one stand under "meer".
 */
type OutcomeRule = {
  key: number | null
  /** Asks what was said: notes, how they are doing, promises. */
  opensNotes: boolean
  /** The tenant was on the phone, not a neighbour or a machine. */
  isTenantSpoken: boolean
  /** Why the number that was rung is never offered for this tenant again. */
  strikes: 'wrong-number' | 'out-of-service' | null
  /** What it says about the tenant everywhere. Do-not-call holds only when the tenant said so (`objects`). */
  tenantEffect: 'moved' | 'deceased' | 'do-not-call' | null
  /** A try that was used up. An answer with a promise, a number that proved wrong and a skip are none. */
  usesAttempt: boolean
  /** Nothing to ask: one key, and on to the next. */
  sendsAtOnce: boolean
  /** Who wrote it down does not get this home back on the same day. */
  restsForCaller: boolean
  /** A day and time to try again may be given. */
  takesMoment: boolean
  /** What must be asked before it can be saved. */
  asks: 'appointment' | 'skip-reason' | null
}

const plain = {
  opensNotes: false,
  isTenantSpoken: false,
  strikes: null,
  tenantEffect: null,
  usesAttempt: true,
  sendsAtOnce: false,
  restsForCaller: false,
  takesMoment: false,
  asks: null,
} as const satisfies Partial<OutcomeRule>

export const outcomes = {
  spoken: { ...plain, key: 1, opensNotes: true, isTenantSpoken: true },
  'no-answer': { ...plain, key: 2, sendsAtOnce: true },
  voicemail: { ...plain, key: 3, sendsAtOnce: true },
  'call-back-later': { ...plain, key: 4, usesAttempt: false, takesMoment: true, asks: 'appointment' },
  'wrong-number': { ...plain, key: 5, strikes: 'wrong-number', usesAttempt: false },
  declined: { ...plain, key: 6, isTenantSpoken: true, tenantEffect: 'do-not-call' },
  busy: { ...plain, key: 7, sendsAtOnce: true },
  'spoke-to-other': { ...plain, key: 8, takesMoment: true },
  'out-of-service': { ...plain, key: 9, strikes: 'out-of-service', usesAttempt: false },
  'language-barrier': { ...plain, key: null, restsForCaller: true },
  moved: { ...plain, key: null, tenantEffect: 'moved' },
  deceased: { ...plain, key: null, tenantEffect: 'deceased' },
  skipped: { ...plain, key: null, usesAttempt: false, restsForCaller: true, takesMoment: true, asks: 'skip-reason' },
} as const satisfies Record<string, OutcomeRule>

export type Outcome = keyof typeof outcomes
export const outcomeCodes = Object.keys(outcomes) as [Outcome, ...Outcome[]]
export const outcomeRule = (outcome: Outcome): OutcomeRule => outcomes[outcome]
/** The outcomes of which `is` holds, in the order of the list. */
export const outcomesWhere = (is: (rule: OutcomeRule) => boolean) =>
  outcomeCodes.filter((code) => is(outcomeRule(code)))

export const skipReasons = ['no-time', 'knows-tenant', 'other-colleague', 'other-language', 'other'] as const
export type SkipReason = (typeof skipReasons)[number]

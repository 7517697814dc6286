import type { LineKind } from '#app/lines/line.ts'
import { triageKinds } from '#app/triage/kinds.ts'
import type { VerdictClass } from '#app/triage/protocol.ts'

/** How somebody came to the queue. */
export const channels = ['phone', 'form', 'by-hand'] as const
export type Channel = (typeof channels)[number]

/**
 * Where a contact stands; a claim is laid over it. `waiting`: nobody has spoken with them. `talking`, `wrapping-up`:
 * somebody did or does. `call-back`: to be rung at `dueAt`. `closed`: on record.
 */
export const contactStates = ['waiting', 'talking', 'wrapping-up', 'call-back', 'closed'] as const
export type ContactState = (typeof contactStates)[number]
/** Whoever is in one of these has somebody, or needs somebody. */
export const openStates = ['waiting', 'talking', 'wrapping-up', 'call-back'] as const satisfies ContactState[]

/** `abandoned`: they hung up before anybody answered. `dropped`: the connection went while they were being helped. */
export const waysToFallAway = ['abandoned', 'dropped'] as const
export type WayToFallAway = (typeof waysToFallAway)[number]

/** Lower goes first. */
export const urgencies = { danger: 0, urgent: 1, general: 2, chat: 3 } as const
export type Urgency = (typeof urgencies)[keyof typeof urgencies]

/** Until somebody judged more of it, a contact is as urgent as the line it came by. */
export const urgencyOfLine: Record<LineKind, Urgency> = {
  'urgent-repairs': urgencies.urgent,
  general: urgencies.general,
  chat: urgencies.chat,
}

/** As urgent as a protocol says of somebody. */
export const urgencyOfClass: Record<VerdictClass, Urgency> = {
  danger: urgencies.danger,
  urgent: urgencies.urgent,
  'working-day': urgencies.general,
  none: urgencies.general,
}

/** What is broken, or in danger of it: what there is a protocol for, and whatever else. */
export const repairKinds = [...triageKinds, 'other-repair'] as const

/** What it is about. */
export const contactKinds = [
  ...repairKinds,
  'rent',
  'moving',
  'worry-about-somebody',
  'chat',
  'other-question',
] as const
export type ContactKind = (typeof contactKinds)[number]

/** What came of it. `for-office`: the corporation does more with it on its next working day. */
export const contactEndings = [
  'solved',
  'partner-sent',
  'for-office',
  'not-urgent',
  'passed-on',
  'talked',
  'rang-again',
  'not-reached',
  'no-number',
  'wrong-number',
  'silent',
  'unwelcome',
] as const
export type ContactEnding = (typeof contactEndings)[number]

/** What the caller may count on now. */
export const agreements = ['nothing', 'somebody-comes', 'office-rings', 'they-do-it', 'they-ring-again'] as const
export type Agreement = (typeof agreements)[number]

export const stepKinds = [
  'arrived',
  'answered',
  'fell-away',
  'rang-again',
  'returned',
  'offered',
  'offer-declined',
  'offer-withdrawn',
  'handed-over',
  'taken-over',
  'raised',
  'lowered',
  'call-back-promised',
  'call-back-tried',
  'call-ended',
  'caller-found',
  'danger-denied',
  'number-noted',
  'place-noted',
  'kind-found',
  'closed',
  'reopened',
] as const
export type StepKind = (typeof stepKinds)[number]

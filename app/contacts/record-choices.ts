import type { LineKind } from '#app/lines/line.ts'
import { type ContactEnding, type ContactKind, repairKinds } from './contact.ts'

const questions: ContactKind[] = ['rent', 'moving', 'worry-about-somebody', 'other-question']

/** What a contact can be about, by the line it came by: what is asked there most stands first. */
export const kindsOf: Record<LineKind, readonly ContactKind[]> = {
  'urgent-repairs': [...repairKinds, 'worry-about-somebody', 'other-question'],
  general: [...questions, ...repairKinds],
  chat: ['chat', 'worry-about-somebody', 'other-question'],
}

const nobodyThere: ContactEnding[] = ['not-reached', 'no-number', 'wrong-number', 'silent', 'unwelcome']

/** What a person can say came of it; others are written by the house itself. */
export const endingsOf: Record<LineKind, readonly ContactEnding[]> = {
  'urgent-repairs': ['solved', 'partner-sent', 'for-office', 'not-urgent', 'passed-on', ...nobodyThere],
  general: ['solved', 'for-office', 'passed-on', 'partner-sent', ...nobodyThere],
  chat: ['talked', 'for-office', 'passed-on', ...nobodyThere],
}

/** What else a record can be saved with: it stays open, to be rung back. */
export const goingOn = ['ring-back', 'try-again', 'dropped'] as const
export type GoingOn = (typeof goingOn)[number]
export type RecordResult = ContactEnding | GoingOn
export const isGoingOn = (result: RecordResult): result is GoingOn =>
  (goingOn as readonly RecordResult[]).includes(result)

/** Within how many minutes somebody is rung back, where no moment was agreed. */
export const ringBackMinutes = ['10', '30', '60'] as const

/** Why something is less urgent than it was held for. */
export const loweringReasons = ['looked-into', 'others-are-there', 'made-safe', 'by-mistake', 'otherwise'] as const
export type LoweringReason = (typeof loweringReasons)[number]

export const dangerAnswers = ['yes', 'no', 'unknown'] as const
export type DangerAnswer = (typeof dangerAnswers)[number]

import type { TriageKind } from '#app/triage/kinds.ts'
import type { VerdictClass } from '#app/triage/protocol.ts'
import type { OverrideReason } from '#app/triage/run.ts'

/** Which runs a figure counts: each opens its own rows. */
export const runViews = [
  'judged',
  'danger',
  'urgent',
  'working-day',
  'none',
  'raised',
  'lowered',
  'rang-again',
  'open',
  'replaced',
  'slow',
  'corrected',
  'read-back-corrected',
  'safety-unread',
] as const
export type RunView = (typeof runViews)[number]

/** What some of the counted runs are a share of, and no figure of its own. */
export const wholes = ['started', 'not-urgent', 'read-back', 'with-safety'] as const
export type Whole = (typeof wholes)[number]

/** Of what each figure is a share. */
export const wholeOf: Record<RunView, RunView | Whole> = {
  judged: 'started',
  danger: 'judged',
  urgent: 'judged',
  'working-day': 'judged',
  none: 'judged',
  raised: 'judged',
  lowered: 'judged',
  'rang-again': 'not-urgent',
  open: 'started',
  replaced: 'started',
  slow: 'judged',
  corrected: 'started',
  'read-back-corrected': 'read-back',
  'safety-unread': 'with-safety',
}

/** Over how many days back something is counted. */
export const periods = [30, 90] as const
export type Period = (typeof periods)[number]

/** Longer than this from the first question to the verdict is slow: somebody waits in need. */
export const slowSeconds = 180
/** So long after it was started without a verdict, nobody is busy with it any more. */
export const openMinutes = 60
/** Whoever rings again within so many hours rings about the same. */
export const againHours = 24

/** `half`, `most`: within how many seconds half of the verdicts, and nine of ten, were there; null without any. */
export type Figures = Record<RunView | Whole, number> & { half: number | null; most: number | null }

export type EndFigures = Figures & { kind: TriageKind; end: string; rule: number }
export type QuestionFigures = {
  kind: TriageKind
  question: string
  yes: number
  no: number
  unknown: number
  corrected: number
}
/** What operators made of verdicts of an end, or what a kind turned out to be. */
export type OverrideFigures = {
  kind: TriageKind
  end: string
  direction: 'up' | 'down'
  class: VerdictClass
  hours: number | null
  reason: OverrideReason | null
  count: number
}
export type ReplacedFigures = { kind: TriageKind; to: TriageKind; count: number }

export type Quality = {
  all: Figures
  kinds: (Figures & { kind: TriageKind })[]
  corporations: (Figures & { corporationId: number })[]
  ends: EndFigures[]
  questions: QuestionFigures[]
  overrides: OverrideFigures[]
  replaced: ReplacedFigures[]
}

/** Of fewer than this no share is told: one caller more or less would change all of it. */
export const fewest = 10

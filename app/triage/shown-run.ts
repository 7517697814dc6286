import type { FilledPart } from '#app/reference-values/fill-values.ts'
import type { Circumstance } from './circumstances.ts'
import type { TriageKind } from './kinds.ts'
import type { Answer, Trade, VerdictClass } from './protocol.ts'
import type { Override } from './run.ts'

/** A question as it stands on the screen, its numbers and amounts filled in. */
export type ShownQuestion = { id: string; ask: FilledPart[]; why: FilledPart[] }
export type ShownStep = ShownQuestion & { answer: Answer }

/** What comes out, and how it is said. `hours`, `class`: what the protocol says; with an override what holds is in `holds`. */
export type ShownVerdict = {
  class: VerdictClass
  hours: number | null
  rule: number
  raisedBy: Circumstance[]
  holds: { class: VerdictClass; hours: number | null }
  override: (Override & { by: string | null; words: string }) | null
  because: FilledPart[]
  say: FilledPart[]
  safety: { text: FilledPart[]; isRead: boolean }[]
  worse: FilledPart[]
  trades: Trade[]
  ringBackMinutes: number | null
  /** Somebody is sent whom they pay: told and agreed before anything. Never in danger, nor when nobody is sent after all. */
  isOwnAccount: boolean
  /** What they said of the costs; null while they were not asked. */
  costsAgreed: boolean | null
  /** Nobody of the corporation stands for these words. */
  isConcept: boolean
}

/** How far a run is, as the page of its contact shows it. */
export type RunProgress = {
  id: string
  /** How much was written of it: of two, whichever has more is the newer. */
  entryCount: number
  steps: ShownStep[]
  asking: ShownQuestion | null
  circumstances: Circumstance[]
  verdict: ShownVerdict | null
}

/** A run as the page of its contact shows it. */
export type ShownRun = RunProgress & {
  kind: TriageKind
  /** Null for the base, which is the same for everybody. */
  version: number | null
  startedAt: Date
  starter: string | null
  replacedAt: Date | null
  /** What makes it worse on this protocol. */
  raises: Circumstance[]
  readBack: { isCorrected: boolean; text: string; before: string } | null
  readBackAt: Date | null
  ringBackAt: Date | null
  rungBackAt: Date | null
  changes: ShownChange[]
}

/** An answer that was given and then corrected, with by whom and when. */
export type ShownChange = { ask: FilledPart[]; answer: Answer; at: Date; who: string | null }

import type { VerdictClass } from './protocol.ts'

/**
 * What stood on the screen of whoever answers or reads out: another tab, or whoever had it before, may have gone on since.
 * `run`: its id; `verdict`: as `verdictMark` has it, where what is done is about the verdict.
 */
export type SeenRun = { run: string; verdict: string | null }

type Marked = { rule: number; class: VerdictClass; hours: number | null }

/** Says which verdict it is: by which rule, and how fast. */
export const verdictMark = ({ rule, class: urgency, hours }: Marked) => `${rule}-${urgency}-${hours ?? ''}`

export function isAsSeen({ id, verdict }: { id: string; verdict: Marked | null }, seen: SeenRun): boolean {
  if (id !== seen.run) return false
  return seen.verdict === null || (verdict !== null && verdictMark(verdict) === seen.verdict)
}

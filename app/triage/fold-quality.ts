import type { Verdict } from './engine.ts'
import { entry, type Protocol } from './protocol.ts'
import type { Entry } from './run.ts'

/** What the figures count of a run, as its columns hold it. */
export type QualityOfRun = {
  corrected: string[]
  readBackCorrected: boolean
  safetyLines: number
  safetyRead: number
}

/** What went otherwise than it should at once, of all that was written of a run; `verdict`: what it came to. */
export function foldQuality(
  entries: readonly Entry[],
  verdict: Verdict | null,
  protocol: Pick<Protocol, 'ends'>,
): QualityOfRun {
  const answered = new Set<string>()
  const corrected = new Set<string>()
  const read = new Set<number>()
  let readBackCorrected = false
  for (const written of entries) {
    if (written.kind === 'answer')
      (answered.has(written.details.question) ? corrected : answered).add(written.details.question)
    if (written.kind === 'safety-read' && written.details.end === verdict?.end) read.add(written.details.line)
    if (written.kind === 'read-back' && written.details.state === 'corrected') readBackCorrected = true
  }
  const lines = (verdict && entry(protocol.ends, verdict.end)?.safety.length) ?? 0
  return { corrected: [...corrected], readBackCorrected, safetyLines: lines, safetyRead: read.size }
}

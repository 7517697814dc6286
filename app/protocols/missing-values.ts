import type { ValueKey } from '#app/reference-values/value-keys.ts'
import type { OwnValue } from '#app/reference-values/values-at.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { checkTexts } from './check-texts.ts'
import { textRules } from './text-rules.ts'

/** A number or amount that is to be read out and is not there: of which protocols, and from which day; null: now already. */
export type MissingValue = { key: ValueKey; kinds: TriageKind[]; fromOn: string | null }

type Known = { today: string; own: readonly OwnValue[]; knownOn: (day: string) => ReadonlySet<string> }

/** What the texts that hold now lack, today or from a day on which something ends; of each key the first day. */
export function missingValues(protocols: readonly Protocol[], { today, own, knownOn }: Known): MissingValue[] {
  const days = [today, ...new Set(own.map(({ fromOn }) => fromOn).filter((day) => day > today))].sort()
  const missing = new Map<string, MissingValue>()
  for (const day of days)
    for (const [key, kinds] of lackedBy(protocols, knownOn(day)))
      if (!missing.has(key)) missing.set(key, { key: key as ValueKey, kinds, fromOn: day === today ? null : day })
  return [...missing.values()]
}

function lackedBy(protocols: readonly Protocol[], known: ReadonlySet<string>): Map<string, TriageKind[]> {
  const lacked = new Map<string, TriageKind[]>()
  for (const protocol of protocols)
    for (const finding of checkTexts(protocol, { ...textRules, known })) {
      if (finding.what !== 'unknown-value') continue
      const kinds = lacked.get(finding.key) ?? []
      if (!kinds.includes(protocol.kind)) lacked.set(finding.key, [...kinds, protocol.kind])
    }
  return lacked
}

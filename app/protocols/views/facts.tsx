import type { Protocol } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { type Fact, factsOf } from '../part-facts.ts'
import type { PartPlace } from '../patch.ts'
import { useWords } from '../words.ts'

type FactsProps = { place: PartPlace; value: unknown; protocol: Protocol; unlike?: unknown }

/** The facts of a place; those of `unlike`, when given, only where they differ. */
export function useFacts({ place, value, protocol, unlike }: FactsProps): Fact[] {
  const words = { words: useWords(), triage: useTriageWords(), protocol }
  const facts = factsOf(place, value, words)
  if (unlike === undefined || unlike === null) return facts
  const others = new Map(factsOf(place, unlike, words).map(({ term, value: other }) => [term, other]))
  return facts.filter(({ term, value: one }) => others.get(term) !== one)
}

/** What stands at a place, to read. */
export function Facts(props: FactsProps) {
  const facts = useFacts(props)
  return (
    <DefinitionList
      items={facts.map(({ term, value }) => ({
        term,
        value: <span className="whitespace-pre-line wrap-anywhere">{value}</span>,
      }))}
    />
  )
}

import { sentenceOf } from '#app/ui/catalogue.ts'
import { useWords } from '#app/ui/language.tsx'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'

/** The sentence for a reason that a rule or an operation gives; none for no reason. */
export function useRefusal() {
  const { refusals } = useWords({ nl, en })
  return (reason: string | undefined) => (reason ? sentenceOf(refusals, reason, refusals.other) : undefined)
}

import { sentenceOf } from '#app/ui/catalogue.ts'
import { useWords } from '../words.ts'

/** The sentence for a reason that a rule or an operation gives; none for no reason. */
export function useRefusal() {
  const { refusals } = useWords()
  return (reason: string | undefined) => (reason ? sentenceOf(refusals, reason, refusals.other) : undefined)
}

import type { FilledPart } from '#app/reference-values/fill-values.ts'
import { useWords as useValueWords } from '#app/reference-values/words.ts'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { useRunWords } from '../run-words.ts'

/** A text of a protocol with its numbers to press; it is always in the language of the callers. */
export const SpokenText = ({ parts }: { parts: readonly FilledPart[] }) => (
  <span lang="nl">
    {parts.map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <Part key={index} part={part} />
    ))}
  </span>
)

function Part({ part }: { part: FilledPart }) {
  const words = useRunWords()
  const { names } = useValueWords()
  if (part.kind === 'missing') return <strong className="text-attention-ink">{words.missing(names[part.key])}</strong>
  return part.kind === 'phone' ? <PhoneLink number={part.number} text={part.text} /> : part.text
}

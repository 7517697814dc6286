import { fillValues } from '#app/reference-values/fill-values.ts'
import type { ValueKey } from '#app/reference-values/value-keys.ts'
import { useWords as useValueWords } from '#app/reference-values/words.ts'
import { useWords } from '../words.ts'

/** What a value is today; null when the corporation has not filled it in. */
export type ShownValueText = { key: ValueKey; text: string | null }

/** A text as it is read out, with today's numbers and amounts in it. */
export function FilledText({ text, values }: { text: string; values: readonly ShownValueText[] }) {
  const { names } = useValueWords()
  const { form } = useWords()
  const known = new Map(
    values.flatMap(({ key, text: shown }) => (shown ? [[key, { value: shown, text: shown }] as const] : [])),
  )
  return (
    <span className="wrap-anywhere">
      {fillValues(text, known).map((part, index) => {
        const key = `${index}${part.kind}`
        if (part.kind === 'written') return <span key={key}>{part.text}</span>
        if (part.kind === 'missing')
          return (
            <mark key={key} className="bg-attention-soft px-1 text-attention-ink">
              {names[part.key]}: {form.missing}
            </mark>
          )
        return (
          <strong key={key} className="whitespace-nowrap">
            {part.text}
          </strong>
        )
      })}
    </span>
  )
}

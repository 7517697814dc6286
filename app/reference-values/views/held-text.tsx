import { PhoneLink } from '#app/ui/phone-link.tsx'
import type { ToldValue } from '../told-values.ts'
import { valueTypeOf } from '../value-keys.ts'
import { useWords } from '../words.ts'

/** What holds for a key: a number rings when it is pressed, and what is not filled in says so. */
export function HeldText({ held: { key, value, text } }: { held: ToldValue }) {
  const words = useWords()
  if (value === null || text === null) return <span className="text-ink-soft">{words.missing}</span>
  return valueTypeOf(key) === 'phone' ? (
    <PhoneLink number={value} text={text} />
  ) : (
    <span className="tabular">{text}</span>
  )
}

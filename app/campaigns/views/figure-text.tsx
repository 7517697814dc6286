import { dateWords, numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { Plan } from '../plan.ts'
import { useWords } from '../words.ts'

/** `useNumber()(2000)` is `2.000`; one decimal only where it says something. */
export function useNumber() {
  const language = useLanguage()
  return (value: number) => numberText(value, language)
}

/** Hours as people say them: whole from ten on, halves below. */
export function useHours() {
  const language = useLanguage()
  return (hours: number) => {
    const rounded = hours >= 10 ? Math.round(hours) : Math.round(hours * 2) / 2
    return numberText(rounded, language, Number.isInteger(rounded) ? 0 : 1)
  }
}

/** A share of a whole as a bar; the words beside it say the number. Drawn, since styles in attributes are not used. */
export function ShareBar({ part, whole }: { part: number; whole: number }) {
  const share = whole > 0 ? (part / whole) * 100 : 0
  return (
    <svg aria-hidden="true" className="h-2 w-full min-w-16">
      <rect width="100%" height="100%" rx="4" className="fill-surface-sunk" />
      {share > 0 && <rect width={`${Math.max(1, share)}%`} height="100%" rx="4" className="fill-accent" />}
    </svg>
  )
}

/** `17 dec`: short enough for a large figure on a phone, with the year when it is another. */
export const ShortDate = ({ on, today }: { on: string; today: string }) => (
  <time dateTime={on}>{dateWords(on, today, { language: useLanguage(), length: 'short' })}</time>
)

/** When it is done: two days it lies between, as nobody knows the day itself, and what that counts on. */
export function useFinish({ finishBetween, pace }: Plan, today: string) {
  const all = useWords()
  if (!finishBetween) return { value: all.list.notKnown }
  const { first, last } = finishBetween
  const value =
    first === last ? (
      <ShortDate on={first} today={today} />
    ) : (
      <>
        <ShortDate on={first} today={today} /> {all.start.until} <ShortDate on={last} today={today} />
      </>
    )
  return { value, note: all.start.paces[pace] }
}

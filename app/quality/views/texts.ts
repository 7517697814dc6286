import type { VerdictClass } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { clockText, numberText, percentText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { fewest } from '../figures.ts'
import { useWords } from '../words.ts'

/** How figures and verdicts are written on these pages. */
export function useQualityTexts() {
  const words = useWords()
  const codes = useTriageWords()
  const language = useLanguage()
  const number = (value: number) => numberText(value, language)
  return {
    number,
    /** "6 van 20 (30%)"; of few callers the number alone. */
    share: (count: number, of: number) =>
      of < fewest || count === 0
        ? number(count)
        : `${words.share(number(count), number(of))} (${percentText(count, of, language)})`,
    /** "30%"; of few callers nothing, since a share says nothing then. */
    percent: (count: number, of: number) => (of < fewest || count === 0 ? '' : percentText(count, of, language)),
    seconds: (value: number | null) => (value === null ? '–' : `${clockText(value)} min`),
    verdict: ({ class: verdictClass, hours }: { class: VerdictClass; hours: number | null }) =>
      verdictClass === 'urgent' && hours !== null
        ? `${codes.classes.urgent} ${codes.hours(hours)}`
        : codes.classes[verdictClass],
  }
}

import type { Figures } from '#app/contacts/figures.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { durationText, numberText, percentText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Stat, StatRow } from '#app/ui/stat.tsx'
import type { NightView } from '../night-views.ts'
import { useWords } from '../words.ts'

type Props = { figures: Figures; forOffice: number; waiting: number; to: (view: NightView) => string }

/** What a night came to; each figure opens its own contacts below. */
export function NightFigures(props: Props) {
  const { figures: words } = useWords()
  return (
    <Section title={words.title}>
      <StatRow>
        <CallStats {...props} />
        <OfficeStats {...props} />
      </StatRow>
      <Disclosure label={words.meaning}>
        <ul className="flex list-disc flex-col gap-1 pl-6">
          {words.meanings.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ul>
      </Disclosure>
    </Section>
  )
}

function useFigure() {
  const language = useLanguage()
  return (value: number) => numberText(value, language)
}

function CallStats({ figures, to }: Props) {
  const { figures: words } = useWords()
  const language = useLanguage()
  const text = useFigure()
  const others = figures.contacts - figures.calls
  const [inTime, atOnce] = [figures['answered-in-time'], figures['hung-up-at-once']]
  return (
    <>
      <Stat
        label={words.calls}
        value={text(figures.calls)}
        note={others > 0 && words.others(text(others))}
        to={figures.calls > 0 ? to('calls') : undefined}
      />
      <Stat
        label={words['answered-in-time']}
        value={percentText(inTime, figures.ended, language)}
        note={figures.ended > 0 && words.share(text(inTime), text(figures.ended))}
        to={inTime > 0 ? to('answered-in-time') : undefined}
      />
      <Stat label={words.missed} value={text(figures.missed)} to={figures.missed > 0 ? to('missed') : undefined} />
      <Stat label={words['hung-up-at-once']} value={text(atOnce)} to={atOnce > 0 ? to('hung-up-at-once') : undefined} />
    </>
  )
}

function OfficeStats({ figures, forOffice, waiting, to }: Props) {
  const { figures: words } = useWords()
  const language = useLanguage()
  const text = useFigure()
  const longest = figures.longestWaitMs
  return (
    <>
      <Stat
        label={words.longest}
        value={longest > 0 ? durationText(longest / 1000, language) : words.none}
        to={longest > 0 ? to('longest') : undefined}
      />
      <Stat
        label={words['for-office']}
        value={text(forOffice)}
        note={forOffice > 0 && (waiting > 0 ? words.toDo(text(waiting)) : words.allDone)}
        to={forOffice > 0 ? to('for-office') : undefined}
      />
    </>
  )
}

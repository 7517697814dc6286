import { useTriageWords } from '#app/triage/triage-words.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Section } from '#app/ui/page.tsx'
import { Stat, StatRow } from '#app/ui/stat.tsx'
import { type Figures, type RunView, runViews, wholeOf } from '../figures.ts'
import { qualityAddress } from '../filter.ts'
import { useWords } from '../words.ts'
import type { QualityPlace } from './signals.tsx'
import { useQualityTexts } from './texts.ts'

/** What came of all callers of the filter; each figure opens its own rows. */
export function QualityFigures({ figures, place }: { figures: Figures; place: QualityPlace }) {
  const words = useWords()
  const { kinds } = useTriageWords()
  const { number, percent, seconds } = useQualityTexts()
  const { kind } = place.filter
  return (
    <Section title={kind ? words.figuresOf(kinds[kind].toLowerCase()) : words.figures}>
      <StatRow>
        <Stat label={words.started} value={number(figures.started)} />
        {runViews.map((view) => (
          <Stat
            key={view}
            label={words.views[view]}
            value={number(figures[view])}
            note={percent(figures[view], figures[wholeOf[view]])}
            to={figures[view] > 0 ? rowsOf(view, place) : undefined}
          />
        ))}
        <Stat label={words.half} value={seconds(figures.half)} />
        <Stat label={words.most} value={seconds(figures.most)} />
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

/** The rows of one figure. */
export function rowsOf(view: RunView, { path, filter }: QualityPlace, more: { end?: string; question?: string } = {}) {
  const { days, corporationId, kind } = filter
  return qualityAddress(`${path}/runs`, { days, corporationId, kind, view, ...more })
}

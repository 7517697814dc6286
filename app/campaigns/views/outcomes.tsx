import { EmptyState } from '#app/ui/empty-state.tsx'
import { percentText } from '#app/ui/format.ts'
import { Funnel } from '#app/ui/funnel.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Section, Stack } from '#app/ui/page.tsx'
import type { Progress } from '../campaign-progress.server.ts'
import { useWords } from '../words.ts'
import { ShareBar, useNumber } from './figure-text.tsx'

type OutcomesProps = { progress: Pick<Progress, 'outcomes' | 'partsOfDay'> }

/** How the calls went, and at which part of the day people answer. */
export function Outcomes({ progress: { outcomes, partsOfDay } }: OutcomesProps) {
  const all = useWords()
  const words = all.progress
  const rows = outcomes.map(({ outcome, attempts }) => ({
    key: outcome,
    label: all.outcomes[outcome],
    count: attempts,
  }))
  return (
    <Stack gap="wide">
      <Section title={words.outcomes} lead={words.outcomesLead} isPanel>
        {rows.length === 0 ? (
          <EmptyState title={words.noDays}>{words.noOutcomesLead}</EmptyState>
        ) : (
          <Funnel label={words.outcomes} rows={rows} />
        )}
      </Section>
      {partsOfDay.length > 0 && (
        <Section title={words.parts} lead={words.partsLead} isPanel>
          <PartsOfDay parts={partsOfDay} />
        </Section>
      )}
    </Stack>
  )
}

function PartsOfDay({ parts }: { parts: Progress['partsOfDay'] }) {
  const all = useWords()
  const number = useNumber()
  const language = useLanguage()
  return (
    <ol className="flex flex-col gap-3 print:gap-1">
      {parts.map(({ part, attempts, reached }) => (
        <li key={part} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1">
          <span>{all.dayParts[part]}</span>
          <span className="tabular">{percentText(reached, attempts, language)}</span>
          <span className="col-span-2">
            <ShareBar part={reached} whole={attempts} />
          </span>
          <span className="col-span-2 text-sm text-ink-soft">
            {all.progress.answered(number(reached), number(attempts))}
          </span>
        </li>
      ))}
    </ol>
  )
}

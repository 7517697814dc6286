import { EmptyState } from '#app/ui/empty-state.tsx'
import { percentText } from '#app/ui/format.ts'
import { useWords } from '#app/ui/language.tsx'
import { Section, Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Progress } from '../progress.server.ts'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'
import { useNumber } from './figures.tsx'
import { ShareTable } from './share-table.tsx'

type OutcomesProps = { progress: Pick<Progress, 'outcomes' | 'partsOfDay'> }

/** How the calls went, and at which part of the day people answer. */
export function Outcomes({ progress: { outcomes, partsOfDay } }: OutcomesProps) {
  const all = useWords({ nl, en })
  const words = all.progress
  const rows = outcomes.map(({ outcome, attempts }) => ({
    key: outcome,
    label: all.outcomes[outcome],
    count: attempts,
  }))
  return (
    <Stack gap="wide">
      <Section title={words.outcomes} isPanel>
        <ShareTable
          caption={words.outcomes}
          label={words.outcome}
          countLabel={words.times}
          rows={rows}
          empty={<EmptyState title={words.noDays}>{words.noOutcomesLead}</EmptyState>}
        />
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
  const all = useWords({ nl, en })
  const words = all.progress
  const number = useNumber()
  return (
    <Table
      caption={words.parts}
      isCaptionHidden
      rows={parts}
      rowKey={({ part }) => part}
      columns={[
        {
          key: 'part',
          label: words.part,
          cell: ({ part }) => <span className="font-normal">{all.dayParts[part]}</span>,
        },
        { key: 'attempts', label: words.ofAttempts, isNumeric: true, cell: ({ attempts }) => number(attempts) },
        { key: 'reached', label: words.spoken, isNumeric: true, cell: ({ reached }) => number(reached) },
        {
          key: 'share',
          label: words.share,
          isNumeric: true,
          cell: ({ reached, attempts }) => percentText(reached, attempts),
        },
      ]}
    />
  )
}

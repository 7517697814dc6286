import { EmptyState } from '#app/ui/empty-state.tsx'
import { useWords } from '#app/ui/language.tsx'
import { Section, Stack } from '#app/ui/page.tsx'
import { useCallWords } from '../call-view/use-call-words.ts'
import type { Progress } from '../progress.server.ts'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'
import { ShareTable } from './share-table.tsx'

type NeedsProps = { progress: Pick<Progress, 'topics' | 'wellbeing'> }

/** What the conversations were about, and how people are doing: counts, never who. */
export function Needs({ progress: { topics, wellbeing } }: NeedsProps) {
  const words = useWords({ nl, en }).progress
  const names: { topics: Record<string, string>; wellbeings: Record<string, string> } = useCallWords()
  return (
    <Stack gap="wide">
      <Section title={words.needs} lead={words.needsLead} isPanel>
        <ShareTable
          caption={words.needs}
          label={words.need}
          countLabel={words.conversations}
          rows={topics.map(({ topic, conversations }) => ({
            key: topic,
            label: names.topics[topic] ?? topic,
            count: conversations,
          }))}
          empty={<EmptyState title={words.noNeeds}>{words.noNeedsLead}</EmptyState>}
        />
      </Section>
      {wellbeing.length > 0 && (
        <Section title={words.wellbeing} isPanel>
          <ShareTable
            caption={words.wellbeing}
            label={words.wellbeing}
            countLabel={words.conversations}
            rows={wellbeing.map((row) => ({
              key: row.wellbeing,
              label: names.wellbeings[row.wellbeing] ?? row.wellbeing,
              count: row.conversations,
            }))}
          />
        </Section>
      )}
    </Stack>
  )
}

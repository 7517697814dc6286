import { useWords as useConversationWords } from '#app/conversations/words.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Funnel } from '#app/ui/funnel.tsx'
import { Section, Stack } from '#app/ui/page.tsx'
import type { Progress } from '../campaign-progress.server.ts'
import { useWords } from '../words.ts'

type NeedsProps = { progress: Pick<Progress, 'topics' | 'wellbeing'>; hidesFew: boolean }

/** What the conversations were about, and how people are doing: counts, never who. */
export function Needs({ progress: { topics, wellbeing }, hidesFew }: NeedsProps) {
  const words = useWords().progress
  const names: { topics: Record<string, string>; wellbeings: Record<string, string> } = useConversationWords()
  const row = (key: string, label: string | undefined, count: number) => ({ key, label: label ?? key, count })
  return (
    <Stack gap="wide">
      <Section title={words.needs} lead={words.needsLead} isPanel>
        {topics.length === 0 ? (
          <EmptyState title={words.noNeeds}>{words.noNeedsLead}</EmptyState>
        ) : (
          <Funnel
            label={words.needs}
            rows={topics.map(({ topic, conversations }) => row(topic, names.topics[topic], conversations))}
          />
        )}
      </Section>
      {wellbeing.length > 0 && (
        <Section title={words.wellbeing} lead={words.wellbeingLead} isPanel>
          <Funnel
            label={words.wellbeing}
            rows={wellbeing.map((each) => row(each.wellbeing, names.wellbeings[each.wellbeing], each.conversations))}
          />
        </Section>
      )}
      {hidesFew && <p className="text-sm text-ink-soft">{words.fewHidden}</p>}
    </Stack>
  )
}

import { MomentText } from '#app/ui/date-text.tsx'
import { Section } from '#app/ui/page.tsx'
import type { SpreadPreview } from '../spread-homes.server.ts'
import { useWords } from '../words.ts'
import { useNumber } from './figure-text.tsx'
import { SpreadTable } from './spread-table.tsx'

type SpreadViewProps = { spread: SpreadPreview; spreadAt: Date | null; now: Date }

/** Who gets how many, said in a sentence and then by name. */
export function SpreadView({ spread: { callers, pool }, spreadAt, now }: SpreadViewProps) {
  const words = useWords().start
  const number = useNumber()
  const lists = callers.map(({ homes }) => homes)
  const isEven = new Set(lists).size <= 1
  const isSameHours = new Set(callers.map(({ hours }) => hours)).size <= 1
  return (
    <Section title={spreadAt ? words.given : words.preview} isPanel>
      {callers.length > 0 && (
        <p>
          {words.spreadLead(number(Math.min(...lists)), number(Math.max(...lists)))}{' '}
          {isEven ? null : isSameHours ? words.even : words.spreadByHours}
          {spreadAt && (
            <span className="block text-ink-soft">
              {words.spreadAt} <MomentText at={spreadAt} now={now} />. {words.again}
            </span>
          )}
        </p>
      )}
      <SpreadTable callers={callers} caption={words.spread} />
      {pool > 0 && <p>{words.poolLead(number(pool))}</p>}
    </Section>
  )
}

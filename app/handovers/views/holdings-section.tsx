import { Banner } from '#app/ui/banner.tsx'
import { dayText, numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Holdings, RoundHoldings } from '../holdings.server.ts'
import { sorts } from '../sorts.ts'
import { useWords } from '../words.ts'

const mostDays = 8

type Props = { name: string; holdings: Holdings; today: string }

/** What would be left lying, before anybody decides. */
export function HoldingsSection({ name, holdings, today }: Props) {
  const words = useWords()
  const { rounds, total, onTheLine, withoutOthers } = holdings
  return (
    <Section title={words.holds(name)}>
      {onTheLine[0] && <Banner tone="attention">{words.onTheLine(name, onTheLine[0])}</Banner>}
      {rounds.length === 0 ? (
        <p>{words.holdsNothing(name)}</p>
      ) : (
        <RoundTable rounds={rounds} total={total} caption={words.holds(name)} />
      )}
      <DueDays due={holdings.due} today={today} />
      {total.gestures > 0 && <p className="text-ink-soft">{words.gesturesStay}</p>}
      {withoutOthers.length > 0 && <Banner tone="attention">{words.withoutOthers(withoutOthers.join(', '))}</Banner>}
    </Section>
  )
}

/** Only the sorts there are; with more rounds than one also all together. */
function RoundTable({ rounds, total, caption }: Pick<Holdings, 'rounds' | 'total'> & { caption: string }) {
  const words = useWords()
  const language = useLanguage()
  const all = { ...total, campaignId: 'all', name: words.inAll }
  const rows: RoundHoldings[] = rounds.length > 1 ? [...rounds, all] : rounds
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ campaignId }) => campaignId ?? 'none'}
      columns={[
        { key: 'round', label: words.round, cell: (row) => row.name || words.withoutRound },
        ...sorts
          .filter((sort) => total[sort] > 0)
          .map((sort) => ({
            key: sort,
            label: words.sorts[sort],
            isNumeric: true,
            cell: (row: RoundHoldings) => numberText(row[sort], language),
          })),
      ]}
    />
  )
}

function DueDays({ due, today }: Pick<Holdings, 'due'> & { today: string }) {
  const words = useWords()
  const language = useLanguage()
  if (due.length === 0) return null
  const days = due
    .slice(0, mostDays)
    .map(({ on, count }) => words.dueOn(dayText(on, today, language), numberText(count, language), count === 1))
  const more = due.length > mostDays ? [words.more(numberText(due.length - mostDays, language))] : []
  return (
    <p>
      {words.due}: {[...days, ...more].join(', ')}
    </p>
  )
}

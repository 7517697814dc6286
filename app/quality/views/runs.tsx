import type { TriageKind } from '#app/triage/kinds.ts'
import type { End } from '#app/triage/protocol.ts'
import type { OverrideReason } from '#app/triage/run.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { type QualityFilter, qualityAddress } from '../filter.ts'
import { useWords } from '../words.ts'
import { useQualityTexts } from './texts.ts'

/** A run behind a figure, as the page has it. */
type Run = {
  id: string
  corporation: string
  kind: TriageKind
  startedAt: string
  seconds: number | null
  rule: number | null
  verdict: Verdict | null
  override: (Verdict & { direction: 'up' | 'down'; reason: OverrideReason | null }) | null
  /** Where its contact is, for who may open it. */
  to: string | null
}
type Verdict = Pick<End, 'class' | 'hours'>

type Props = {
  filter: QualityFilter
  path: string
  rows: Run[]
  paging: { page: number; perPage: number; total: number }
  isOfDesk: boolean
  now: string
}

/** The callers that one figure counts, in codes: no name, no address, and not by whom they were helped. */
export function QualityRuns({ filter, path, rows, paging, isOfDesk, now }: Props) {
  const { rows: words, views } = useWords()
  const { kinds } = useTriageWords()
  const { days, kind, corporationId } = filter
  const what = filter.question ? words.unknownTitle : words.title(views[filter.view].toLowerCase())
  return (
    <Page>
      <PageHeader
        title={what}
        meta={kind && kinds[kind]}
        back={{ to: qualityAddress(path, { days, kind, corporationId }), label: words.back }}
      />
      <RunTable rows={rows} caption={what} isOfDesk={isOfDesk} now={now} />
      <Pagination {...paging} to={(page) => qualityAddress(`${path}/runs`, { ...filter, page })} />
    </Page>
  )
}

type TableProps = Pick<Props, 'rows' | 'isOfDesk' | 'now'> & { caption: string }

function RunTable({ rows, caption, isOfDesk, now }: TableProps) {
  const { rows: words, corporation, kind: kindLabel } = useWords()
  const { kinds } = useTriageWords()
  const { seconds } = useQualityTexts()
  const texts = useRunTexts()
  const [zone, language] = [useTimeZone(), useLanguage()]
  const when = (at: string) => momentText(at, now, { zone, language })
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ to }) => to ?? undefined}
      empty={<EmptyState title={words.none}>{words.noneLead}</EmptyState>}
      columns={[
        {
          key: 'when',
          label: words.when,
          isShort: true,
          cell: ({ startedAt, to }) =>
            to ? words.toContact(when(startedAt)) : <MomentText at={startedAt} now={now} />,
        },
        ...(isOfDesk ? [{ key: 'corporation', label: corporation, cell: (row: Run) => row.corporation }] : []),
        { key: 'kind', label: kindLabel, cell: ({ kind }) => kinds[kind] },
        { key: 'verdict', label: words.verdict, cell: texts.verdict },
        { key: 'override', label: words.override, cell: texts.override },
        { key: 'took', label: words.took, isNumeric: true, isShort: true, cell: (row) => seconds(row.seconds) },
      ]}
    />
  )
}

function useRunTexts() {
  const { rows: words } = useWords()
  const { overrideReasons } = useTriageWords()
  const { verdict: verdictText } = useQualityTexts()
  return {
    verdict: ({ verdict, rule }: Run) =>
      verdict ? `${verdictText(verdict)}${rule === null ? '' : `, ${words.rule(String(rule))}`}` : words.noVerdict,
    override: ({ override }: Run) => {
      if (!override) return words.asIs
      const to = verdictText(override)
      if (override.direction === 'up') return words.raised(to)
      return words.lowered(to, override.reason ? overrideReasons[override.reason].toLowerCase() : '')
    },
  }
}

import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { qualityAddress } from '../filter.ts'
import type { QualityPage } from '../quality-page.server.ts'
import { useWords } from '../words.ts'
import { QualityFigures } from './figures.tsx'
import { QualityFilterForm } from './filter-form.tsx'
import { type QualityPlace, QualitySignals } from './signals.tsx'
import { type ShownSuggestion, SuggestionList } from './suggestion-list.tsx'
import { CorporationTable, EndTable, KindTable, QuestionTable } from './tables.tsx'

type Shown = Omit<QualityPage, 'suggestions'> & { suggestions: ShownSuggestion[] }
type Props = {
  shown: Shown
  place: QualityPlace
  back: { to: string; label: string }
  /** Those of a desk; null for a corporation, which sees its own. */
  corporations: { id: number; name: string }[] | null
  settlesTo?: string | null
  isSent?: boolean
}

/** How the protocols do: what stands out, the figures with their rows, and what a desk would change. */
export function QualityView({ shown, place, back, corporations, settlesTo, isSent = false }: Props) {
  const words = useWords()
  const { days, kind, corporationId } = shown.filter
  return (
    <Page width="full">
      <PageHeader
        title={words.title}
        meta={words.lead}
        back={back}
        secondary={
          <LinkButton
            to={qualityAddress(`${place.path}/file`, { days, kind, corporationId })}
            reloadDocument
            icon="download"
          >
            {words.file}
          </LinkButton>
        }
      />
      {isSent && <Banner isLive>{words.suggestion.sent}</Banner>}
      <Banner>{words.notPeople}</Banner>
      <QualityFilterForm filter={shown.filter} corporations={corporations} />
      {shown.all.started === 0 && (
        <EmptyState title={words.none} icon="list">
          {words.noneLead}
        </EmptyState>
      )}
      {shown.all.started > 0 && <Counted shown={shown} place={place} corporations={corporations} />}
      <Suggestions shown={shown} isOfDesk={corporations !== null} settlesTo={settlesTo} />
    </Page>
  )
}

function Counted({ shown, place, corporations }: Pick<Props, 'shown' | 'place' | 'corporations'>) {
  const { kind, corporationId } = shown.filter
  return (
    <>
      <QualitySignals signals={shown.signals} place={place} />
      <QualityFigures figures={shown.all} place={place} />
      {!kind && <KindTable rows={shown.kinds} place={place} />}
      {shown.ofKind && <EndTable rows={shown.ofKind.ends} place={place} />}
      {shown.ofKind && <QuestionTable rows={shown.ofKind.questions} place={place} />}
      {corporations && !corporationId && (
        <CorporationTable rows={shown.corporations} names={corporations} place={place} />
      )}
    </>
  )
}

type SuggestionsProps = Pick<Props, 'shown' | 'settlesTo'> & { isOfDesk: boolean }

function Suggestions({ shown: { suggestions, now }, isOfDesk, settlesTo }: SuggestionsProps) {
  const { suggestions: words } = useWords()
  return (
    <Section title={isOfDesk ? words.deskTitle : words.title} lead={isOfDesk ? words.deskLead : words.lead}>
      {suggestions.length === 0 && <EmptyState title={words.none}>{isOfDesk ? words.noneLead : words.lead}</EmptyState>}
      <SuggestionList suggestions={suggestions} now={now} isOfDesk={isOfDesk} settlesTo={settlesTo} />
    </Section>
  )
}

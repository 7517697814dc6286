import { pathOf } from '#app/triage/protocol-path.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section, Stack } from '#app/ui/page.tsx'
import { type QualityFilter, qualityAddress } from '../filter.ts'
import type { Mostly, Signal } from '../signals.ts'
import { useWords } from '../words.ts'
import { useQualityTexts } from './texts.ts'

/** `path`: of the page of figures. `leadsToProtocol`: to its draft; `maySuggest`: to a form for what they would change. */
export type QualityPlace = { path: string; filter: QualityFilter; leadsToProtocol: boolean; maySuggest: boolean }
type Props = { signals: Signal[]; place: QualityPlace }

const atFirst = 8

/** Where a protocol may ask the wrong thing, or say it. */
export function QualitySignals({ signals, place }: Props) {
  const words = useWords()
  const { number } = useQualityTexts()
  const [first, later] = [signals.slice(0, atFirst), signals.slice(atFirst)]
  return (
    <Section title={words.signals} lead={words.signalsLead}>
      {signals.length === 0 && (
        <EmptyState title={words.noSignals} icon="check">
          {words.noSignalsLead}
        </EmptyState>
      )}
      <SignalItems signals={first} place={place} />
      {later.length > 0 && (
        <Disclosure label={words.moreSignals(number(later.length))}>
          <SignalItems signals={later} place={place} />
        </Disclosure>
      )}
    </Section>
  )
}

function SignalItems({ signals, place }: Props) {
  if (signals.length === 0) return null
  return (
    <ul className="flex flex-col gap-3">
      {signals.map((signal) => (
        <li
          key={`${signal.signal} ${signal.kind} ${signal.place?.id}`}
          className="rounded-md border border-line bg-surface px-4 py-3"
        >
          <SignalItem signal={signal} place={place} />
        </li>
      ))}
    </ul>
  )
}

function SignalItem({ signal, place }: { signal: Signal; place: QualityPlace }) {
  const words = useWords()
  const text = useSignalText()
  const what = text.sentence(signal)
  const named = (label: string) => (
    <>
      {label}
      <span className="sr-only">: {what}</span>
    </>
  )
  return (
    <Stack gap="tight">
      <p className="font-bold">{what}</p>
      {signal.place?.text && <p className="wrap-anywhere">{text.place(signal.place)}</p>}
      {signal.mostly && <p className="text-ink-soft">{text.mostly(signal.mostly)}</p>}
      <div className="-ml-4 flex flex-wrap">
        <LinkButton to={rowsOf(signal, place)} variant="plain">
          {named(words.seeRuns)}
        </LinkButton>
        {place.leadsToProtocol && (
          <LinkButton to={pathOf(signal.kind, signal.place ? `?at=${placeIn(signal.place)}` : '')} variant="plain">
            {named(words.toProtocol)}
          </LinkButton>
        )}
        {place.maySuggest && (
          <LinkButton to={suggestionFor(signal, place)} variant="plain">
            {named(words.suggest)}
          </LinkButton>
        )}
      </div>
    </Stack>
  )
}

/** "Bij lekkage werd regel 4 in 6 van 20 keer verhoogd." and what belongs with it. */
function useSignalText() {
  const words = useWords()
  const { kinds, overrideReasons } = useTriageWords()
  const { number, verdict } = useQualityTexts()
  return {
    sentence: ({ signal, kind, place, count, of }: Signal) =>
      words.sentences[signal]({
        kind: kinds[kind].toLowerCase(),
        rule: place?.in === 'end' ? String(place.rule) : '',
        count: number(count),
        of: number(of),
      }),
    place: (place: NonNullable<Signal['place']>) =>
      place.in === 'end' ? words.rule(String(place.rule), place.text ?? '') : words.asked(place.text ?? ''),
    mostly: (mostly: Mostly) => {
      const count = number(mostly.count)
      if (mostly.what === 'verdict') return words.mostlyVerdict(verdict(mostly), count)
      if (mostly.what === 'reason') return words.mostlyReason(overrideReasons[mostly.reason], count)
      return words.mostlyKind(kinds[mostly.kind], count)
    },
  }
}

function rowsOf({ signal, kind, place }: Signal, { path, filter }: QualityPlace) {
  const { days, corporationId } = filter
  const where = { days, corporationId, kind }
  if (signal === 'danger-unknown' || signal === 'does-not-know')
    return qualityAddress(`${path}/runs`, { ...where, question: place?.id ?? null })
  const view = signal === 'answered-anew' ? 'corrected' : signal
  return qualityAddress(`${path}/runs`, { ...where, view, end: place?.in === 'end' ? place.id : null })
}

function suggestionFor({ signal, kind, place }: Signal, { path, filter }: QualityPlace) {
  const search = new URLSearchParams({ kind, signal, days: String(filter.days) })
  if (filter.corporationId) search.set('corporation', String(filter.corporationId))
  if (place) search.set('place', placeIn(place))
  return `${path}/suggestion?${search}`
}

/** Where it stands in its protocol, as the page of that opens it. */
const placeIn = ({ in: part, id }: NonNullable<Signal['place']>) => `${part === 'end' ? 'ends' : 'questions'}.${id}`

import type { TriageKind } from '#app/triage/kinds.ts'
import { entry, type Protocol, type VerdictClass } from '#app/triage/protocol.ts'
import type { OverrideReason } from '#app/triage/run.ts'
import {
  type EndFigures,
  type Figures,
  fewest,
  type Quality,
  type QuestionFigures,
  type RunView,
  wholeOf,
} from './figures.ts'

/** What figures can say of a protocol, the gravest first. */
export const signalKinds = [
  'rang-again',
  'raised',
  'lowered',
  'danger-unknown',
  'does-not-know',
  'answered-anew',
  'replaced',
  'safety-unread',
  'open',
  'slow',
  'read-back-corrected',
] as const
export type SignalKind = (typeof signalKinds)[number]

/** From which share of the callers it is one, and from how many of them at least. */
const limits: Record<SignalKind, { share: number; least: number }> = {
  'rang-again': { share: 0.03, least: 2 },
  raised: { share: 0.15, least: 3 },
  lowered: { share: 0.15, least: 3 },
  'danger-unknown': { share: 0.5, least: 5 },
  'does-not-know': { share: 0.2, least: 3 },
  'answered-anew': { share: 0.15, least: 3 },
  replaced: { share: 0.15, least: 3 },
  'safety-unread': { share: 0.2, least: 3 },
  open: { share: 0.1, least: 3 },
  slow: { share: 0.1, least: 3 },
  'read-back-corrected': { share: 0.15, least: 3 },
}

/** `text`: as the protocol says it, when it still has it. */
export type SignalPlace =
  | { in: 'end'; id: string; rule: number; text: string | null }
  | { in: 'question'; id: string; text: string | null }

/** What most of them have in common. */
export type Mostly =
  | { what: 'verdict'; class: VerdictClass; hours: number | null; count: number }
  | { what: 'reason'; reason: OverrideReason; count: number }
  | { what: 'kind'; kind: TriageKind; count: number }

/** `count` of `of` callers: where a protocol may ask the wrong thing, or say it. */
export type Signal = {
  signal: SignalKind
  kind: TriageKind
  place: SignalPlace | null
  count: number
  of: number
  mostly: Mostly | null
}

type Found = Omit<Signal, 'mostly'> & { mostly?: Mostly | null }
type ProtocolOf = (kind: TriageKind) => Pick<Protocol, 'questions' | 'ends'> | null

/** All that stands out, the gravest first and of as grave what happens most. Of few callers nothing stands out. */
export function signalsOf(quality: Omit<Quality, 'all' | 'corporations'>, protocolOf: ProtocolOf): Signal[] {
  const found = [
    ...quality.kinds.flatMap((kind) => ofKind(kind, quality)),
    ...quality.ends.flatMap((end) => ofEnd(end, quality, protocolOf)),
    ...quality.questions.flatMap((question) => ofQuestion(question, protocolOf)),
  ]
  const out = found.filter(standsOut)
  return out
    .filter((one) => !isSaidWorse(one, out))
    .map((one) => ({ ...one, mostly: one.mostly ?? null }))
    .sort((one, other) => orderOf(one) - orderOf(other) || other.count / other.of - one.count / one.of)
}

const orderOf = ({ signal }: Found) => signalKinds.indexOf(signal)

/** That they do not know an answer is told once: when it makes danger of nothing, that. */
const isSaidWorse = ({ signal, kind, place }: Found, all: readonly Found[]) =>
  signal === 'does-not-know' &&
  all.some((one) => one.signal === 'danger-unknown' && one.kind === kind && one.place?.id === place?.id)

function standsOut({ signal, count, of }: Found): boolean {
  const { share, least } = limits[signal]
  return of >= fewest && count >= least && count >= share * of
}

function ofKind(
  { kind, ...figures }: Figures & { kind: TriageKind },
  { replaced }: Pick<Quality, 'replaced'>,
): Found[] {
  const to = replaced.find((one) => one.kind === kind)
  const found = (signal: FigureSignal): Found => ({ signal, kind, place: null, ...shareOf(signal, figures) })
  return [
    found('open'),
    { ...found('replaced'), mostly: to ? { what: 'kind', kind: to.to, count: to.count } : null },
    found('slow'),
    found('read-back-corrected'),
  ]
}

/** What is a figure of its own too, of the same whole. */
type FigureSignal = SignalKind & RunView

const shareOf = (signal: FigureSignal, figures: Figures) => ({ count: figures[signal], of: figures[wholeOf[signal]] })

function ofEnd(figures: EndFigures, { overrides }: Pick<Quality, 'overrides'>, protocolOf: ProtocolOf): Found[] {
  const { kind, end, rule } = figures
  const text = entry(protocolOf(kind)?.ends ?? {}, end)?.because ?? null
  const place = { in: 'end' as const, id: end, rule, text }
  const found = (signal: FigureSignal): Found => ({ signal, kind, place, ...shareOf(signal, figures) })
  const made = overrides.filter((one) => one.kind === kind && one.end === end)
  return [
    { ...found('raised'), mostly: mostVerdict(made.filter(isUp)) },
    { ...found('lowered'), mostly: mostReason(made.filter((one) => !isUp(one))) },
    found('rang-again'),
    found('safety-unread'),
  ]
}

type Made = Quality['overrides'][number]
const isUp = ({ direction }: Made) => direction === 'up'

function mostVerdict(made: readonly Made[]): Mostly | null {
  const [most, count] = mostOf(made, (one) => `${one.class} ${one.hours}`)
  return most ? { what: 'verdict', class: most.class, hours: most.hours, count } : null
}

function mostReason(made: readonly Made[]): Mostly | null {
  const [most, count] = mostOf(
    made.filter(({ reason }) => reason !== null),
    (one) => one.reason ?? '',
  )
  return most?.reason ? { what: 'reason', reason: most.reason, count } : null
}

/** One of those that are there most, and how many of them there are. */
function mostOf(made: readonly Made[], nameOf: (one: Made) => string): [Made | null, number] {
  const counts = new Map<string, number>()
  for (const one of made) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + one.count)
  const [name, count = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? []
  return [made.find((one) => nameOf(one) === name) ?? null, count]
}

function ofQuestion(figures: QuestionFigures, protocolOf: ProtocolOf): Found[] {
  const { kind, question: id, unknown, corrected } = figures
  const question = entry(protocolOf(kind)?.questions ?? {}, id)
  const answered = figures.yes + figures.no + unknown
  const place = { in: 'question' as const, id, text: question?.ask ?? null }
  const dangerous = question ? figures[question.dangerous] + unknown : 0
  return [
    { signal: 'does-not-know', kind, place, count: unknown, of: answered },
    { signal: 'danger-unknown', kind, place, count: unknown, of: dangerous },
    { signal: 'answered-anew', kind, place, count: corrected, of: answered },
  ]
}

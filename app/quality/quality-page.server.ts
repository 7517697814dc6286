import { type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { listServed } from '#app/desks/desks.server.ts'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { entry, type Protocol } from '#app/triage/protocol.ts'
import { protocolsInForce } from '#app/triage/protocol-in-force.server.ts'
import { readQualityFilter } from './filter.ts'
import { type Onlooker, readQuality } from './read-figures.server.ts'
import { signalsOf } from './signals.ts'
import { listSuggestions } from './suggestions.server.ts'

type Texts = Pick<Protocol, 'questions' | 'ends'>

/**
 * The protocols whose words stand beside the figures: those of the corporation, or the ones that came with Rondbel while a desk
 * looks at several corporations at once, because then it has none of them in hand.
 */
export async function textsFor(onlooker: Onlooker, corporationId: number | null): Promise<(kind: TriageKind) => Texts> {
  const of = onlooker.as === 'desk' ? corporationId : onlooker.corporationId
  if (of === null) return baseProtocolOf
  const scope = onlooker.as === 'desk' ? inHand(onlooker as DeskActor, of) : onlooker
  const held = await inScope(scope, (tx) => protocolsInForce(tx, { corporationId: of }))
  return (kind) => held.get(kind)?.body ?? baseProtocolOf(kind)
}

/** What desks would change, each with what the protocol says at the place that it is about. */
export async function readSuggestions(
  onlooker: Onlooker,
  { kind, corporationId }: { kind: TriageKind | null; corporationId: number | null },
) {
  const textOf = await textsFor(onlooker, corporationId)
  const rows = await inScope(onlooker, (tx) => listSuggestions(tx, onlooker, { kind, corporationId }))
  return rows.map((row) => ({ ...row, about: textAt(textOf(row.kind), row.place) }))
}

/** The reason of an end, or a question, at a place such as `ends.held`; null when it is not there. */
export function textAt({ questions, ends }: Texts, place: string | null): string | null {
  const [part, id = ''] = (place ?? '').split('.')
  return (part === 'ends' ? entry(ends, id)?.because : entry(questions, id)?.ask) ?? null
}

/** All that a page of figures shows; of one kind also how its questions and ends went. */
export async function loadQuality(onlooker: Onlooker, address: URLSearchParams, now: Date) {
  const filter = readQualityFilter(address)
  const { kind, corporationId } = filter
  const textOf = await textsFor(onlooker, corporationId)
  const quality = await readQuality(onlooker, { ...filter, now })
  const { all, kinds, corporations } = quality
  return {
    filter,
    all,
    kinds,
    corporations,
    signals: signalsOf(quality, textOf),
    ofKind: kind && ofKind(kind, quality, textOf(kind)),
    suggestions: await readSuggestions(onlooker, { kind, corporationId }),
    now: now.toISOString(),
  }
}

function ofKind(
  kind: TriageKind,
  { ends, questions }: Awaited<ReturnType<typeof readQuality>>,
  { questions: asked, ends: said }: Texts,
) {
  return {
    ends: ends
      .filter((one) => one.kind === kind)
      .map((one) => ({ ...one, text: entry(said, one.end)?.because ?? null })),
    questions: questions
      .filter((one) => one.kind === kind)
      .map((one) => ({ ...one, text: entry(asked, one.question)?.ask ?? null })),
  }
}

export type QualityPage = Awaited<ReturnType<typeof loadQuality>>

/** Whom a desk answers for now, by name. */
export const servedNames = (actor: DeskActor): Promise<{ id: number; name: string }[]> =>
  inScope(actor, async (tx) =>
    (await listServed(tx, actor))
      .filter(({ id }) => actor.corporationIds.includes(id))
      .map(({ id, name }) => ({ id, name })),
  )

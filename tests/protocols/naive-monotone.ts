import type { End, Protocol } from '#app/triage/protocol.ts'

/** The question has its dangerous answer. */
type Sheet = ReadonlyMap<string, boolean>

/**
 * The questions of which the dangerous answer makes somebody less urgent: the same as `checkMonotone` finds, in another way. Two
 * callers stand at the two answers of a question, and whatever either is asked next is answered both ways for both of them.
 * Asks for a protocol of which every way ends.
 */
export function naiveFalls(protocol: Protocol): Set<string> {
  const { edges, ends } = mapsOf(protocol)
  const isRaising = protocol.raises.length > 0
  const goOn = (id: string, sheet: Sheet): string => {
    const answer = sheet.get(id)
    const edge = edges.get(id)
    return edge === undefined || answer === undefined ? id : goOn(answer ? edge.worse : edge.safer, sheet)
  }
  const isLater = (one: string, other: string) => compare(ends.get(one) as End, ends.get(other) as End) > 0
  const raised = (id: string) => ends.get(id)?.raised ?? id
  const fallsFrom = (worse: string, safer: string, sheet: Sheet): boolean => {
    const [worseAt, saferAt] = [goOn(worse, sheet), goOn(safer, sheet)]
    const asks = [worseAt, saferAt].find((id) => edges.has(id))
    if (asks === undefined) return isLater(worseAt, saferAt) || (isRaising && isLater(raised(worseAt), raised(saferAt)))
    return [true, false].some((answer) => fallsFrom(worseAt, saferAt, new Map(sheet).set(asks, answer)))
  }
  const falling = [...reachedFrom(protocol.start, edges)].filter((id) => {
    const edge = edges.get(id)
    return edge !== undefined && fallsFrom(edge.worse, edge.safer, new Map())
  })
  return new Set(falling)
}

type Edges = Map<string, { worse: string; safer: string }>

function mapsOf({ questions, ends }: Protocol) {
  const edges: Edges = new Map(
    Object.entries(questions).map(([id, { dangerous, yes, no }]) => [
      id,
      dangerous === 'yes' ? { worse: yes, safer: no } : { worse: no, safer: yes },
    ]),
  )
  // An end in the place of another that is not there changes nothing.
  const there = Object.entries(ends).map(([id, end]): [string, End] => [
    id,
    { ...end, raised: end.raised !== null && Object.hasOwn(ends, end.raised) ? end.raised : null },
  ])
  return { edges, ends: new Map(there) }
}

function reachedFrom(start: string, edges: Edges, reached = new Set<string>()): Set<string> {
  const edge = edges.get(start)
  if (reached.has(start) || edge === undefined) return reached
  reached.add(start)
  reachedFrom(edge.worse, edges, reached)
  return reachedFrom(edge.safer, edges, reached)
}

const order = { danger: 0, urgent: 1, 'working-day': 2, none: 3 }

/** Above 0 when the first is helped later than the other. */
export function compare(one: Pick<End, 'class' | 'hours'>, other: Pick<End, 'class' | 'hours'>): number {
  const apart = order[one.class] - order[other.class]
  return apart !== 0 || one.class !== 'urgent' ? apart : (one.hours ?? 0) - (other.hours ?? 0)
}

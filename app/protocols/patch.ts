import { canonical } from '#app/triage/canonical.ts'
import type { Protocol } from '#app/triage/protocol.ts'

const wholes = ['words', 'start', 'raises'] as const
const tables = ['questions', 'ends', 'examples'] as const
export type PatchedTable = (typeof tables)[number]

/** What a corporation has otherwise than the base: whole parts, and entries by their id, null when they are taken away. */
export type Patch = Partial<Pick<Protocol, (typeof wholes)[number]>> & {
  [Table in PatchedTable]: { [id: string]: Protocol[Table][string] | null }
}

export const emptyPatch: Patch = { questions: {}, ends: {}, examples: {} }

/** The base with the patch laid over it. */
export function effective(base: Protocol, patch: Patch): Protocol {
  const whole = Object.fromEntries(wholes.flatMap((part) => (patch[part] === undefined ? [] : [[part, patch[part]]])))
  return {
    ...base,
    ...whole,
    questions: laidOver(base.questions, patch.questions),
    ends: laidOver(base.ends, patch.ends),
    examples: laidOver(base.examples, patch.examples),
  }
}

const laidOver = <Entry>(
  entries: Record<string, Entry>,
  changes: { [id: string]: Entry | null },
): Record<string, Entry> =>
  Object.fromEntries(
    Object.entries({ ...entries, ...changes }).filter((change): change is [string, Entry] => change[1] !== null),
  )

/** What must be laid over the base to get the protocol: `effective(base, patchOf(base, protocol))` is the protocol. */
export function patchOf(base: Protocol, protocol: Protocol): Patch {
  const whole = wholes.filter((part) => canonical(base[part]) !== canonical(protocol[part]))
  return {
    ...Object.fromEntries(whole.map((part) => [part, protocol[part]])),
    questions: changesOf(base.questions, protocol.questions),
    ends: changesOf(base.ends, protocol.ends),
    examples: changesOf(base.examples, protocol.examples),
  }
}

function changesOf<Entry>(before: Record<string, Entry>, after: Record<string, Entry>): Record<string, Entry | null> {
  const changed = Object.entries(after).filter(
    ([id, entry]) => !Object.hasOwn(before, id) || canonical(before[id]) !== canonical(entry),
  )
  const gone = Object.keys(before).filter((id) => !Object.hasOwn(after, id))
  return Object.fromEntries([...changed, ...gone.map((id): [string, null] => [id, null])])
}

/** Where something of a protocol stands: a whole part of it, or an entry by its id. */
export type PartPlace = (typeof wholes)[number] | `${PatchedTable}.${string}`

/** All places that a patch changes. */
export const placesOf = (patch: Patch): PartPlace[] => [
  ...wholes.filter((part) => patch[part] !== undefined),
  ...tables.flatMap((table) => Object.keys(patch[table]).map((id): PartPlace => `${table}.${id}`)),
]

/** What stands at a place; undefined when nothing does. */
export function at(protocol: Protocol, place: PartPlace): unknown {
  const [part = '', id] = place.split(/\.(.*)/s)
  const whole = protocol[part as keyof Protocol]
  if (id === undefined) return whole
  const entries = whole as Record<string, unknown>
  return Object.hasOwn(entries, id) ? entries[id] : undefined
}

/**
 * What a newer base has otherwise than the one a protocol was made from, where the protocol has not already the same. None of
 * it is taken over by itself. `isOwn`: the corporation has something of its own at that place, which it would lose.
 */
export function proposalsOf(
  protocol: Protocol,
  { from, to }: { from: Protocol; to: Protocol },
): { place: PartPlace; isOwn: boolean }[] {
  return placesOf(patchOf(from, to))
    .filter((place) => canonical(at(protocol, place)) !== canonical(at(to, place)))
    .map((place) => ({ place, isOwn: canonical(at(protocol, place)) !== canonical(at(from, place)) }))
}

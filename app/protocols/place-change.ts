import { type Protocol, protocolSchema } from '#app/triage/protocol.ts'
import { at, effective, emptyPatch, type PartPlace, type Patch } from './patch.ts'

/** What is to stand at a place; null takes it away. */
export type PlaceChange = { place: PartPlace; after: unknown }

const partPlace = /^(?:words|start|raises|(?:questions|ends|examples)\.[a-z0-9-]{1,60})$/

export const isPartPlace = (text: string): text is PartPlace => partPlace.test(text)

/** What stands at a place; null when nothing does. */
export const standingAt = (protocol: Protocol, place: PartPlace): unknown => at(protocol, place) ?? null

/** The protocol with these changes; null when it is none any more. */
export function changed(protocol: Protocol, changes: readonly PlaceChange[]): Protocol | null {
  const read = protocolSchema.safeParse(effective(protocol, patchFrom(changes)))
  return read.success ? read.data : null
}

function patchFrom(changes: readonly PlaceChange[]): Patch {
  const patch: Patch = structuredClone(emptyPatch)
  for (const { place, after } of changes) {
    const [part = '', id] = place.split('.')
    if (id === undefined) Object.assign(patch, { [part]: after })
    else Object.assign(patch[part as 'questions'], { [id]: after })
  }
  return patch
}

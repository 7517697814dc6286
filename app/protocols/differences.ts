import type { Protocol } from '#app/triage/protocol.ts'
import { type PartPlace, patchOf, placesOf } from './patch.ts'
import { standingAt } from './place-change.ts'

/** A place at which two protocols are not the same, and what each has there; null when it has nothing. */
export type PlaceDifference = { place: PartPlace; before: unknown; after: unknown }

export const differencesOf = (from: Protocol, to: Protocol): PlaceDifference[] =>
  placesOf(patchOf(from, to)).map((place) => ({
    place,
    before: standingAt(from, place),
    after: standingAt(to, place),
  }))

import type { ExclusionReason } from './exclusions.ts'

/**
 * matched = matchedHomes + household, and matchedHomes = homes + the sum of the exclusions.
 * `household`: matched tenants at an address that counts already through another matched tenant.
 */
export type HomeCounts = {
  matched: number
  matchedHomes: number
  household: number
  exclusions: { reason: ExclusionReason; homes: number }[]
  homes: number
}

/** `tenants`: all that are on the list. `steps`: how many are left after each part of the criteria. */
export type SelectionCounts = HomeCounts & { tenants: number; steps: { step: number; matched: number }[] }

/**
 * Why a matched home is not called, first that applies. `no-home` is a tenant without an address: counted as a home of
 * their own, which cannot be on a list of homes.
 */
export const exclusionReasons = [
  'moved-out',
  'deceased',
  'do-not-call',
  'no-number',
  'other-campaign',
  'rest-period',
  'no-home',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** In SQL a reason is its place in the list, and 0 is "can be called": the lowest of a home's tenants is the home's. */
export const rankOf = (reason: ExclusionReason) => exclusionReasons.indexOf(reason) + 1
export const reasonOf = (rank: number): ExclusionReason | null => exclusionReasons[rank - 1] ?? null

/** Days between two conversations with one tenant, over all campaigns. */
export const defaultRestDays = 30

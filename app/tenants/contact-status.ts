import type { Tenant } from '#prisma/generated/client.ts'

/** What the list, a call and the tenant themselves say of whether they may be reached, to ask of Prisma. */
export const contactFields = {
  deceasedOn: true,
  isDeceased: true,
  reportedDeceasedAt: true,
  isEstate: true,
  goneSince: true,
  reportedMovedAt: true,
  tenancyEndedOn: true,
  objectedAt: true,
  isDoNotCall: true,
} as const satisfies Partial<Record<keyof Tenant, true>>
export type ContactFacts = Pick<Tenant, keyof typeof contactFields>

export type ContactStatus = {
  /** Or is an estate: nothing is written, sent or rung. */
  hasDied: boolean
  /** Does not rent this home any more: moved, or no longer on the list. */
  hasLeft: boolean
  /** The tenancy ended, or somebody said so. */
  hasMoved: boolean
  /** Objected, or asked not to be rung. */
  asksNotToBeRung: boolean
}

/** Why somebody may not be rung for a campaign, in the order in which it counts. */
export const notCallableReasons = ['deceased', 'moved', 'not-listed', 'do-not-call'] as const
type NotCallable = (typeof notCallableReasons)[number]

/** The same answers as the SQL of contact-rule.ts. `today` in the corporation's zone. */
export function contactStatus(facts: ContactFacts, today: string): ContactStatus {
  const hasMoved =
    facts.reportedMovedAt !== null ||
    // A date column is its midnight in UTC, and so is a date alone.
    (facts.tenancyEndedOn !== null && facts.tenancyEndedOn <= new Date(today))
  return {
    hasDied: facts.deceasedOn !== null || facts.reportedDeceasedAt !== null || facts.isDeceased || facts.isEstate,
    hasLeft: facts.goneSince !== null || hasMoved,
    hasMoved,
    asksNotToBeRung: facts.objectedAt !== null || facts.isDoNotCall,
  }
}

/** Why there is nobody to go to at this address; null when there is. */
export function whyNotThere({ hasDied, hasLeft, hasMoved }: Omit<ContactStatus, 'asksNotToBeRung'>) {
  if (hasDied) return 'deceased'
  if (hasMoved) return 'moved'
  return hasLeft ? 'not-listed' : null
}

/** Why somebody may not be rung for a campaign; null when they may. */
export const whyNotCallable = (status: ContactStatus): NotCallable | null =>
  whyNotThere(status) ?? (status.asksNotToBeRung ? 'do-not-call' : null)

/**
 * Whether somebody may be rung to keep a promise: as for a campaign, but having left does not count. Whoever did is on no
 * list any more, and is still rung back when that was promised.
 */
export const mayBeDialled = (status: ContactStatus): boolean =>
  whyNotCallable({ ...status, hasLeft: false, hasMoved: false }) === null

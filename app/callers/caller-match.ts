import type { ContactStatus } from '#app/tenants/contact-status.ts'
import type { Address, PersonName } from '#app/tenants/names.ts'
import type { Dialable } from '#app/tenants/phone-text.server.ts'

/** How somebody hangs on the number that rings: null when it is not theirs, as far as is known. */
export type NumberIs = 'own' | 'other' | 'struck' | null

/** Somebody who may be the caller. Days are yyyy-mm-dd. */
export type CallerMatch = PersonName &
  ContactStatus & {
    tenantId: string
    /** Tenant number in the corporation's own system. */
    number: string
    birthOn: string | null
    home: (Address & { id: string; complex: string | null }) | null
    /** Those that work. */
    phones: Dialable[]
    language: string | null
    /** "Slechthorend"; '' when there is nothing. */
    attention: string
    wantsCalls: boolean
    /** The day on which the tenancy ends or ended. */
    tenancyEnd: string | null
    numberIs: NumberIs
  }

/** Who is calling, as far as their number tells: never more than a proposal. `more`: so many others, not shown. */
export type Recognition =
  | { is: 'hidden' }
  | { is: 'new' }
  | { is: 'certain' | 'possible'; people: CallerMatch[]; more: number }

const isPresent = ({ hasDied, hasLeft }: ContactStatus) => !hasDied && !hasLeft
const householdOf = ({ home, tenantId }: CallerMatch) => home?.id ?? tenantId

/**
 * Certain when one household alone has the number as its own: which of them rings is still asked. Several households,
 * somebody who left or died, a number of another kind or one that once proved wrong: possible.
 */
export function recognition(people: CallerMatch[], more = 0): Recognition {
  const holders = people.filter(({ numberIs }) => numberIs !== null)
  if (holders.length === 0) return { is: 'new' }
  const own = holders.filter((person) => person.numberIs === 'own' && isPresent(person))
  const households = [...new Set(own.map(householdOf))]
  if (households.length !== 1 || more > 0) return { is: 'possible', people: holders, more }
  return {
    is: 'certain',
    people: people.filter((person) => isPresent(person) && householdOf(person) === households[0]),
    more,
  }
}

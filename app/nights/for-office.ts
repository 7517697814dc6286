import { type ContactEnding, type ContactState, type Urgency, urgencies } from '#app/contacts/contact.ts'

/** Why the office looks at a contact before anything else, the first reason first. */
export const officeReasons = ['danger', 'missed', 'call-back', 'open', 'for-office', 'not-reached'] as const
export type OfficeReason = (typeof officeReasons)[number]

type Judged = {
  state: ContactState
  outcome: ContactEnding | null
  urgency: Urgency
  isDanger: boolean | null
  closedAt: Date | null
  acknowledgedAt: Date | null
}

export const wasDanger = ({ urgency, isDanger }: Pick<Judged, 'urgency' | 'isDanger'>): boolean =>
  isDanger === true || urgency === urgencies.danger

const holds: Record<OfficeReason, (one: Judged) => boolean> = {
  danger: wasDanger,
  /** They rang, nobody answered, and their number was withheld: nobody can ring them back. */
  missed: ({ outcome }) => outcome === 'no-number',
  'call-back': ({ state }) => state === 'call-back',
  open: ({ state }) => state !== 'closed' && state !== 'call-back',
  'for-office': ({ outcome }) => outcome === 'for-office',
  'not-reached': ({ outcome }) => outcome === 'not-reached',
}

/** Somebody of the office took it up and nothing has come of it since. Who saw it while it was still open sees how it ended too. */
export const isTakenUp = ({ acknowledgedAt, closedAt }: Pick<Judged, 'acknowledgedAt' | 'closedAt'>): boolean =>
  acknowledgedAt !== null && (closedAt === null || closedAt <= acknowledgedAt)

/** All reasons why the office must see this one; none for what the desk finished. */
export const reasonsFor = (one: Judged): OfficeReason[] => officeReasons.filter((reason) => holds[reason](one))

/** That somebody of the office has still to take it up. `for-office.server.ts` asks the same of the database. */
export const waitsForOffice = (one: Judged): boolean => !isTakenUp(one) && reasonsFor(one).length > 0

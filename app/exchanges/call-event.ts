export const endings = ['hung-up', 'busy', 'no-answer', 'failed'] as const
export type Ending = (typeof endings)[number]

type What =
  | { kind: 'ringing' }
  | { kind: 'answered'; extension: string | null }
  | { kind: 'transferred'; extension: string | null }
  | { kind: 'ended'; how: Ending }
  /** Ours: for minutes nothing was heard of a call that rang. */
  | { kind: 'silent' }

/** Something that happened to one call from outside. Numbers are E.164, or null when they are not known. */
export type CallEvent = What & {
  /** The same event said twice has the same id. */
  id: string
  callId: string
  /** When it happened, as the exchange says. */
  at: Date
  phone: string | null
  /** The caller does not show their number. */
  isHidden: boolean
  dialled: string | null
}
export type CallEventKind = What['kind']

/** What an exchange sent, as its adapter reads it. */
export type ReadEvent = { is: 'event'; event: CallEvent } | { is: 'not-for-us' } | { is: 'unreadable' }

/** What came in: the body as JSON or form fields gave it, the id its sender gave the delivery, if any, and when. */
export type Delivery = { body: unknown; deliveryId: string | null; receivedAt: Date }
export type Adapter = (delivery: Delivery) => ReadEvent

export const notForUs: ReadEvent = { is: 'not-for-us' }
export const unreadable: ReadEvent = { is: 'unreadable' }

import type { InHand } from '#app/core/scope.server.ts'
import type { SqlRunner } from '#app/core/sql.ts'
import type { Ending } from './call-event.ts'

/** A call of a corporation as far as the exchange has told of it. */
export type PhoneCall = {
  exchangeId: string
  callId: string
  corporationId: number
  lineId: string
  /** E.164; null when it is hidden or cannot be rung. */
  phone: string | null
  isHidden: boolean
  startedAt: Date
  answered: { at: Date; extension: string | null } | null
  ended: { at: Date; how: Ending } | null
  contactId: string | null
}

/** What becomes of a call in the queue; saying the same again changes nothing. */
export type ReceiveCall = (tx: SqlRunner, held: InHand, call: PhoneCall) => Promise<{ contactId: string }>

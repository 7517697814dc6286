import { z } from 'zod'
import { type Adapter, type Ending, notForUs, unreadable } from '../call-event.ts'
import { eventOf, extensionOf, mark, momentOf, optionalText } from './read-parts.ts'

/**
 * Call notifications of Voys and other sellers of VoIPGRID, version 2: its help pages show created, ringing and the field
 * names; the other states are from the same pages in words. Not tried on a live exchange.
 */
const party = z
  .object({ number: optionalText, account_number: z.union([z.string(), z.number()]).nullish().catch(null) })
  .nullish()
  .catch(null)
const schema = z.object({
  call_id: mark,
  timestamp: z.string().max(60),
  status: mark,
  direction: optionalText,
  reason: optionalText,
  caller: party,
  destination: party,
})

const endings: Record<string, Ending> = {
  completed: 'hung-up',
  abandoned: 'hung-up',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
}

export const voys: Adapter = ({ body, receivedAt }) => {
  const read = schema.safeParse(body)
  if (!read.success) return unreadable
  const { call_id: callId, timestamp, status, direction, reason, caller, destination } = read.data
  if (direction && direction !== 'inbound') return notForUs
  const call = {
    callId,
    at: momentOf(timestamp, receivedAt),
    from: caller?.number,
    to: destination?.number,
    own: [status, timestamp],
  }
  const extension = extensionOf(destination?.account_number)
  if (status === 'created' || status === 'ringing') return eventOf({ ...call, what: { kind: 'ringing' } })
  if (status === 'in-progress') return eventOf({ ...call, what: { kind: 'answered', extension } })
  // Of a transfer the parties are colleagues: who rang and what was dialled was said before.
  if (status === 'warm-transfer' || status === 'cold-transfer')
    return eventOf({ callId, at: call.at, own: call.own, what: { kind: 'transferred', extension } })
  if (status === 'ended') return eventOf({ ...call, what: { kind: 'ended', how: endings[reason ?? ''] ?? 'hung-up' } })
  return notForUs
}

import { z } from 'zod'
import { type Adapter, endings, unreadable } from '../call-event.ts'
import { eventOf, extensionOf, mark, momentOf } from './read-parts.ts'

/**
 * Our own format, as docs/operations.md shows it. `timestamp` may be left out; `from` is null or "anonymous" for a number that
 * is not shown. The id of the delivery (`webhook-id`) is that of the event.
 */
const number = z.string().max(100).nullish()
const extension = z.union([z.string(), z.number()]).nullish()
const base = { call: mark, from: number, to: number }
const schema = z.object({
  timestamp: z.string().max(60).nullish(),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('ringing'), ...base }),
    z.object({ type: z.literal('answered'), ...base, extension }),
    z.object({ type: z.literal('transferred'), ...base, extension }),
    z.object({ type: z.literal('ended'), ...base, reason: z.enum(endings).default('hung-up') }),
  ]),
})

export const generic: Adapter = ({ body, deliveryId, receivedAt }) => {
  const read = schema.safeParse(body)
  if (!read.success) return unreadable
  const { event, timestamp } = read.data
  const own = deliveryId === null ? undefined : [deliveryId]
  const call = { callId: event.call, at: momentOf(timestamp, receivedAt), from: event.from, to: event.to, own }
  if (event.type === 'ringing') return eventOf({ ...call, what: { kind: 'ringing' } })
  if (event.type === 'ended') return eventOf({ ...call, what: { kind: 'ended', how: event.reason } })
  return eventOf({ ...call, what: { kind: event.type, extension: extensionOf(event.extension) } })
}

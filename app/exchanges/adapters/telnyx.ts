import { z } from 'zod'
import { type Adapter, type Ending, notForUs, unreadable } from '../call-event.ts'
import { eventOf, extensionOf, mark, momentOf, optionalText } from './read-parts.ts'

/**
 * Webhooks of Telnyx Call Control: its documentation and events that others wrote down. They come in any order, and more
 * than once with the same id. All legs of a call share its session. Not tried live.
 */
const schema = z.object({
  data: z.object({
    id: mark,
    event_type: mark,
    occurred_at: z.string().max(60),
    payload: z.object({
      call_session_id: mark,
      direction: optionalText,
      from: optionalText,
      to: optionalText,
      hangup_cause: optionalText,
      state: optionalText,
    }),
  }),
})

const endings: Record<string, Ending> = {
  normal_clearing: 'hung-up',
  originator_cancel: 'hung-up',
  user_busy: 'busy',
  call_rejected: 'busy',
  timeout: 'no-answer',
  no_user_response: 'no-answer',
}

export const telnyx: Adapter = ({ body, receivedAt }) => {
  const read = schema.safeParse(body)
  if (!read.success) return unreadable
  const { id, event_type: type, occurred_at: when, payload } = read.data.data
  const { call_session_id: callId, direction, from, to, hangup_cause: cause } = payload
  const at = momentOf(when, receivedAt)
  if (direction === 'outgoing') {
    // A leg to a colleague, inside the session of the caller.
    if (type !== 'call.answered') return notForUs
    return eventOf({ callId, at, what: { kind: 'answered', extension: extensionOf(userOf(to)) }, own: [id] })
  }
  const call = { callId, at, from, to, own: [id] }
  if (type === 'call.initiated') return eventOf({ ...call, what: { kind: 'ringing' } })
  if (type === 'call.bridged') return eventOf({ ...call, what: { kind: 'answered', extension: null } })
  if (type === 'call.hangup')
    return eventOf({ ...call, what: { kind: 'ended', how: endings[cause ?? ''] ?? 'hung-up' } })
  return notForUs
}

const userOf = (to: string | null | undefined) => to?.replace(/^sips?:|@.*$/g, '')

import { z } from 'zod'
import { type Adapter, type Ending, notForUs, unreadable } from '../call-event.ts'
import { eventOf, extensionOf, mark, momentOf, optionalText } from './read-parts.ts'

/**
 * Status callbacks of Twilio Voice, a form: names and states as its documentation of the call resource and of status
 * callbacks has them. A leg to a colleague has the call it belongs to as its parent. Not tried live.
 */
const schema = z.object({
  CallSid: mark,
  CallStatus: mark,
  ParentCallSid: optionalText,
  Direction: optionalText,
  From: optionalText,
  To: optionalText,
  Timestamp: optionalText,
  SequenceNumber: optionalText,
})

const endings: Record<string, Ending> = {
  completed: 'hung-up',
  canceled: 'hung-up',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
}

export const twilio: Adapter = ({ body, receivedAt }) => {
  const read = schema.safeParse(body)
  if (!read.success) return unreadable
  const { CallSid, CallStatus, ParentCallSid, Direction, From, To, Timestamp, SequenceNumber } = read.data
  const at = momentOf(Timestamp, receivedAt)
  const own = [CallSid, CallStatus, SequenceNumber]
  if (ParentCallSid) {
    // The caller's own call is answered by a machine at once; a person answers when their leg does.
    if (CallStatus !== 'in-progress') return notForUs
    const what = { kind: 'answered', extension: extensionOf(To?.replace(/^(sip|client):|@.*$/g, '')) } as const
    return eventOf({ callId: ParentCallSid, at, what, own })
  }
  if (Direction && Direction !== 'inbound') return notForUs
  const call = { callId: CallSid, at, from: From, to: To, own }
  const how = endings[CallStatus]
  if (how) return eventOf({ ...call, what: { kind: 'ended', how } })
  if (['queued', 'initiated', 'ringing', 'in-progress'].includes(CallStatus))
    return eventOf({ ...call, what: { kind: 'ringing' } })
  return notForUs
}

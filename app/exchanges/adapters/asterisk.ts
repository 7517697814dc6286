import { z } from 'zod'
import { type Adapter, type Ending, notForUs, unreadable } from '../call-event.ts'
import { eventOf, extensionOf, mark, momentOf, optionalText } from './read-parts.ts'

/**
 * Events of the Asterisk Manager Interface (Asterisk, FreePBX), one as an object of its lines: names as the documentation of
 * Asterisk 18 to 22 has them. All channels of a call share its Linkedid, which is the Uniqueid of the caller's own. Not
 * tried live.
 */
const schema = z.object({
  Event: mark,
  Linkedid: optionalText,
  Uniqueid: optionalText,
  Timestamp: optionalText,
  Context: optionalText,
  CallerIDNum: optionalText,
  Exten: optionalText,
  Cause: optionalText,
  DestUniqueid: optionalText,
  DestChannel: optionalText,
  DialStatus: optionalText,
})

/** Causes of Q.850; any other failed. */
const endings: Record<string, Ending> = {
  0: 'hung-up',
  16: 'hung-up',
  17: 'busy',
  18: 'no-answer',
  19: 'no-answer',
  31: 'hung-up',
}

/** Only calls that come in through a context named so: FreePBX and most examples do. */
const fromOutside = /^(from-(trunk|pstn|did|external|sip-external)|inbound|incoming)/i

export const asterisk: Adapter = ({ body, receivedAt }) => {
  const read = schema.safeParse(body)
  if (!read.success) return unreadable
  const event = read.data
  const callId = mark.safeParse(event.Linkedid)
  if (!callId.success) return notForUs
  const isOwn = event.Uniqueid === event.Linkedid
  const at = momentOf(event.Timestamp ? Number(event.Timestamp) * 1000 : null, receivedAt)
  const call = { callId: callId.data, at, own: [event.Uniqueid, event.DestUniqueid] }
  if (event.Event === 'Newchannel' && isOwn && fromOutside.test(event.Context ?? ''))
    return eventOf({ ...call, from: event.CallerIDNum, to: event.Exten, what: { kind: 'ringing' } })
  if (event.Event === 'DialEnd' && event.DialStatus === 'ANSWER')
    return eventOf({ ...call, what: { kind: 'answered', extension: extensionOf(peerOf(event.DestChannel)) } })
  if (event.Event === 'Hangup' && isOwn)
    return eventOf({ ...call, what: { kind: 'ended', how: endings[event.Cause ?? '0'] ?? 'failed' } })
  return notForUs
}

/** Of `PJSIP/204-0000002a`: 204. */
const peerOf = (channel: string | null | undefined) =>
  /^[^/]+\/(.+?)(@[^-]*)?-[0-9a-f]+(;\d)?$/i.exec(channel ?? '')?.[1]

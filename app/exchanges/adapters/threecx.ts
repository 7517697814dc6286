import { z } from 'zod'
import { type Adapter, notForUs, unreadable } from '../call-event.ts'
import { eventOf, extensionOf, mark, markOrNumber, momentOf, optionalText } from './read-parts.ts'

/**
 * Events of the 3CX Call Control API as a bridge passes them on: the event, with the participant that it is about in
 * `attached_data`. 3CX itself sends an upsert empty, so the bridge fetches it, and of a removal keeps the last. They have no
 * moment, and with version 20 no number that was dialled. From public clients of the interface. Not tried live.
 */
const schema = z.object({
  /** Which run of the bridge it was: 3CX gives the numbers of its calls anew after it started again. */
  session: mark,
  event: z.object({
    event_type: z.number(),
    entity: z.string().max(200),
    attached_data: z
      .object({
        id: markOrNumber,
        status: optionalText,
        dn: markOrNumber,
        callid: markOrNumber,
        party_caller_id: optionalText,
        party_did: optionalText,
        party_dn_type: optionalText,
      })
      .nullish(),
  }),
})

const upsert = 0
const removal = 1

export const threecx: Adapter = ({ body, receivedAt }) => {
  const read = schema.safeParse(body)
  if (!read.success) return unreadable
  const { event_type: type, entity, attached_data: party } = read.data.event
  if (!/^\/callcontrol\/[^/]+\/participants\/\d+$/.test(entity) || (type !== upsert && type !== removal))
    return notForUs
  if (!party) return unreadable
  // The other side is a colleague: nobody rang from outside.
  if (/extension/i.test(party.party_dn_type ?? '')) return notForUs
  const status = (party.status ?? '').toLowerCase()
  const call = {
    callId: `${read.data.session}:${party.callid}`,
    at: momentOf(null, receivedAt),
    from: party.party_caller_id,
    to: party.party_did,
    own: [entity, status],
  }
  if (type === removal) {
    // A phone that stopped ringing says nothing: another rings on, or the silence after it is seen.
    return status === 'connected' ? eventOf({ ...call, what: { kind: 'ended', how: 'hung-up' } }) : notForUs
  }
  if (status === 'ringing') return eventOf({ ...call, what: { kind: 'ringing' } })
  if (status === 'connected') return eventOf({ ...call, what: { kind: 'answered', extension: extensionOf(party.dn) } })
  return notForUs
}

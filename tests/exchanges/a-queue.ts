import { randomUUID } from 'node:crypto'
import type { PhoneCall } from '#app/contacts/receive-call.server.ts'
import type { ReceiveCall } from '#app/exchanges/receive-call.ts'

/** A queue that remembers what it was told of each call. */
export function aQueue() {
  const heard: (PhoneCall & { corporationId: number })[] = []
  const contacts = new Map<string, string>()
  const made: { callId: string; contactId: string }[] = []
  const queue = {
    heard,
    fails: false,
    receiveCall: (async (_tx, held, call) => {
      if (queue.fails) throw new Error('The queue is away.')
      heard.push({ ...call, corporationId: held.corporationId })
      const contactId = call.contactId ?? randomUUID()
      if (!call.contactId) made.push({ callId: call.callId, contactId })
      contacts.set(call.callId, contactId)
      return { contactId }
    }) satisfies ReceiveCall,
    last: (callId: string) => heard.findLast((call) => call.callId === callId),
    contactsOf: (callId: string) => made.filter((one) => one.callId === callId),
  }
  return queue
}

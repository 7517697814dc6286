import { randomUUID } from 'node:crypto'
import type { PhoneCall, ReceiveCall } from '#app/exchanges/phone-call.ts'

/** A queue that remembers what it was told of each call. */
export function aQueue() {
  const heard: PhoneCall[] = []
  const contacts = new Map<string, string>()
  const made: { callId: string; contactId: string }[] = []
  const queue = {
    heard,
    fails: false,
    receiveCall: (async (_tx, held, call) => {
      if (queue.fails) throw new Error('The queue is away.')
      if (held.corporationId !== call.corporationId) throw new Error('Another corporation is in hand.')
      heard.push(call)
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

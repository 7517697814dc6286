import type { receiveCall } from '#app/contacts/receive-call.server.ts'

/** What the queue is told of a call, in the transaction that wrote it down; another in tests. */
export type ReceiveCall = typeof receiveCall

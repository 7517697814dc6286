import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CallEvent, CallEventKind, ReadEvent } from '../call-event.ts'
import { callerOf, dialledOf } from '../call-numbers.ts'

/** A number that names something in the exchange: no longer than they are, and of characters that a database takes. */
export const mark = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u)
export const markOrNumber = z.union([mark, z.number().int()]).transform(String)
export const optionalText = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u)
  .nullish()
  .catch(null)

/** An extension or the number a call was put through to; null when what stands there is something else. */
export const extensionOf = (text: string | number | null | undefined) =>
  /^[+*#\w.-]{1,40}$/.exec(String(text ?? '').trim())?.[0] ?? null

const aheadMs = 5 * 60_000
const behindMs = 28 * 86_400_000

/**
 * When something happened as the exchange says: no later than it came in, whatever its clock says, and not so long ago that
 * it is forgotten. Null when it is no moment; `receivedAt` when the exchange says none.
 */
export function momentOf(said: string | number | null | undefined, receivedAt: Date): Date | null {
  if (said === null || said === undefined || said === '') return receivedAt
  const at = new Date(said)
  if (!(at.getTime() >= receivedAt.getTime() - behindMs)) return null
  return at.getTime() > receivedAt.getTime() + aheadMs ? receivedAt : at
}

type Found = {
  what: What
  callId: string
  at: Date | null
  from?: string | null
  to?: string | null
  /** What makes it another event than one that says the same of the same call; without it, its moment. */
  own?: readonly (string | number | null | undefined)[]
}
type What = { [Kind in CallEventKind]: Omit<Extract<CallEvent, { kind: Kind }>, keyof Common> }[CallEventKind]
type Common = Pick<CallEvent, 'id' | 'callId' | 'at' | 'phone' | 'isHidden' | 'dialled'>

/** `from` undefined: this event says nothing of the caller. */
export function eventOf({ what, callId, at, from, to, own }: Found): ReadEvent {
  if (!at) return { is: 'unreadable' }
  const caller = from === undefined ? { phone: null, isHidden: false } : callerOf(from)
  const id = idOf([callId, what.kind, ...(own ?? [at.toISOString()])])
  return { is: 'event', event: { ...what, id, callId, at, ...caller, dialled: dialledOf(to) } as CallEvent }
}

const idOf = (parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

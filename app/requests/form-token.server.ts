import { createHmac, timingSafeEqual } from 'node:crypto'
import type { GuestScope } from '#app/core/scope.server.ts'
import { isUuid, uuidV7 } from '#app/core/uuid.server.ts'
import { masterKey } from '#app/corporations/master-key.server.ts'

/** Nobody fills the form in faster. */
const shortestMs = 3_000
const longestMs = 24 * 3600_000

type Link = Pick<GuestScope, 'corporationId' | 'subject'>

/** Goes with the form instead of a cookie: made here, for this line, and when. */
export function formToken(link: Link, now: Date): string {
  const id = uuidV7(now.getTime())
  return `${id}.${sealOf(link, id)}`
}

export type FormToken = { id: string; state: 'good' | 'too-fast' | 'expired' }

/** What a token says; null when it was not made here for this line. */
export function readFormToken(link: Link, token: string, now: Date): FormToken | null {
  const [id = '', seal = ''] = token.split('.')
  if (!isUuid(id) || !isSame(seal, sealOf(link, id))) return null
  const age = now.getTime() - Number.parseInt(id.replace('-', '').slice(0, 12), 16)
  if (age > longestMs) return { id, state: 'expired' }
  return { id, state: age < shortestMs ? 'too-fast' : 'good' }
}

/**
 * The id of what is sent with a form: the same each time the same is sent, another when somebody went back and mended it.
 * Nobody can choose or guess it.
 */
export function requestId({ id }: FormToken, content: string): string {
  const hash = createHmac('sha256', masterKey()).update(`request:${id}:${content}`).digest('hex')
  return `${id.slice(0, 15)}${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}

const sealOf = ({ corporationId, subject }: Link, id: string) =>
  createHmac('sha256', masterKey()).update(`form:${corporationId}:${subject}:${id}`).digest('base64url').slice(0, 22)

function isSame(given: string, right: string) {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
}

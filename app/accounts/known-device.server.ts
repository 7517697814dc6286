import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { masterKey } from '#app/corporations/master-key.server.ts'

const cookieName = '__Host-rondbel-device'
const halfYear = 180 * 24 * 3600
/** Colleagues who share a computer. */
const mostPeople = 8

/**
 * What a device where somebody signed in before shows: a number of its own, and for each who did a seal that only this
 * installation can make. It opens nothing; it only counts that person's wrong passwords apart from everybody else's.
 */
export function deviceOf(request: Request): { number: string; seals: string[] } | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  const value = pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? ''
  const [number, ...seals] = value.split('.')
  return number && /^[\w-]{22}$/.test(number) ? { number, seals: seals.slice(0, mostPeople) } : null
}

/** The number of the device when this person signed in there before. */
export function knownDevice(request: Request, email: string): string | null {
  const device = deviceOf(request)
  if (!device) return null
  const own = Buffer.from(sealOf(device.number, email))
  const isOwn = (seal: string) => seal.length === own.length && timingSafeEqual(Buffer.from(seal), own)
  return device.seals.some(isOwn) ? device.number : null
}

/** The cookie for a device where this person has just signed in. */
export function deviceCookie(request: Request, email: string): string {
  const { number, seals } = deviceOf(request) ?? { number: randomBytes(16).toString('base64url'), seals: [] }
  const own = sealOf(number, email)
  const value = [number, ...[own, ...seals.filter((seal) => seal !== own)].slice(0, mostPeople)].join('.')
  return `${cookieName}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${halfYear}`
}

const sealOf = (number: string, email: string) =>
  createHmac('sha256', masterKey()).update(`device:${number}:${email}`).digest('base64url').slice(0, 22)

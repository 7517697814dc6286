import { redirect } from '@remix-run/node'
import { byItselfHeader } from '#app/core/by-itself.ts'
import { forbidden, notFound } from '#app/core/http-errors.ts'
import { cachePerRequest, withRequestCache } from '#app/core/request-cache.server.ts'
import type { CorporationScope, DeskScope, InHand } from '#app/core/scope.server.ts'
import { noteRole } from '#app/core/tracing.server.ts'
import { canAtDesk, type DeskPermission } from './desk-permissions.ts'
import { homeOf } from './navigation.ts'
import { can, type Permission } from './permissions.ts'
import { recordAccessRefused } from './record-refusal.server.ts'
import {
  cookieName,
  findSession,
  newToken,
  type SignedInAtDesk,
  type SignedInMember,
  tokenOf,
} from './sessions.server.ts'

/** The person behind a request, in the corporation they work for at this moment. */
export type Actor = CorporationScope & Omit<SignedInMember, 'sessionId'>
/** The person behind a request, at the desk they work for at this moment. */
export type DeskActor = DeskScope & Omit<SignedInAtDesk, 'sessionId'>
export type Person = Actor | DeskActor

/** Throws a redirect to sign in when nobody is there, and 403 when this role may not, or works for a desk now. */
export async function authorize(request: Request, permission: Permission): Promise<Actor> {
  const person = await authorizeAnybody(request)
  if (person.as === 'member' && can(person, permission)) return person
  // Not everybody's first page is the same.
  if (isFirstPage(request) && homeOf(person) !== '/') throw redirect(homeOf(person))
  throw await refusedAccess(person, permission)
}

/** The same for whoever works for a desk now. */
export async function authorizeDesk(request: Request, permission: DeskPermission): Promise<DeskActor> {
  const person = await authorizeAnybody(request)
  if (person.as === 'desk' && canAtDesk(person, permission)) return person
  throw await refusedAccess(person, permission)
}

/** For what is everybody's own, wherever they work. Throws a redirect to sign in when nobody is there. */
export async function authorizeAnybody(request: Request): Promise<Person> {
  const person = await currentPerson(request)
  if (!person) throw redirect(`/sign-in${returnPath(request)}`)
  return person
}

const isFirstPage = (request: Request) => request.method === 'GET' && new URL(request.url).pathname === '/'

/**
 * A desk's actor with one corporation before them: the only way to its people, and to nobody else's at the same time.
 * Throws 404 when the desk does not serve it now.
 */
export function inHand(actor: DeskActor, corporationId: number): DeskActor & InHand {
  if (!actor.corporationIds.includes(corporationId)) throw notFound()
  return { ...actor, corporationId }
}

/** A 403 to throw, written down: `permission` is what they lack, for a page whose rule is more than one permission. */
export async function refusedAccess(person: Person, permission: Permission | DeskPermission) {
  await recordAccessRefused(person, permission)
  return forbidden()
}

/** Who is signed in, if anybody: asked once a request. */
export async function currentPerson(request: Request): Promise<Person | null> {
  const token = tokenOf(request)
  if (!token) return null
  const signedIn = await cachePerRequest(nameOf(token), () => findSession(token, request.headers.has(byItselfHeader)))
  if (!signedIn) return null
  noteRole(signedIn.role)
  const { sessionId: _, ...person } = signedIn
  return person
}

const nameOf = (token: string) => `session:${token}`

/**
 * Does what a page does for a caller nobody is, of a corporation that is not there: all queries run and none finds a
 * row. `headers` are those of the request, and hold for this work alone.
 */
export function asNobody<T>(work: (headers: Record<string, string>) => Promise<T>): Promise<T> {
  const token = newToken()
  return withRequestCache('', () => {
    cachePerRequest(nameOf(token), async () => nobody)
    return work({ Cookie: `${cookieName}=${token}` })
  })
}

const nobody: SignedInMember = {
  as: 'member',
  sessionId: '00000000-0000-0000-0000-000000000000',
  accountId: '00000000-0000-0000-0000-000000000000',
  corporationId: 2_147_483_647,
  corporationName: '',
  name: '',
  email: '',
  role: 'caller',
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
}

export const placeName = (person: Person) => (person.as === 'member' ? person.corporationName : person.deskName)

/** Marks a route that anybody may use, and why. */
export function publicRoute(_why: string) {}

/** Only a path of our own, and only one that can be opened again. */
function returnPath(request: Request) {
  const { pathname } = new URL(request.url)
  return request.method === 'GET' && pathname !== '/' ? `?to=${encodeURIComponent(pathname)}` : ''
}

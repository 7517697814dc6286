import { redirect } from '@remix-run/node'
import { byItselfHeader } from '#app/core/by-itself.ts'
import { forbidden } from '#app/core/http-errors.ts'
import { cachePerRequest, withRequestCache } from '#app/core/request-cache.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { noteRole } from '#app/core/tracing.server.ts'
import type { Language } from '#app/ui/language.tsx'
import { can, type Permission } from './permissions.ts'
import { recordAccessRefused } from './record-refusal.server.ts'
import type { Role } from './roles.ts'
import { cookieName, findSession, newToken, type SignedIn, tokenOf } from './sessions.server.ts'

/** The person behind a request, in the corporation they work for at this moment. */
export type Actor = CorporationScope & {
  accountId: string
  role: Role
  name: string
  email: string
  timeZone: string
  language: Language
  corporationName: string
}

/** Throws a redirect to sign in when nobody is there, and 403 when this role may not. */
export async function authorize(request: Request, permission: Permission): Promise<Actor> {
  const actor = await currentActor(request)
  if (!actor) throw redirect(`/sign-in${returnPath(request)}`)
  if (!can(actor, permission)) throw await refusedAccess(actor, permission)
  return actor
}

/** A 403 to throw, written down: `permission` is what they lack, for a page whose rule is more than one permission. */
export async function refusedAccess(actor: Actor, permission: Permission) {
  await recordAccessRefused(actor, permission)
  return forbidden()
}

/** Who is signed in, if anybody: asked once a request. */
export async function currentActor(request: Request): Promise<Actor | null> {
  const token = tokenOf(request)
  if (!token) return null
  const signedIn = await cachePerRequest(nameOf(token), () => findSession(token, request.headers.has(byItselfHeader)))
  if (signedIn) noteRole(signedIn.role)
  return signedIn && actorOf(signedIn)
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

const nobody: SignedIn = {
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

/** Marks a route that anybody may use, and why. */
export function publicRoute(_why: string) {}

function actorOf({ sessionId: _, ...signedIn }: SignedIn): Actor {
  return { ...signedIn, corporationIds: [signedIn.corporationId] }
}

/** Only a path of our own, and only one that can be opened again. */
function returnPath(request: Request) {
  const { pathname } = new URL(request.url)
  return request.method === 'GET' && pathname !== '/' ? `?to=${encodeURIComponent(pathname)}` : ''
}

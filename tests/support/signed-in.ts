import type { Person } from '#app/accounts/authorize.server.ts'
import { cookieName, openSession } from '#app/accounts/sessions.server.ts'
import { inScope } from '#app/core/scope.server.ts'

/** A request as the browser of this colleague would send it. */
export async function signedIn(actor: Person, path: string, init: RequestInit = {}): Promise<Request> {
  const token = await inScope(actor, (tx) => openSession(tx, actor.accountId, { place: actor }))
  const headers = new Headers(init.headers)
  headers.set('Cookie', `${cookieName}=${token}`)
  return new Request(new URL(path, 'http://localhost:3000'), { ...init, headers })
}

/** A posted form of this colleague. */
export const posted = (actor: Person, path: string, fields: Record<string, string | string[]>) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return signedIn(actor, path, { method: 'POST', body })
}

/** The response a loader or action threw or gave. */
export async function answerOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call()
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

/** What an address without a page refused, with its status. */
export async function refusalIn(answer: unknown): Promise<{ status: number; refusal: unknown }> {
  if (!(answer instanceof Response)) throw new Error(`Not refused: ${JSON.stringify(answer)}`)
  return { status: answer.status, refusal: await answer.json() }
}

type Action = (args: { request: Request; params: object; context: object }) => unknown

/** One file takes all steps of a list: its action as it stands at this address, whatever the request says. */
export const actionAt =
  (action: unknown, path: string): Action =>
  ({ request, ...args }) =>
    (action as Action)({ ...args, request: new Request(new URL(path, request.url), request) })

import type { Actor } from '#app/accounts/authorize.server.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

type Handler = (args: { request: Request; params: object; context: object }) => unknown
// Loaders and actions take the arguments of Remix; a test gives the parts that they read.
export const call = (handler: unknown, request: Request, params: object) =>
  answerOf(async () => (handler as Handler)({ request, params, context: {} }))

export const load = async (actor: Actor, loader: unknown, params = {}, query = '') =>
  call(loader, await signedIn(actor, `/campaigns/x${query}`), params)

type Fields = Record<string, string | string[]>

export const post = async (actor: Actor, action: unknown, params = {}, fields: Fields = {}) =>
  call(action, await posted(actor, '/campaigns/x', fields), params)

/** Where an answer sends the browser. */
export const locationOf = (answer: unknown) => (answer as Response).headers.get('Location')

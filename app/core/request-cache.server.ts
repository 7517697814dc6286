import { AsyncLocalStorage } from 'node:async_hooks'
import { processSingleton } from './process-singleton.server.ts'

type RequestCache = { requestId: string; values: Map<string, unknown> }
const storage = () => processSingleton('request-cache', () => new AsyncLocalStorage<RequestCache>())

/** Everything done for one request remembers through this what it found out already. */
export const withRequestCache = <T>(requestId: string, work: () => T): T =>
  storage().run({ requestId, values: new Map() }, work)

export function cachePerRequest<T>(name: string, make: () => T): T {
  const cache = storage().getStore()
  if (!cache) return make()
  if (!cache.values.has(name)) cache.values.set(name, make())
  return cache.values.get(name) as T
}

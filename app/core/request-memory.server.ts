import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from './once.server.ts'

type Memory = { requestId: string; values: Map<string, unknown> }
const storage = () => once('request-memory', () => new AsyncLocalStorage<Memory>())

/** Everything done for one request remembers through this what it found out already. */
export const withRequestMemory = <T>(requestId: string, work: () => T): T =>
  storage().run({ requestId, values: new Map() }, work)

export function rememberForRequest<T>(name: string, make: () => T): T {
  const memory = storage().getStore()
  if (!memory) return make()
  if (!memory.values.has(name)) memory.values.set(name, make())
  return memory.values.get(name) as T
}

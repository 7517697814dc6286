const registry = Symbol.for('rondbel.once')
type Registry = { [registry]?: Map<string, unknown> }

/**
 * One value per process, whichever copy of a module asks. The server and the built pages each load their own copy of
 * a module; without this a process would hold two connection pools.
 */
export function processSingleton<T>(name: string, make: () => T): T {
  const holder = globalThis as Registry
  holder[registry] ??= new Map()
  const values = holder[registry]
  if (!values.has(name)) values.set(name, make())
  return values.get(name) as T
}

/** Forgets a value, after it was closed. */
export function resetSingleton(name: string) {
  ;(globalThis as Registry)[registry]?.delete(name)
}

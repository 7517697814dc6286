/** A clock that others make tick: each tick is the moment, in milliseconds, and 0 before the first. */
export function createSeconds(clock: () => number = Date.now) {
  const listeners = new Set<() => void>()
  let now = 0
  return {
    get: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tick() {
      now = clock()
      for (const listener of [...listeners]) listener()
    },
  }
}

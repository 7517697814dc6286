import { processSingleton } from '#app/core/process-singleton.server.ts'
import { TurnedAway, Turnstile } from '#app/core/turnstile.ts'

/** For `Retry-After`: by then those who were waiting are through. */
export const busySeconds = 5

// A password costs a processor most of a second, and the threads that do it also compress every page.
const turnstile = () => processSingleton('door', () => new Turnstile({ atOnce: 2, waiting: 20 }))

/** Does what weighs a password, a few at a time; `known` devices go before others. Null when too many were waiting. */
export async function atTheDoor<T>(who: 'known' | 'others', work: () => Promise<T>): Promise<T | null> {
  try {
    return await turnstile().pass(who, work)
  } catch (error) {
    if (error instanceof TurnedAway) return null
    throw error
  }
}

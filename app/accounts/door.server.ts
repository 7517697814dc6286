import { processSingleton } from '#app/core/process-singleton.server.ts'
import { TurnedAway, Turnstile } from '#app/core/turnstile.ts'

/** How whoever is to wait is answered, and when to try again: by then those who were waiting are through. */
const waits = {
  'too-many-tries': { status: 429, headers: { 'Retry-After': '60' } },
  crowded: { status: 503, headers: { 'Retry-After': '10' } },
}

/** Undefined when waiting would not help. */
export const waitFor = (reason: string) => waits[reason as keyof typeof waits] as (typeof waits)['crowded'] | undefined

// A password costs a processor a moment and 64 MB, and the threads that do it also compress every page. All callers of a
// large office may come in at the same minute: that they wait their turn costs less than sending them away to try again.
const turnstile = () => processSingleton('door', () => new Turnstile({ atOnce: 2, waiting: 60 }))

/** Does what weighs a password, a few at a time; `known` devices go before others. Null when too many were waiting. */
export async function atTheDoor<T>(who: 'known' | 'others', work: () => Promise<T>): Promise<T | null> {
  try {
    return await turnstile().pass(who, work)
  } catch (error) {
    if (error instanceof TurnedAway) return null
    throw error
  }
}

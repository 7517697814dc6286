import { type Urgency, urgencies } from './contact.ts'

const minute = 60_000

/**
 * The start that each urgency has over one that is not urgent at all, in milliseconds. Whoever waits is overtaken by what
 * came at most this much later and never by what comes after that: nobody waits for ever. Danger is overtaken by nothing.
 */
export const headStartMs: Record<Urgency, number> = {
  [urgencies.danger]: 5_256_000 * minute,
  [urgencies.urgent]: 20 * minute,
  [urgencies.general]: 10 * minute,
  [urgencies.chat]: 0,
}

/** The place of a contact among all others, the earliest first: it never moves by itself. The database makes the same in `contact_turn`. */
export const turnAt = (urgency: Urgency, since: Date): Date => new Date(since.getTime() - headStartMs[urgency])

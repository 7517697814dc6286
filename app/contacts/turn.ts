import { type Urgency, urgencies } from './contact.ts'

const minute = 60_000

/**
 * The start that each urgency has over one that is not urgent at all, in milliseconds. Whoever waits is overtaken by what
 * came at most this much later and never by what comes after that: nobody waits for ever. Danger is overtaken by nothing.
 */
const headStartMs: Record<Urgency, number> = {
  [urgencies.danger]: 5_256_000 * minute,
  [urgencies.urgent]: 20 * minute,
  [urgencies.general]: 10 * minute,
  [urgencies.chat]: 0,
}

/**
 * How much later whoever is to be rung back stands: nobody holds the line, and who rings now would else hang up because of
 * those who did before. In danger it makes no difference.
 */
const callBackMs: Record<Urgency, number> = {
  [urgencies.danger]: 0,
  [urgencies.urgent]: 20 * minute,
  [urgencies.general]: 20 * minute,
  [urgencies.chat]: 20 * minute,
}

/**
 * The place of a contact among all others, the earliest first: it never moves by itself. `dueAt`: when to ring back. The
 * database makes the same in `contact_turn`.
 */
export const turnAt = (urgency: Urgency, { waitingSince, dueAt }: { waitingSince: Date; dueAt: Date | null }): Date =>
  new Date((dueAt ? dueAt.getTime() + callBackMs[urgency] : waitingSince.getTime()) - headStartMs[urgency])

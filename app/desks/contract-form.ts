import { z } from 'zod'
import { addDays, dateIn, instantAt } from '#app/time/clock.ts'
import type { ContractInput } from './desks.server.ts'

const day = z.union([z.literal(''), z.iso.date('date')], 'date').default('')

/** Days as the corporation's calendar has them. */
export const contractForm = z
  .object({ deskId: z.coerce.number('required').int('required').positive('required'), from: day, until: day })
  .refine(({ from, until }) => !from || !until || until >= from, { path: ['until'], message: 'until-before-from' })

/** From the beginning of the first day, or else `now`, to the end of the last in `zone`. */
export function contractOf(zone: string, { from, until }: { from: string; until: string }, now: Date): ContractInput {
  return {
    from: from ? instantAt(zone, from, '00:00') : now,
    until: until ? instantAt(zone, addDays(until, 1), '00:00') : null,
  }
}

/** The last day that counts whole: the moment it ends is the beginning of the day after. Null for until further notice. */
export const lastDay = (zone: string, until: Date | null) => until && dateIn(zone, new Date(until.getTime() - 1))

export type ContractState = 'waiting' | 'serving' | 'over'

export function contractState({ from, until }: ContractInput, now: Date): ContractState {
  if (until && until <= now) return 'over'
  return from > now ? 'waiting' : 'serving'
}

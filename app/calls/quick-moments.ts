import { nextCallingMoment } from '#app/campaigns/calling-hours.ts'
import type { Policy } from '#app/campaigns/calling-policy.ts'
import { addDays, dateIn, instantAt, timeIn } from '#app/time/clock.ts'
import type { CallWords } from './words.ts'

/** A moment that is often meant, worked out on the server: "over een uur", within the calling hours. */
export type QuickMoment = { code: keyof CallWords['call']['quick']; on: string; at: string | null }

const minute = 60_000

/** Moments that are often meant when somebody says "later", each within the calling hours. No two are the same. */
export function quickMoments(policy: Policy, zone: string, now: Date): QuickMoment[] {
  const today = dateIn(zone, now)
  const tomorrow = addDays(today, 1)
  const calling = (at: Date) => {
    const moment = nextCallingMoment(policy, zone, at)
    return { on: dateIn(zone, moment), at: timeIn(zone, moment) }
  }
  const soon = calling(roundUp(new Date(now.getTime() + 60 * minute)))
  const afternoon = calling(instantAt(zone, today, '14:00'))
  const morning = calling(instantAt(zone, tomorrow, '09:30'))
  const week = calling(instantAt(zone, addDays(today, 7), '10:00'))
  const found: (QuickMoment | false)[] = [
    soon.on === today && { code: 'in-an-hour', ...soon },
    afternoon.on === today && instantAt(zone, today, '13:00') > now && { code: 'this-afternoon', ...afternoon },
    { code: morning.on === tomorrow ? 'tomorrow-morning' : 'next-calling-day', ...morning },
    week.on !== morning.on && { code: 'next-week', ...week },
  ]
  return found.filter((moment): moment is QuickMoment => moment !== false)
}

/** Days for a promise: no calling hours, since a visit or a repair is somebody else's work. */
export const quickDays = (today: string): QuickMoment[] => [
  { code: 'tomorrow', on: addDays(today, 1), at: null },
  { code: 'next-week', on: addDays(today, 7), at: null },
]

/** To the next five minutes: nobody makes an appointment for 11:03. */
const roundUp = (at: Date) => new Date(Math.ceil(at.getTime() / (5 * minute)) * 5 * minute)

import { nextCallingMoment } from '#app/campaigns/calling-hours.ts'
import type { Policy } from '#app/campaigns/calling-policy.ts'
import { type DayPart, dayPartOf } from '#app/campaigns/day-part.ts'
import { addDays, dateIn, instantAt } from '#app/time/clock.ts'

const hour = 3_600_000
const minutesAfterBusy = 30
const daysToSearch = 14
const partStarts = ['00:00', '12:00', '18:00']

/**
 * When to try again after nobody answered: the hours between have passed, people may be called, and it is another part
 * of the day than the last time. A campaign that calls in one part of the day only waits for the next day instead.
 */
export function nextAttemptAt(policy: Policy, zone: string, lastAt: Date): Date {
  const earliest = nextCallingMoment(policy, zone, new Date(lastAt.getTime() + policy.hoursBetween * hour))
  if (!policy.otherPartOfDay) return earliest
  return (
    firstInAnotherPart(policy, zone, { earliest, avoided: dayPartOf(zone, lastAt) }) ??
    fromNextDay(policy, zone, { lastAt, earliest })
  )
}

/** Engaged means that somebody is at home: soon again, whatever the part of the day. */
export const nextAttemptAfterBusyAt = (policy: Policy, zone: string, lastAt: Date): Date =>
  nextCallingMoment(policy, zone, new Date(lastAt.getTime() + minutesAfterBusy * 60_000))

function firstInAnotherPart(
  policy: Policy,
  zone: string,
  { earliest, avoided }: { earliest: Date; avoided: DayPart },
): Date | null {
  if (dayPartOf(zone, earliest) !== avoided) return earliest
  const firstDay = dateIn(zone, earliest)
  for (let ahead = 0; ahead <= daysToSearch; ahead++) {
    for (const start of partStarts) {
      const from = instantAt(zone, addDays(firstDay, ahead), start)
      const moment = nextCallingMoment(policy, zone, from > earliest ? from : earliest)
      if (dayPartOf(zone, moment) !== avoided) return moment
    }
  }
  return null
}

function fromNextDay(policy: Policy, zone: string, { lastAt, earliest }: { lastAt: Date; earliest: Date }): Date {
  const tomorrow = instantAt(zone, addDays(dateIn(zone, lastAt), 1), '00:00')
  return nextCallingMoment(policy, zone, tomorrow > earliest ? tomorrow : earliest)
}

import { timeIn } from '#app/time/clock.ts'

export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** The hour at which a part of the day ends, on the wall clock. */
export const dayPartEnds = { morning: 12, afternoon: 18 } as const

export function dayPartOf(zone: string, at: Date): DayPart {
  const hour = Number(timeIn(zone, at).slice(0, 2))
  if (hour < dayPartEnds.morning) return 'morning'
  return hour < dayPartEnds.afternoon ? 'afternoon' : 'evening'
}

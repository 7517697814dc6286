import { z } from 'zod'

const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
const callingWindow = z
  .object({ from: wallClock, to: wallClock })
  .refine(({ from, to }) => from < to, { message: 'window-order', path: ['to'] })

export type CallingWindow = z.infer<typeof callingWindow>

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
/** Monday '1' … Sunday '7'. */
export type Weekday = (typeof weekdays)[number]

const officeHours: CallingWindow[] = [{ from: '09:00', to: '17:00' }]

const windowsOfTheWeek = z
  .object(Object.fromEntries(weekdays.map((day) => [day, z.array(callingWindow).max(6)])) as WindowShape)
  .partial()
  .refine((week) => weekdays.some((day) => (week[day]?.length ?? 0) > 0), 'no-calling-hours')

type WindowShape = Record<Weekday, z.ZodArray<typeof callingWindow>>

const whole = (least: number, most: number) =>
  z.coerce.number('number').int('number').min(least, 'too-low').max(most, 'too-high')

/** How a campaign behaves. Times are on the wall clock of the corporation's zone. */
export const policySchema = z.object({
  /** Tries before a home goes to the list "card or visit". */
  maxAttempts: whole(1, 10).default(3),
  hoursBetween: whole(0, 168).default(4),
  otherPartOfDay: z.boolean().default(true),
  windows: windowsOfTheWeek.default({ 1: officeHours, 2: officeHours, 3: officeHours, 4: officeHours, 5: officeHours }),
  onPublicHolidays: z.boolean().default(false),
  /** Nobody spoken to in these days before is called again, by whichever campaign. */
  restDays: whole(0, 365).default(30),
  leaseMinutes: whole(5, 120).default(20),
})

/** What a corporation chooses beforehand for all its campaigns. */
export const callingHoursSchema = policySchema.pick({ windows: true, onPublicHolidays: true })

export type Policy = z.infer<typeof policySchema>
export const defaultPolicy: Policy = policySchema.parse({})

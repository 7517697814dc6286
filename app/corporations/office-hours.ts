import { z } from 'zod'

const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
const officeDay = z
  .object({ opens: wallClock, closes: wallClock })
  .refine(({ opens, closes }) => opens < closes, { message: 'window-order', path: ['closes'] })

export const officeWeekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
/** Monday '1' … Sunday '7'. */
export type OfficeWeekday = (typeof officeWeekdays)[number]

/**
 * When people of the corporation itself are at work, on the wall clock of its zone. A weekday that is not there is closed;
 * so are Dutch public holidays and the days in `closedOn`, 'yyyy-mm-dd'.
 */
export const officeHoursSchema = z.object({
  week: z.partialRecord(z.enum(officeWeekdays), officeDay).refine((week) => Object.keys(week).length > 0, 'never-open'),
  closedOn: z.array(z.iso.date('date')).max(100, 'too-long'),
})
export type OfficeHours = z.infer<typeof officeHoursSchema>

const workingDay = { opens: '08:00', closes: '17:00' }
export const usualOfficeHours: OfficeHours = {
  week: { 1: workingDay, 2: workingDay, 3: workingDay, 4: workingDay, 5: workingDay },
  closedOn: [],
}

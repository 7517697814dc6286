import type { FormFields } from '#app/core/form-fields.ts'
import { officeWeekdays } from './office-hours.ts'

/** What was filled in, as `officeHoursSchema` wants it. A day without times is closed; half a time is wrong, not nothing. */
export function readOfficeHoursForm(form: FormFields) {
  const text = (name: string) => String(form.get(name) ?? '')
  const days = officeWeekdays.map(
    (day) => [day, { opens: text(`opens-${day}`), closes: text(`closes-${day}`) }] as const,
  )
  const closedOn = form
    .getAll('closedOn[]')
    .map(String)
    .filter((date) => date !== '')
  return {
    week: Object.fromEntries(days.filter(([, { opens, closes }]) => opens || closes)),
    closedOn: [...new Set(closedOn)].sort(),
  }
}

import type { FormFields } from '#app/core/form-fields.ts'
import { weekdays } from '../calling-policy.ts'

type Window = { from: string; to: string }

/** What was filled in, as `policySchema` wants it. A day without times is not called on; half a time is wrong, not nothing. */
export function readPolicy(form: FormFields) {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    maxAttempts: text('maxAttempts'),
    hoursBetween: text('hoursBetween'),
    restDays: text('restDays'),
    leaseMinutes: text('leaseMinutes'),
    otherPartOfDay: form.has('otherPartOfDay'),
    onPublicHolidays: form.has('onPublicHolidays'),
    windows: Object.fromEntries(
      weekdays.flatMap((day) => {
        const windows = windowsOn(form, day)
        return windows.length > 0 ? [[day, windows]] : []
      }),
    ),
  }
}

function windowsOn(form: FormFields, day: string): Window[] {
  const [from, to] = [form.getAll(`from-${day}[]`).map(String), form.getAll(`to-${day}[]`).map(String)]
  return from.map((start, index) => ({ from: start, to: to[index] ?? '' })).filter((window) => window.from || window.to)
}

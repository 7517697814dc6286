import { addDays, daysBetween } from '#app/time/clock.ts'
import { workingDayFrom } from '#app/time/working-day.ts'

/** So many days without news, and somebody should ask. */
export const remindAfterDays = 7

/** The day on which to ask how it stands: a week after the last step, when there is somebody to ask. */
export const remindOn = (today: string) => workingDayFrom(addDays(today, remindAfterDays))

/** Days that the reminder has been due; null while it is not. */
export function reminderDue(referral: { state: string; remindOn: string }, today: string): number | null {
  if (referral.state === 'ended') return null
  const days = daysBetween(referral.remindOn, today)
  return days >= 0 ? days : null
}

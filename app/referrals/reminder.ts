import { addDays, daysBetween } from '#app/time/clock.ts'

/** So many days without news, and somebody should ask. */
export const remindAfterDays = 7

/** The day on which to ask how it stands: a week after the last step. */
export const remindOn = (today: string) => addDays(today, remindAfterDays)

/** Days that the reminder has been due; null while it is not. */
export function reminderDue(referral: { state: string; remindOn: string }, today: string): number | null {
  if (referral.state === 'ended') return null
  const days = daysBetween(referral.remindOn, today)
  return days >= 0 ? days : null
}

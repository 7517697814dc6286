import { dateIn, timeIn } from '#app/time/clock.ts'
import { dateText } from '#app/ui/format.ts'
import type { CallBackPromise, Wish } from './promise.ts'

/** When somebody asked to be rung and what they were promised, as an operator reads it: of which day is always said. */
export function wishedText(wish: Wish, { dueAt, promisedAt }: CallBackPromise, zone: string): string {
  const moment = (at: Date) => `${dateText(dateIn(zone, at))} ${timeIn(zone, at)}`
  const asked = wish === 'now' || !dueAt ? 'zo snel mogelijk' : `vanaf ${moment(dueAt)}`
  return promisedAt ? `${asked}, beloofd vóór ${moment(promisedAt)}` : asked
}

import { clockText } from '#app/ui/format.ts'
import { useNow } from './desk-live.tsx'

/** How long ago, running: `0:42`. Read when somebody comes by, not each second. */
export function RunningClock({ since }: { since: string }) {
  return <time dateTime={since}>{clockText((useNow() - Date.parse(since)) / 1000)}</time>
}

/** How long until: runs down to nothing. */
export function CountDown({ until }: { until: string }) {
  return <time dateTime={until}>{clockText((Date.parse(until) - useNow()) / 1000)}</time>
}

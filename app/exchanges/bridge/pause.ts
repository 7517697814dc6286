import { setTimeout as sleep } from 'node:timers/promises'

const longestMs = 30_000

/** After so many failures before this one: longer each time, up to half a minute; cut short when it is stopped. */
export const pause = (failures: number, stopped: AbortSignal): Promise<unknown> =>
  sleep(Math.min(longestMs, 250 * 2 ** Math.min(failures, 10)), null, { signal: stopped }).catch(() => {})

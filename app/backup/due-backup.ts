import { addDays, dateIn, timeIn } from '#app/time/clock.ts'

const zone = 'Europe/Amsterdam'
const named = /^rondbel-\d{4}-\d{2}-\d{2}\.backup$/

/** The file that should be there now: of today, or of yesterday as long as it is not yet `at`, 'HH:MM' in the Netherlands. */
export function dueBackup(now: Date, at: string): string {
  const today = dateIn(zone, now)
  return `rondbel-${timeIn(zone, now) >= at ? today : addDays(today, -1)}.backup`
}

/** Of the files in a folder those that go: our own, beyond the newest `kept`. */
export const backupsToRemove = (names: readonly string[], kept: number): string[] =>
  names
    .filter((name) => named.test(name))
    .sort()
    .slice(0, -kept)

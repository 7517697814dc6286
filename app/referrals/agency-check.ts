import { dateIn } from '#app/time/clock.ts'
import { dateText } from '#app/ui/format.ts'

const checkedDays = 365

/** Nobody looked in a year whether it still holds. `checkedAt` is null when nobody ever did. */
export function isLongUnchecked(checkedAt: Date | string | null, now: Date | string): boolean {
  if (checkedAt === null) return true
  return new Date(now).getTime() - new Date(checkedAt).getTime() > checkedDays * 86_400_000
}

type CheckWords = { checkedOn: (day: string) => string; neverChecked: string; longUnchecked: string }

/** When it was checked, and the mark of one that nobody looked at in a year; days on the clock of the zone. */
export function checkText(
  checkedAt: Date | null,
  { words, zone, now }: { words: CheckWords; zone: string; now: Date },
): string {
  if (checkedAt === null) return words.neverChecked
  const day = words.checkedOn(dateText(dateIn(zone, checkedAt)))
  return isLongUnchecked(checkedAt, now) ? `${day} · ${words.longUnchecked}` : day
}

type AgencyFacts = {
  name: string
  municipality: string
  helpsWith: string
  openingHours: string
  /** What is said of when somebody last looked; empty when nothing is. */
  checked: string
}

/** All that a caller needs to choose one, in one line. */
export function agencyLine({ name, municipality, helpsWith, openingHours, checked }: AgencyFacts): string {
  const who = [name, municipality].filter(Boolean).join(', ')
  const what = [helpsWith, openingHours, checked].filter(Boolean).join(' · ')
  return what ? `${who}: ${what}` : who
}

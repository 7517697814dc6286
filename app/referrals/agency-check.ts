import { dateText } from '#app/ui/format.ts'

const checkedDays = 365

/** Nobody looked in a year whether it still holds. `checkedAt` is null when nobody ever did. */
export function isLongUnchecked(checkedAt: Date | string | null, now: Date | string): boolean {
  if (checkedAt === null) return true
  return new Date(now).getTime() - new Date(checkedAt).getTime() > checkedDays * 86_400_000
}

export type AgencyFacts = {
  name: string
  municipality: string
  helpsWith: string
  openingHours: string
  /** 'yyyy-mm-dd'; null when nobody ever did. */
  checkedOn: string | null
}

/** All that a caller needs to choose one, in one line. */
export function agencyLine(
  { name, municipality, helpsWith, openingHours, checkedOn }: AgencyFacts,
  checked: (day: string) => string,
): string {
  const who = [name, municipality].filter(Boolean).join(', ')
  const what = [helpsWith, openingHours, checkedOn && checked(dateText(checkedOn))].filter(Boolean).join(' · ')
  return what ? `${who}: ${what}` : who
}

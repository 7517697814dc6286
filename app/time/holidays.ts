import Holidays from 'date-holidays'

const dutch = new Holidays('NL')
const knownYears = new Map<number, ReadonlyMap<string, string>>()

/** The name of the Dutch public holiday on a date 'yyyy-mm-dd', if it is one. */
export const publicHolidayOn = (date: string): string | null => holidaysOf(Number(date.slice(0, 4))).get(date) ?? null

function holidaysOf(year: number): ReadonlyMap<string, string> {
  const known = knownYears.get(year)
  if (known) return known
  const found = new Map(
    dutch
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name]),
  )
  // Liberation Day is a day off once in five years; the library calls it a school holiday in all of them.
  if (year % 5 === 0) found.set(`${year}-05-05`, 'Bevrijdingsdag')
  knownYears.set(year, found)
  return found
}

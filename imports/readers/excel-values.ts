/** The built-in number formats that show a date (ECMA-376 part 1, 18.8.30), the Asian ones included. */
const builtInDates = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Does a number format show a calendar date? One that shows only a time of day does not. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates(id)
  const shown = (code.slice(0, longestFormat).split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  return /[dy]|j/i.test(shown) && !/general|standaard/i.test(shown)
}

/** More than a spreadsheet keeps. */
const longestFormat = 255

const dayInMilliseconds = 86_400_000

/** An Excel day number as `yyyy-mm-dd`, or null outside the calendar. Day 60 of the 1900 system never existed. */
export function excelDate(serial: number, startsIn1904: boolean): string | null {
  const day = Math.floor(serial)
  if (startsIn1904) return isoDay(Date.UTC(1904, 0, 1), day)
  if (day === 0) return '1900-01-01'
  if (day === 60) return null
  return day < 60 ? isoDay(Date.UTC(1899, 11, 31), day) : isoDay(Date.UTC(1899, 11, 30), day)
}

function isoDay(epoch: number, day: number): string | null {
  if (!(day >= 0 && day < 2_958_466)) return null
  return new Date(epoch + day * dayInMilliseconds).toISOString().slice(0, 10)
}

/**
 * The number of a cell as the digits Excel shows: fifteen of them count. Programs write 612345678 as 6.12345678E8, and
 * 0.1 + 0.2 as 0.30000000000000004. A number too long for its digits to be known keeps its E, so that no rule takes it
 * for a phone number.
 */
export function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw
  const number = Number(raw)
  if (!Number.isFinite(number) || raw.trim() === '') return raw
  return Math.abs(number) >= 1e15 ? raw : String(Number(number.toPrecision(15)))
}

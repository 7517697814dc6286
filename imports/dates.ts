import { excelDate } from '#imports/readers/excel-values.ts'
import { dayInAmsterdam } from '#imports/zoned-dates.ts'

/**
 * Which order the parts of a date have. `compact` is yyyymmdd and `serial` the number of the day in a spreadsheet; that
 * and `mdy` are only ever chosen on evidence.
 */
export const dateNotations = ['dmy', 'iso', 'compact', 'mdy', 'serial'] as const
export type DateNotation = (typeof dateNotations)[number]

export type ReadDate = { value: string | null; isValid: boolean }

const nothing: ReadDate = { value: null, isValid: true }
const invalid: ReadDate = { value: null, isValid: false }

/**
 * Reads a calendar date as `yyyy-mm-dd`. What an ERP writes for "no date" (1753-01-01, 1900-01-01 …) reads as empty.
 * A date with the year in front reads the same in every notation; a year of two digits is refused, since its century
 * would be a guess.
 */
export function readDate(text: string, notation: DateNotation): ReadDate {
  if (text === '') return nothing
  const date = dashed(text, notation) ?? spelled(text, notation)
  if (date === null) return text.trim() === '' ? nothing : invalid
  return meansNoDate.has(date) ? nothing : { value: date, isValid: true }
}

const meansNoDate = new Set([
  '0001-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1900-01-02',
  '9999-12-31',
])

/** Is it no date as this column writes them, and one with day and month the other way round? */
export function isInOtherOrder(text: string, notation: DateNotation): boolean {
  if (readDate(text, notation).isValid) return false
  const other = readDate(text, notation === 'mdy' ? 'dmy' : 'mdy')
  return other.isValid && other.value !== null
}

/** The shapes nearly all dates have, d-m-yyyy and yyyy-mm-dd, without a regular expression. */
function dashed(text: string, notation: DateNotation): string | null {
  if (text.length < 8 || text.length > 10) return null
  if (text.length === 10 && isDash(text.charCodeAt(4)) && text.charCodeAt(7) === text.charCodeAt(4)) {
    return calendarDate(numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2))
  }
  const dash = isDash(text.charCodeAt(1)) ? 1 : 2
  const next = text.length - 5
  if (!isDash(text.charCodeAt(dash)) || text.charCodeAt(next) !== text.charCodeAt(dash)) return null
  if (next - dash !== 2 && next - dash !== 3) return null
  const first = numberAt(text, 0, dash)
  const second = numberAt(text, dash + 1, next - dash - 1)
  const year = numberAt(text, next + 1, 4)
  return notation === 'mdy' ? calendarDate(year, first, second) : calendarDate(year, second, first)
}

const clock =
  '(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[ap]\\.?m\\.?)?(?: ?(?:Z|[+-]\\d{2}(?::?\\d{2})?))?)?'
const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${clock}$`, 'i')
const yearLast = new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})${clock}$`, 'i')
const inWords = new RegExp(`^(\\d{1,2})[-/. ]+([a-z]{3,9})\\.?[-/. ]+(\\d{4})${clock}$`, 'i')
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/
const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const otherMonths: Record<string, number> = { maa: 3, mar: 3, may: 5, oct: 10 }

function spelled(untrimmed: string, notation: DateNotation): string | null {
  const text = plain(untrimmed)
  if (notation === 'serial' && dayNumber.test(text)) return excelDate(Number.parseInt(text, 10), false)
  const day = written(text, notation)
  return day === null || text.length <= 10 ? day : dayInAmsterdam(text, day)
}

const dayNumber = /^\d{1,6}(?:[.,]\d{1,12})?$/

/** With the signs of a keyboard: a dash may be any of Unicode's, and a spreadsheet puts an apostrophe in front of text. */
const plain = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .replace(/^'/, '')

function written(text: string, notation: DateNotation): string | null {
  const front = yearFirst.exec(text) ?? (notation === 'compact' ? eightDigits.exec(text) : null)
  if (front) return calendarDate(Number(front[1]), Number(front[2]), Number(front[3]))
  const last = yearLast.exec(text)
  if (last) {
    const [first, second] = [Number(last[1]), Number(last[2])]
    return notation === 'mdy'
      ? calendarDate(Number(last[3]), first, second)
      : calendarDate(Number(last[3]), second, first)
  }
  const words = inWords.exec(text)
  if (!words) return null
  const month = (words[2] ?? '').slice(0, 3).toLowerCase()
  return calendarDate(Number(words[3]), otherMonths[month] ?? months.indexOf(month) + 1, Number(words[1]))
}

function calendarDate(year: number, month: number, day: number): string | null {
  // written so that NaN, from a letter among the digits, fails too
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return null
  return `${fourDigits(year)}-${twoDigits[month]}-${twoDigits[day]}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const twoDigits = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'))
const fourDigits = (year: number): string => (year >= 1000 ? String(year) : String(year).padStart(4, '0'))

const isDash = (code: number): boolean => code === 45 || code === 47 || code === 46

function numberAt(text: string, start: number, length: number): number {
  let number = 0
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

const oldestAge = 120

/** Nobody is born after today, and a birth date of more than 120 years ago is a typing error. */
export function isPossibleBirthDate(date: string, today: string): boolean {
  const oldest = `${Number(today.slice(0, 4)) - oldestAge}${today.slice(4)}`
  return date <= today && date >= oldest
}

/** The notation that reads all of these, preferring what Dutch programs write; null when they show no date at all. */
export function detectDateNotation(values: readonly string[]): DateNotation | null {
  const seen = { iso: 0, compact: 0, dayFirst: 0, monthFirst: 0, either: 0 }
  for (const value of values) {
    const text = value.trim()
    if (yearFirst.test(text)) seen.iso++
    else if (eightDigits.test(text) && spelled(text, 'compact') !== null) seen.compact++
    else {
      const parts = yearLast.exec(text)
      if (!parts) continue
      const [first, second] = [Number(parts[1]), Number(parts[2])]
      if (first > 12 && second <= 12) seen.dayFirst++
      else if (second > 12 && first <= 12) seen.monthFirst++
      else if (first > 0 && second > 0) seen.either++
    }
  }
  const yearAtTheEnd = seen.dayFirst + seen.monthFirst + seen.either
  if (yearAtTheEnd === 0 && seen.iso === 0 && seen.compact === 0) return null
  if (yearAtTheEnd >= seen.iso && yearAtTheEnd >= seen.compact) {
    return seen.monthFirst > 0 && seen.dayFirst === 0 ? 'mdy' : 'dmy'
  }
  return seen.compact > seen.iso ? 'compact' : 'iso'
}

/**
 * Is this a column of the numbers that stand for days in a spreadsheet? Only when nearly all of what it holds is such a
 * number and fits: a birth date a life, another date a tenancy. A column of years fits neither.
 */
export function holdsDayNumbers(values: readonly string[], isFitting: (date: string) => boolean): boolean {
  let [filled, fitting] = [0, 0]
  for (const value of values) {
    const text = value.trim()
    if (text === '' || meansNothing.test(text)) continue
    filled++
    const date = dayNumber.test(text) ? excelDate(Number.parseInt(text, 10), false) : null
    if (date !== null && isFitting(date)) fitting++
  }
  return fitting > 0 && fitting >= filled * nearlyAll
}

const nearlyAll = 0.9
const meansNothing = /^(?:0|1|-|null)$/i

/** No tenant that is called signed before the war, nor for the next century. */
export const isPossibleTenancyDate = (date: string): boolean => date >= '1940-01-01' && date < '2100-01-01'

/**
 * What programs and people write where there is nothing: a formula that failed, NULL, "n.v.t.". It is no name, no
 * address and no number.
 */
export function saysNothing(text: string): boolean {
  if (text.length > 22) return false
  const first = text.charCodeAt(0)
  // nearly every cell starts with a letter that none of these has, or is too long to be one
  if (first > 122 || startsOfNothing[first] !== true) return first > 122 && onlyDashes.test(text)
  return nothing.test(text) || text === 'nan' || text === 'NaN' || failed.test(text)
}

const words = [
  String.raw`\(?null\)?`,
  String.raw`n\.?v\.?t\.?`,
  'n/a',
  'niet van toepassing',
  'niet bekend',
  'onbekend',
  'unknown',
  'undefined',
  'none',
  'geen',
  'leeg',
  'leegstand',
  'leegstaand',
  'blanco',
  'nihil',
]
const nothing = new RegExp(String.raw`^(?:${words.join('|')}|[-.?*_/]+|\(?(?:leeg|onbekend|geen|blank)\)?)$`, 'i')
/** In the languages a spreadsheet here is set to, Dutch and English; "####" is a column too narrow to be shown. */
const failed =
  /^#(?:n\/b|n\/a|naam\?|name\?|verw!|ref!|waarde!|value!|deel\/0!|div\/0!|getal!|num!|leeg!|null!|overloop!|spill!|bereken!|calc!|[a-z]{3,12}[!?]|#*)$/i
const onlyDashes = /^[\u2010-\u2015\u2212]+$/

const startsOfNothing: Record<number, true> = Object.fromEntries(
  [...'nNoOuUgGlLbB(#-.?*_/'].map((letter) => [letter.charCodeAt(0), true]),
)

/** "1-dec", "jan-12", "2026-12-01": what a spreadsheet makes of 1-12 or 12-1. */
export const becameDate = (text: string): boolean => text.length <= 30 && dates.some((shape) => shape.test(text))

const month =
  '(?:jan|feb|mrt|maa|mar|apr|mei|may|jun|jul|aug|sep|sept|okt|oct|nov|dec|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)'
const clock = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?`
const dates = [
  new RegExp(String.raw`^\d{1,2}[- /.]{1,2}${month}\.?(?:[- /.]{1,2}\d{2,4})?$`, 'i'),
  new RegExp(String.raw`^${month}\.?[- /.]{1,2}\d{1,4}$`, 'i'),
  new RegExp(String.raw`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}${clock}$`),
  new RegExp(String.raw`^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}${clock}$`),
]

/** The number that stands in a spreadsheet for a day from 2000 to 2099: no street is that long. */
export const isDayNumber = (number: number): boolean => number >= 36_526 && number <= 73_050

/** A whole number that a program wrote with a fraction: "12.0" and "12,00" are 12. */
export const withoutFraction = (text: string): string => wholeWithFraction.exec(text)?.[1] ?? text

const wholeWithFraction = /^(\d{1,15})[.,]0{1,6}$/

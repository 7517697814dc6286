const number = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?`
const amount = String.raw`(?:€|\bEUR)\s?(?:${number})(?:,?-)?|(?<![\d.,])(?:${number})(?:,-)?\s?(?:€|eur\b|euro\b|euro's\b|cent\b)|(?<![\d.,])\d+,-`

// Between two digits of one number: a space, a hyphen, a dot, a slash, brackets.
const gap = String.raw`[ \u00a0./()\u2010-\u2015-]{0,3}`
const digits = (least: number, most = least) => String.raw`(?:${gap}\d){${least},${most}}`
// Around the digits of a place, and not around the whole.
const bracket = String.raw`(?:\((?=\d{2,4}\)))?`
const end = String.raw`(?![\d:])`
const phone = [
  // +31 6 …, 0031 6 …
  String.raw`(?:\+|(?<!\d)00)\d${digits(7, 14)}${end}`,
  // 0800 and 0900 numbers have four or seven digits behind that, all others ten together.
  String.raw`(?<![\d.,])${bracket}0${gap}[89]${gap}0${gap}[0-9]${digits(4)}${end}(?!${gap}\d)`,
  String.raw`(?<![\d.,])${bracket}0${gap}[89]${gap}0${gap}[0-9]${digits(7)}${end}`,
  String.raw`(?<![\d.,])${bracket}0${digits(9)}${end}`,
  // A municipality: 14 020, 14 0162.
  String.raw`(?<![\d.,])14 ?0\d{2,3}${end}(?![.,]\d)`,
].join('|')

// A short number is one unless something is counted with it.
const counted = String.raw`(?!\s?(?:%|°|[xX]\b|(?:uur|uren|minuten|minuut|min|seconden|dagen|weken|maanden|jaar|jaren|meter|centimeter|kilometer|km|cm|mm|m|m2|m3|m²|m³|liter|graden|procent|watt|volt|ampère|ampere|kilo|kg|gram|keer|woningen|huizen|mensen|personen|hours?|minutes?|days?|weeks?|months?|years?|meters?|metres?|times|homes|people)(?!\p{L})))`
const short = String.raw`(?<![\d.,/-])(?:11[2-8]|144|116\d{3})(?![\p{L}\d:/]|[.,-]\d)${counted}`

const typed = new RegExp(`${phone}|${amount}|${short}`, 'giu')

/** As it looks: what was pasted may hold signs that nobody sees, or digits of another width. */
const asItLooks = (text: string) => text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')

/**
 * The telephone numbers and amounts that somebody typed in a text where a placeholder should stand, as they stand there, in
 * order: "0800-9009", "€ 75", "112". Not what is only counted: "24 uur", "100 meter".
 */
export const typedNumbersIn = (text: string): string[] =>
  [...asItLooks(text).matchAll(typed)].map(([found]) => found.trim())

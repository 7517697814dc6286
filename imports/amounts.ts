/** `comma` writes 1.234,56 and `point` writes 1,234.56 or 1234.56. */
export const amountNotations = ['comma', 'point'] as const
export type AmountNotation = (typeof amountNotations)[number]

export type ReadAmount = { cents: number | null; isValid: boolean }

const nothing: ReadAmount = { cents: null, isValid: true }
const zero: ReadAmount = { cents: 0, isValid: true }
const invalid: ReadAmount = { cents: null, isValid: false }

const shapes: Record<AmountNotation, RegExp> = {
  comma: /^(-?)(?:€ ?)?(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}|-|--|\d{2}0{1,4}))?(-?)$/,
  point: /^(-?)(?:€ ?)?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}|-|--|\d{2}0{1,4}))?(-?)$/,
}

/** A dash is how bookkeepers write that there is none. */
const nothingSaid = /^[-\u2013\u2014]?$/

/** Reads an amount of euros as whole cents; "12,50-" is negative, "€ 12,-" has no cents. */
export function readAmount(text: string, notation: AmountNotation): ReadAmount {
  if (text === '') return nothing
  if (text === '0') return zero
  const parts = shapes[notation].exec(text) ?? shapes[notation].exec(withoutMarks(text))
  if (parts === null) return nothingSaid.test(text.trim()) ? nothing : invalid
  if (parts[1] === '-' && parts[4] === '-') return invalid
  const euros = Number((parts[2] ?? '').replace(/[.,]/g, ''))
  const cents = Number((parts[3] ?? '').replace(/-/g, '').slice(0, 2).padEnd(2, '0'))
  const total = euros * 100 + cents
  if (total > largest) return invalid
  const isNegative = (parts[1] === '-' || parts[4] === '-') && total > 0
  return { cents: isNegative ? -total : total, isValid: true }
}

function withoutMarks(text: string): string {
  return text
    .replace(/\s/g, '')
    .replace(/^(-?)(?:€|EUR)/i, '$1')
    .replace(/(?:€|EUR)$/i, '')
}

/** Ten million euros: above it a column of something else was mapped, and the database keeps cents as an integer. */
const largest = 1_000_000_000

/** Null when no value shows which sign separates the cents. */
export function detectAmountNotation(values: readonly string[]): AmountNotation | null {
  let comma = 0
  let point = 0
  for (const value of values) {
    const text = value.replace(/[€\s\u00a0-]|EUR/gi, '')
    if (/^\d[\d.]*,\d{0,2}$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) comma++
    else if (/^\d[\d,]*\.\d{0,2}$/.test(text) || /^\d{1,3}(,\d{3}){2,}$/.test(text)) point++
  }
  if (comma === 0 && point === 0) return null
  return comma >= point ? 'comma' : 'point'
}

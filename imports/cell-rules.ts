import { type AmountNotation, readAmount } from '#imports/amounts.ts'
import { holdsBsn } from '#imports/bsn.ts'
import type { Field } from '#imports/columns.ts'
import { type DateNotation, isPossibleBirthDate, readDate } from '#imports/dates.ts'
import { readEmail } from '#imports/emails.ts'
import { readLanguage } from '#imports/languages.ts'
import type { Warnings } from '#imports/row-warnings.ts'
import { readSex, type Sex } from '#imports/sexes.ts'
import { tidy } from '#imports/text.ts'
import { readYesNo } from '#imports/yes-no.ts'

/** Free text: '' when empty, too long to be what the column says, or when it holds a citizen service number. */
export function textOf(cell: string, field: Field, warnings: Warnings): string {
  const text = tidy(cell)
  if (text.length > longestText) {
    warnings.add('text-too-long', field, text)
    return ''
  }
  if (text.length >= 9 && holdsBsn(text)) {
    warnings.add('looks-like-bsn', field, text)
    return ''
  }
  if (text.includes('\ufffd')) warnings.add('unreadable-characters', field, text)
  return text
}

const longestText = 200

/** A number or code of the ERP, kept exactly, leading zeros too. */
export function identifierOf(cell: string, field: Field, warnings: Warnings): string | null {
  const text = tidy(cell)
  if (text === '') return null
  return text.length > longestIdentifier ? warnings.add('text-too-long', field, text) : text
}

export const longestIdentifier = 64

export function dateOf(cell: string, field: Field, notation: DateNotation, warnings: Warnings): string | null {
  if (cell === '') return null
  const read = readDate(cell, notation)
  return read.isValid ? read.value : warnings.add('invalid-date', field, cell)
}

export function pastDateOf(
  cell: string,
  field: Field,
  notation: DateNotation,
  today: string,
  warnings: Warnings,
): string | null {
  const date = dateOf(cell, field, notation, warnings)
  return date !== null && date > today ? warnings.add('invalid-date', field, cell) : date
}

export function birthDateOf(cell: string, notation: DateNotation, today: string, warnings: Warnings): string | null {
  if (cell === '') return null
  const read = readDate(cell, notation)
  if (read.isValid && (read.value === null || isPossibleBirthDate(read.value, today))) return read.value
  return warnings.add('impossible-birth-date', 'birthOn', cell)
}

export function sexOf(cell: string, warnings: Warnings): Sex | null {
  if (cell === '') return null
  const sex = readSex(tidy(cell))
  return sex === undefined ? warnings.add('invalid-sex', 'sex', cell) : sex
}

export function emailOf(cell: string, warnings: Warnings): string | null {
  if (cell === '') return null
  const text = tidy(cell)
  return text === '' ? null : (readEmail(text) ?? warnings.add('invalid-email-address', 'email', cell))
}

export function languageOf(cell: string, warnings: Warnings): string | null {
  const text = tidy(cell)
  if (text === '' || /^(?:onbekend|unknown|-)$/i.test(text)) return null
  return readLanguage(text) ?? warnings.add('unknown-language', 'language', cell)
}

export function arrearsOf(cell: string, notation: AmountNotation, warnings: Warnings): number | null {
  if (cell === '') return null
  const read = readAmount(cell, notation)
  return read.isValid ? read.cents : warnings.add('invalid-amount', 'arrears', cell)
}

export function householdSizeOf(cell: string, warnings: Warnings): number | null {
  const text = tidy(cell)
  if (text === '' || text === '0') return null
  const size = /^\d{1,2}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : 0
  return size >= 1 && size <= 30 ? size : warnings.add('invalid-household-size', 'householdSize', cell)
}

export function yesNoOf(cell: string, warnings: Warnings): boolean | null {
  return readYesNo(cell) ?? warnings.add('invalid-yes-no', 'doNotCall', cell)
}

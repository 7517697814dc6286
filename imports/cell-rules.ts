import { type AmountNotation, readAmount } from '#imports/amounts.ts'
import { saysNothing } from '#imports/artefacts.ts'
import { holdsBsn } from '#imports/bsn.ts'
import {
  type DateNotation,
  isInOtherOrder,
  isPossibleBirthDate,
  isPossibleTenancyDate,
  readDate,
} from '#imports/dates.ts'
import { readEmail } from '#imports/emails.ts'
import { readLanguage } from '#imports/languages.ts'
import type { WarningCode } from '#imports/problems.ts'
import { readSex, type Sex } from '#imports/sexes.ts'
import { hasDamagedLetters, tidy } from '#imports/text.ts'
import { readYesNo } from '#imports/yes-no.ts'

/** Says what is wrong with a value of one column; always gives null, for the value that is then left empty. */
export type Warn = (code: WarningCode, value: string) => null

/** How one column of one list is read. */
export type Reading = {
  warn: Warn
  dateNotation: DateNotation
  amountNotation: AmountNotation
  /** yyyy-mm-dd: bounds the dates of people's lives. */
  today: string
}

/** Reads one cell by itself. Null is nothing said, or nothing that could be read: then it has warned. */
type CellRule<Value> = (cell: string, reading: Reading) => Value | null

const text: CellRule<string> = (cell, { warn }) => textOf(cell, warn) || null

/** A number or code of the ERP, kept exactly, leading zeros too. */
const identifier: CellRule<string> = (cell, { warn }) => {
  const text = tidy(cell)
  if (text === '') return null
  if (saysNothing(text)) return warn('says-nothing', text)
  return text.length > longestIdentifier ? warn('text-too-long', text) : text
}

const date: CellRule<string> = (cell, { dateNotation, warn }) => {
  if (cell === '') return null
  const read = readDate(cell, dateNotation)
  if (!read.isValid) return warn(isInOtherOrder(cell, dateNotation) ? 'other-date-order' : 'invalid-date', cell)
  const isOutside = dateNotation === 'serial' && read.value !== null && !isPossibleTenancyDate(read.value)
  return isOutside ? warn('invalid-date', cell) : read.value
}

const birthDate: CellRule<string> = (cell, { dateNotation, today, warn }) => {
  if (cell === '') return null
  const read = readDate(cell, dateNotation)
  if (read.isValid && (read.value === null || isPossibleBirthDate(read.value, today))) return read.value
  return warn(isInOtherOrder(cell, dateNotation) ? 'other-date-order' : 'impossible-birth-date', cell)
}

/** In whole cents. */
const amount: CellRule<number> = (cell, { amountNotation, warn }) => {
  if (cell === '') return null
  const read = readAmount(cell, amountNotation)
  return read.isValid ? read.cents : warn('invalid-amount', cell)
}

const sex: CellRule<Sex> = (cell, { warn }) => {
  if (cell === '') return null
  const sex = readSex(tidy(cell))
  return sex === undefined ? warn('invalid-sex', cell) : sex
}

const email: CellRule<string> = (cell, { warn }) => {
  if (cell === '') return null
  const text = tidy(cell)
  return text === '' ? null : (readEmail(text) ?? warn('invalid-email-address', cell))
}

const language: CellRule<string> = (cell, { warn }) => {
  const text = tidy(cell)
  if (text === '' || /^(?:onbekend|unknown|-)$/i.test(text)) return null
  return readLanguage(text) ?? warn('unknown-language', cell)
}

const householdSize: CellRule<number> = (cell, { warn }) => {
  const text = tidy(cell)
  if (text === '' || text === '0') return null
  const size = /^\d{1,2}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : 0
  return size >= 1 && size <= 30 ? size : warn('invalid-household-size', cell)
}

/** An empty cell is a no; null is something that is neither yes nor no. */
const yesNo: CellRule<boolean> = (cell, { warn }) => readYesNo(cell) ?? warn('invalid-yes-no', cell)

/** How the cells of a column are read that need no other column beside them. */
export const cellRules = {
  text,
  identifier,
  date,
  'birth-date': birthDate,
  amount,
  sex,
  email,
  language,
  'household-size': householdSize,
  'yes-no': yesNo,
}

export type CellKind = keyof typeof cellRules

/** Free text: '' when empty, too long to be what the column says, or when it holds a citizen service number. */
export function textOf(cell: string, warn: Warn): string {
  const text = tidy(cell)
  if (text.length > longestText) {
    warn('text-too-long', text)
    return ''
  }
  if (text.length >= 9 && holdsBsn(text)) {
    warn('looks-like-bsn', text)
    return ''
  }
  if (saysNothing(text)) {
    warn('says-nothing', text)
    return ''
  }
  if (hasDamagedLetters(text)) warn('unreadable-characters', text)
  return text
}

const longestText = 200
export const longestIdentifier = 64

import { createHash } from 'node:crypto'
import { isBsnColumn } from '#imports/bsn.ts'
import { type Field, isBsnHeader, meaningOfHeader, missingNeeds, type Need, normaliseHeader } from '#imports/columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { looksLike } from '#imports/value-shapes.ts'

export type ColumnSuggestion = {
  header: string
  field: Field | null
  confidence: 'sure' | 'doubtful'
  reason: 'header' | 'header-and-values' | 'values' | 'unknown' | 'field-taken' | 'looks-like-bsn'
}

export type SuggestedMapping = {
  columns: ColumnSuggestion[]
  /** Without a tenant number and a name no row can be taken. */
  missing: Need[]
}

/** Proposes a field per column: by its header, and where that leaves doubt by what stands under it. */
export function suggestMapping(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
): SuggestedMapping {
  const values = headers.map((_, column) => sampleOf(column, sampleRows))
  const columns = headers.map((header, index) => readHeader(header, values[index] ?? []))
  settleNames(columns, values)
  keepOneEach(columns)
  suggestByValues(columns, values)
  return { columns, missing: missingNeeds(new Set(columns.map(({ field }) => field))) }
}

/** The same for the same header set in the same order, however it is capitalised: the key a mapping is kept under. */
export function headerFingerprint(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(normaliseHeader).join('\n')).digest('hex').slice(0, 32)
}

/**
 * Last week's confirmed columns and notations for this week's file, read the way this file is written. Only for a file
 * with the same fingerprint.
 */
export function reuseMapping(confirmed: Mapping, found: Mapping): Mapping {
  const { encoding, delimiter, headerRow, sheet } = found
  const columns = confirmed.columns.map((column, at) => {
    const [own, now] = [notationAt(confirmed, at), notationAt(found, at)]
    // the numbers a spreadsheet has for days cannot be read as anything else, nor the other way round
    return own === now || (own !== 'serial' && now !== 'serial') ? column : { ...column, dateNotation: now }
  })
  return { ...confirmed, columns, encoding, delimiter, headerRow, sheet }
}

const notationAt = (mapping: Mapping, at: number) => mapping.columns[at]?.dateNotation ?? mapping.dateNotation

function sampleOf(column: number, rows: readonly (readonly string[])[]): string[] {
  const values: string[] = []
  for (const row of rows) {
    const value = (row[column] ?? '').trim()
    if (value !== '') values.push(value)
    if (values.length >= 200) break
  }
  return values
}

function readHeader(header: string, values: readonly string[]): ColumnSuggestion {
  if (isBsnHeader(header)) return { header, field: null, confidence: 'sure', reason: 'looks-like-bsn' }
  const meaning = meaningOfHeader(header)
  if (meaning === null) {
    const isBsn = isBsnColumn(values)
    return {
      header,
      field: null,
      confidence: isBsn ? 'sure' : 'doubtful',
      reason: isBsn ? 'looks-like-bsn' : 'unknown',
    }
  }
  const { field, isSure } = meaning
  // chance lets a few tenant numbers pass the eleven-test, never a whole column of them
  if (isBsnColumn(values)) return { header, field: null, confidence: 'doubtful', reason: 'looks-like-bsn' }
  const fits = looksLike(field, values)
  if (fits === true) return { header, field, confidence: isSure ? 'sure' : 'doubtful', reason: 'header-and-values' }
  return { header, field, confidence: isSure && fits === null ? 'sure' : 'doubtful', reason: 'header' }
}

/** "Naam" is a last name where initials or first names have a column of their own, and a full name elsewhere. */
function settleNames(columns: ColumnSuggestion[], values: readonly string[][]): void {
  const hasLastName = columns.some((column) => column.field === 'lastName')
  const hasParts = columns.some(({ field }) => field === 'initials' || field === 'firstName' || field === 'infix')
  for (const [index, column] of columns.entries()) {
    if (column.field !== 'fullName' || meaningOfHeader(column.header)?.isSure) continue
    if (hasLastName) {
      Object.assign(column, { field: null, reason: 'field-taken' })
      continue
    }
    const holdsFull = looksLike('fullName', values[index] ?? [])
    if (hasParts && holdsFull !== true) column.field = 'lastName'
    else if (!hasParts && holdsFull === false) column.field = 'lastName'
    column.reason = 'header-and-values'
    column.confidence = holdsFull === null || hasParts === holdsFull ? 'doubtful' : 'sure'
  }
}

/** Two columns for one field: the surer one keeps it, the first of equals; the other is left for a person to place. */
function keepOneEach(columns: ColumnSuggestion[]): void {
  const owner = new Map<Field, ColumnSuggestion>()
  for (const column of columns) {
    if (column.field === null) continue
    const other = owner.get(column.field)
    const isBetter = other === undefined || rank(column) > rank(other)
    const loser = isBetter ? other : column
    if (isBetter) owner.set(column.field, column)
    if (loser) Object.assign(loser, { field: null, confidence: 'doubtful', reason: 'field-taken' })
  }
  spreadPhones(columns, owner)
}

function rank({ header, confidence }: ColumnSuggestion): number {
  return (meaningOfHeader(header)?.isSure ? 2 : 0) + (confidence === 'sure' ? 1 : 0)
}

/** "Telefoon 1" and "Telefoon 2": the second takes a phone field nobody has, since numbers are sorted by what they are. */
function spreadPhones(columns: ColumnSuggestion[], owner: Map<Field, ColumnSuggestion>): void {
  for (const column of columns) {
    const meant = column.reason === 'field-taken' ? meaningOfHeader(column.header)?.field : undefined
    if (meant !== 'phone' && meant !== 'landline' && meant !== 'mobile') continue
    const free = (['phone', 'landline', 'mobile'] as const).find((field) => !owner.has(field))
    if (!free) continue
    Object.assign(column, { field: free, confidence: 'doubtful', reason: 'header' })
    owner.set(free, column)
  }
}

/** Values that can be only one thing place a column whose header says nothing: never a date or a number. */
function suggestByValues(columns: ColumnSuggestion[], values: readonly string[][]): void {
  for (const [index, column] of columns.entries()) {
    if (column.reason !== 'unknown') continue
    for (const field of ['email', 'postcode', 'mobile'] as const) {
      const isFree = columns.every((other) => other.field !== field)
      if (isFree && (values[index] ?? []).length >= 3 && looksLike(field, values[index] ?? []) === true) {
        Object.assign(column, { field, confidence: 'doubtful', reason: 'values' })
        break
      }
    }
  }
}

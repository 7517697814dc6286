import { fieldName } from './list-columns.ts'

export type JsonRow = Record<string, unknown>
export type FieldChange = { field: string; before: string | null; after: string | null }

/** Old and new of each column that changed; `former` holds what stood there, `home_id` in it the number of the home. */
export function fieldChanges(row: JsonRow, former: JsonRow, hidden: readonly string[]): FieldChange[] {
  const names = Array.isArray(row.changed) ? (row.changed as string[]) : []
  return names
    .filter((name) => !hidden.includes(name))
    .map((name) => ({
      field: fieldName(name),
      before: asText(former[name]),
      after: asText(row[name === 'home_id' ? 'home_number' : name]),
    }))
}

const asText = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

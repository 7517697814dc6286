import type { NationalValue } from './national-values.ts'
import type { ValueKey } from './value-keys.ts'

/** What a corporation set, from a date 'yyyy-mm-dd' of its own zone; `value` null: nothing of its own any more. */
export type OwnValue = { key: ValueKey; fromOn: string; value: string | null }

/**
 * What holds for one key: its own, the national one, or what follows from the hours of the office. `fromOn` is null when
 * there is no telling since when. `text`: how it is written, where that is known already.
 */
export type HeldValue = {
  value: string
  fromOn: string | null
  source: 'own' | 'national' | 'office-hours'
  text?: string
}

/**
 * What holds on a date 'yyyy-mm-dd'. Of each key the last one that began counts, and of two from the same date the one that
 * comes later in `rows`. A corporation's own goes before the national one.
 */
export function valuesAt(
  rows: readonly OwnValue[],
  national: readonly NationalValue[],
  on: string,
): Map<ValueKey, HeldValue> {
  const held = new Map<ValueKey, HeldValue>()
  for (const { key, value, fromOn, text } of lastOf(national, on))
    held.set(key, { value, fromOn, source: 'national', text })
  for (const { key, value, fromOn } of lastOf(rows, on))
    if (value !== null) held.set(key, { value, fromOn, source: 'own' })
  return held
}

function lastOf<Row extends { key: ValueKey; fromOn: string }>(rows: readonly Row[], on: string): Iterable<Row> {
  const last = new Map<ValueKey, Row>()
  for (const row of rows) {
    const before = last.get(row.key)
    if (row.fromOn <= on && (!before || before.fromOn <= row.fromOn)) last.set(row.key, row)
  }
  return last.values()
}

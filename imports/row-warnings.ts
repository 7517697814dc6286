import type { Warn } from '#imports/cell-rules.ts'
import { type Field, fields } from '#imports/columns.ts'
import type { WarningCode } from '#imports/problems.ts'

/** `value` is what the file holds, cut at a hundred characters; for a citizen service number it is left out. */
export type RowWarning = { code: WarningCode; field: Field; value: string }

/** Collects the warnings of one row. Most rows have none, so nothing is made until the first. */
export class Warnings {
  #list: RowWarning[] | null = null

  /** For each column, what warns of its values. */
  byField(): Record<Field, Warn> {
    const pairs = fields.map((field): [Field, Warn] => [field, (code, value) => this.#add(code, field, value)])
    return Object.fromEntries(pairs) as Record<Field, Warn>
  }

  #add(code: WarningCode, field: Field, value: string): null {
    this.#list ??= []
    this.#list.push({ code, field, value: code === 'looks-like-bsn' ? '' : value.slice(0, 100) })
    return null
  }

  /** Hands over what was collected and starts afresh for the next row. */
  take(): readonly RowWarning[] {
    const list = this.#list
    if (list === null) return none
    this.#list = null
    return list
  }
}

const none: readonly RowWarning[] = Object.freeze([])

import { columns, type Field } from '#imports/columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import type { RowDamage } from '#imports/problems.ts'
import { valueFits } from '#imports/value-shapes.ts'

export type FileRow = { cells: string[]; line: number; damage: RowDamage | undefined }

/**
 * Tells rows that only lack their empty end, which spreadsheets leave off, from the pieces of a row that a line break tore:
 * what stands in a later piece is not what its columns are for. A short row is held until the row behind it is seen.
 */
export class TornRows {
  readonly #width: number
  readonly #fields: readonly (Field | null)[]
  #held: FileRow[] = []
  /** How many cells the held rows would be as one row. */
  #joined = 0

  constructor(width: number, { columns }: Pick<Mapping, 'columns'>) {
    this.#width = width
    this.#fields = columns.map(({ field }) => field)
  }

  /** The rows that are settled now, in the order of the file. */
  push(row: FileRow): readonly FileRow[] {
    if (row.damage !== undefined || row.cells.length >= this.#width) {
      if (this.#held.length === 0) return [row]
      return [...this.flush(), row]
    }
    const joined = this.#joined + row.cells.length - 1
    const continues = this.#held.length > 0 && joined <= this.#width && !this.#standsAlone(row.cells, joined)
    const settled = continues ? [] : this.flush()
    this.#joined = continues ? joined : row.cells.length
    this.#held.push(row)
    return settled
  }

  flush(): readonly FileRow[] {
    const rows = this.#held
    this.#held = []
    const isTorn = rows.length > 1 && this.#isOneRow(rows)
    return rows.map((row) =>
      isTorn || (this.#isNamed(row.cells) && this.#isMisfit(row.cells))
        ? { ...row, damage: 'too-few-cells' as const }
        : row,
    )
  }

  #standsAlone(cells: readonly string[], joined: number): boolean {
    if (!this.#isNamed(cells)) return false
    return joined === this.#width ? this.#fitOf(cells).wrong === 0 : !this.#isMisfit(cells)
  }

  /** Of pieces that make a whole row more fits as that row; of others a word or a sum under the list tears nothing. */
  #isOneRow(rows: readonly FileRow[]): boolean {
    if (this.#joined !== this.#width)
      return rows.some(({ cells }, at) => at > 0 && cells.length > 2 && this.#isMisfit(cells))
    const apart = rows.reduce((sum, { cells }) => sum + this.#scoreOf(cells), 0)
    return this.#scoreOf(rows.map(({ cells }) => cells).reduce(joinedRow)) > apart
  }

  #isNamed(cells: readonly string[]): boolean {
    return (['tenantNumber', 'name'] as const).every((need) =>
      this.#fields.some((field, at) => field !== null && needOf(field) === need && (cells[at] ?? '').trim() !== ''),
    )
  }

  #isMisfit(cells: readonly string[]): boolean {
    const { right, wrong } = this.#fitOf(cells)
    return wrong > 0 && wrong >= right
  }

  #scoreOf(cells: readonly string[]): number {
    const { right, wrong } = this.#fitOf(cells)
    return right - wrong
  }

  #fitOf(cells: readonly string[]): { right: number; wrong: number } {
    let [right, wrong] = [0, 0]
    for (const [at, cell] of cells.entries()) {
      const field = this.#fields[at] ?? null
      const value = cell.trim()
      const fits = field === null || value === '' ? null : valueFits(field, value)
      if (fits === true) right++
      else if (fits === false) wrong++
    }
    return { right, wrong }
  }
}

const joinedRow = (before: string[], behind: string[]) => [
  ...before.slice(0, -1),
  `${before.at(-1) ?? ''}${behind[0] ?? ''}`,
  ...behind.slice(1),
]

const needOf = (field: Field) => ('needed' in columns[field] ? columns[field].needed : null)

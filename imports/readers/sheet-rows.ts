import { excelDate, numberText } from '#imports/readers/excel-values.ts'
import { formattedDigits } from '#imports/readers/number-format.ts'
import { isBlank, mostColumns } from '#imports/readers/raw-rows.ts'
import type { WorkbookIndex } from '#imports/readers/workbook-parts.ts'
import { attributeOf, type TagHandler } from '#imports/readers/xml-tags.ts'

/** Collects the rows of one sheet as texts. Rows without content are left out. */
export class SheetRows implements TagHandler {
  rows: string[][] = []
  lines: number[] = []
  /** How many columns a row too wide to be read has; 0 while there is none. */
  tooWide = 0
  readonly #index: WorkbookIndex
  #cells: string[] = []
  #row = 0
  #column = -1
  #type = ''
  #style = -1
  #value = ''
  #isValue = false
  #isPhonetic = false

  constructor(index: WorkbookIndex) {
    this.#index = index
  }

  /** Hands over what has been collected and starts afresh. */
  take(): { rows: string[][]; lines: number[] } {
    const taken = { rows: this.rows, lines: this.lines }
    this.rows = []
    this.lines = []
    return taken
  }

  open(name: string, attributes: string): void {
    if (name === 'c') {
      const reference = attributeOf(attributes, 'r')
      this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
      this.#type = attributeOf(attributes, 't') ?? 'n'
      this.#style = Number(attributeOf(attributes, 's') ?? -1)
      this.#value = ''
    } else if (name === 'v' || name === 't') this.#isValue = !this.#isPhonetic
    else if (name === 'rPh') this.#isPhonetic = true
    else if (name === 'row') {
      this.#row = Number(attributeOf(attributes, 'r') ?? this.#row + 1)
      this.#cells = []
      this.#column = -1
    }
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
  }

  #closeCell(): void {
    if (this.#column >= mostColumns || this.#column < 0) {
      if (this.#value !== '') this.tooWide = Math.max(this.tooWide, this.#column + 1)
      return
    }
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = this.#value === '' ? '' : this.#cellText()
  }

  #closeRow(): void {
    if (this.#cells.length === 0 || isBlank(this.#cells)) return
    this.rows.push(this.#cells)
    this.lines.push(this.#row)
  }

  #cellText(): string {
    switch (this.#type) {
      case 's':
        return this.#index.strings[Number(this.#value)] ?? ''
      case 'str':
      case 'inlineStr':
        return unescapeExcel(this.#value)
      case 'b':
        return this.#value === '1' ? '1' : '0'
      // a formula that failed has no value
      case 'e':
        return ''
      case 'd':
        return this.#value.slice(0, 10)
      default:
        return this.#numberText()
    }
  }

  #numberText(): string {
    const number = Number(this.#value)
    const style = this.#index.styles[this.#style]
    const isDate = style?.isDate === true
    const date = isDate && Number.isFinite(number) ? excelDate(number, this.#index.startsIn1904) : null
    return date ?? (isDate ? null : formattedDigits(number, style?.code)) ?? numberText(this.#value)
  }
}

const unescapeExcel = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** The column of "AB12", counted from 0. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

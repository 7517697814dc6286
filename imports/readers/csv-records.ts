import { RefusedFile, type RowDamage } from '#imports/problems.ts'
import { fullyQuoted, longestRecord, quotedRecord } from '#imports/readers/quoted-record.ts'
import { emptyRows, isBlank, type RawRows } from '#imports/readers/raw-rows.ts'

/** How much text may be read in vain behind quotes that turn out unclosed, before the file is refused as a whole. */
const patience = 64 * 1024 * 1024

/**
 * Splits decoded text into records (RFC 4180), a chunk at a time: whole lines by the engine's own search and split,
 * so it costs about a seventh of a parser that looks at every character. A property test holds it to csv-parse.
 *
 * A quote that is never closed costs its own line and no other: reading goes on at the next line.
 */
export class CsvRecords {
  readonly #delimiter: string
  #carry = ''
  #line = 1
  #isSkipping = false
  #wasted = 0
  #lineEnd: '\n' | '\r' | null = null

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  push(chunk: string, isLast: boolean): RawRows {
    const text = this.#carry + chunk
    const out = emptyRows()
    const lineEnd = this.#chooseLineEnd(text, isLast)
    let start = this.#skipRest(text, lineEnd)
    let quote = text.indexOf('"', start)
    while (start < text.length) {
      const found = text.indexOf(lineEnd, start)
      if (quote >= 0 && quote < start) quote = text.indexOf('"', start)
      const end = found >= 0 ? found : text.length
      const cells = quote === start && found >= 0 ? fullyQuoted(text, start, end, this.#delimiter) : null
      if (cells !== null) {
        this.#emit(cells, out)
        start = end + 1
        this.#line++
      } else if (quote >= 0 && quote < end) {
        const next = this.#readQuoted(text, start, lineEnd, isLast, out)
        if (next === null) break
        start = next
      } else if (found >= 0 || isLast) {
        this.#emitLine(text, start, end, out)
        start = end + 1
        this.#line++
      } else break
    }
    this.#keep(text, start, isLast, out)
    if (text.includes('\0')) markNulBytes(out)
    return out
  }

  /** Old Macintosh programs end lines with a carriage return alone. */
  #chooseLineEnd(text: string, isLast: boolean): '\n' | '\r' {
    if (this.#lineEnd !== null) return this.#lineEnd
    const isOld = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0 && (isLast || !text.endsWith('\r'))
    const lineEnd = isOld ? '\r' : '\n'
    if (isOld || text.indexOf('\n') >= 0) this.#lineEnd = lineEnd
    return lineEnd
  }

  #skipRest(text: string, lineEnd: string): number {
    if (!this.#isSkipping) return 0
    const end = text.indexOf(lineEnd)
    if (end < 0) return text.length
    this.#isSkipping = false
    this.#line++
    return end + 1
  }

  #emitLine(text: string, start: number, lineEnd: number, out: RawRows): void {
    const end = lineEnd > start && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd
    if (end === start) return
    if (end - start > longestRecord) {
      this.#emitDamaged(text.slice(start, start + 200), 'row-too-long', out)
      return
    }
    this.#emit(text.slice(start, end).split(this.#delimiter), out)
  }

  #emit(cells: string[], out: RawRows): void {
    if (isBlank(cells)) return
    out.rows.push(cells)
    out.lines.push(this.#line)
  }

  #emitDamaged(text: string, damage: RowDamage, out: RawRows): void {
    out.damage.set(out.rows.length, damage)
    out.rows.push([text])
    out.lines.push(this.#line)
  }

  /** Where the next record starts, or null when this one may go on in the next chunk. */
  #readQuoted(text: string, start: number, lineEnd: string, isLast: boolean, out: RawRows): number | null {
    const read = quotedRecord(text, start, this.#delimiter, lineEnd, isLast)
    if (read.state === 'unfinished' && !isLast && text.length - start <= longestRecord) return null
    if (read.state === 'whole' && read.end - start <= longestRecord) {
      this.#emit(read.cells, out)
      this.#line += countLines(text, start, read.end, lineEnd)
      return read.end
    }
    const lineStop = text.indexOf(lineEnd, start)
    // the first line itself may not be here whole yet
    if (lineStop < 0 && !isLast && text.length - start <= longestRecord) return null
    this.#waste(read.end - start)
    const isWithinLine = read.state === 'broken' && (lineStop < 0 || read.end <= lineStop)
    const stop = lineStop < 0 ? text.length : lineStop
    this.#emitDamaged(
      text.slice(start, Math.min(stop, start + 4096)),
      isWithinLine ? 'stray-quote' : 'unclosed-quote',
      out,
    )
    if (lineStop < 0) {
      this.#isSkipping = !isLast
      return text.length
    }
    this.#line++
    return lineStop + 1
  }

  #waste(length: number): void {
    this.#wasted += length
    if (this.#wasted > patience) {
      throw new RefusedFile({ ok: false, reason: 'unclosed-quote', details: { line: this.#line } })
    }
  }

  #keep(text: string, start: number, isLast: boolean, out: RawRows): void {
    this.#carry = isLast ? '' : text.slice(start)
    if (this.#carry.length <= longestRecord) return
    this.#emitDamaged(this.#carry.slice(0, 200), 'row-too-long', out)
    this.#carry = ''
    this.#isSkipping = true
  }
}

function countLines(text: string, start: number, end: number, lineEnd: string): number {
  let lines = 0
  for (let at = text.indexOf(lineEnd, start); at >= 0 && at < end; at = text.indexOf(lineEnd, at + 1)) lines++
  return lines
}

/** PostgreSQL cannot hold a NUL, and a file that has one was damaged on its way. */
function markNulBytes(out: RawRows): void {
  for (const [index, cells] of out.rows.entries()) {
    if (!out.damage.has(index) && cells.some((cell) => cell.includes('\0'))) out.damage.set(index, 'nul-byte')
  }
}

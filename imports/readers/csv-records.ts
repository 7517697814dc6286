import { RefusedFile, type RowDamage } from '#imports/problems.ts'
import { CsvParser, stopParsing } from '#imports/readers/csv-parser.ts'
import { hasStrayQuote } from '#imports/readers/csv-quotes.ts'
import { emptyRows, isBlank, longestRecord, type RawRows } from '#imports/readers/raw-rows.ts'

/** How much may be read in vain behind quotes that turn out unclosed, before the file is refused as a whole. */
const patience = 32 * 1024 * 1024
/** What a new parser costs, in bytes that could have been read instead. */
const newParser = 4096

/**
 * The records of a list, a chunk of UTF-8 at a time, read by csv-parse. A record it cannot make out costs its own first
 * line and no other: a new parser goes on at the next line.
 */
export class CsvRecords {
  readonly #delimiter: string
  #lineEnds: readonly string[] | null = null
  #parser: CsvParser | null = null
  /** The chunk, behind what the one before left of an unfinished record. */
  #text: Buffer = Buffer.alloc(0)
  /** Where in `#text` the parser began, which may be before it, and where the record starts that it is in. */
  #base = 0
  #start = 0
  #line = 1
  #parserLines = 0
  #isSkipping = false
  #hasNul = false
  #wasted = 0
  /** Where the record ended that stopped the parser. */
  #stoppedAt: number | null = null
  #out = emptyRows()

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  /** Keeps hold of the buffer until it is called again. */
  push(utf8: Buffer, isLast: boolean): RawRows {
    this.#out = emptyRows()
    this.#hasNul ||= utf8.includes(0)
    const known = this.#parser === null ? 0 : this.#text.length
    this.#text = this.#text.length === 0 ? utf8 : Buffer.concat([this.#text, utf8])
    this.#lineEnds ??= lineEndsOf(this.#text, isLast)
    const lineEnds = this.#lineEnds
    if (lineEnds === null) return this.#out
    if (this.#isSkipping) this.#skipRest()
    let from: number | null = this.#isSkipping ? null : Math.max(known, this.#start)
    while (from !== null) from = this.#read(lineEnds, from, isLast)
    this.#letGo()
    if (this.#hasNul) markNulBytes(this.#out)
    return this.#out
  }

  /** Reads on, in pieces that bound what is read in vain; tells where it is to go on, or null at the end of the chunk. */
  #read(lineEnds: readonly string[], from: number, isLast: boolean): number | null {
    if (this.#parser === null) {
      this.#parser = new CsvParser(this.#delimiter, lineEnds, this.#take)
      this.#base = from
      this.#start = from
      this.#parserLines = 0
    }
    const to = Math.min(from + longestRecord, this.#text.length)
    const isEnd = isLast && to === this.#text.length
    const isRead = this.#parser.accept(this.#text.subarray(from, to), isEnd)
    if (!isRead || (!isEnd && to - this.#start > longestRecord)) return this.#breakOff(this.#stoppedAt ?? to, isLast)
    return to < this.#text.length ? to : null
  }

  #take = (cells: string[], parsed: number, parserLines: number): void => {
    const start = this.#start
    const end = this.#base + parsed
    if (end - start > longestRecord) this.#stop(end)
    const isOneLine = parserLines - this.#parserLines === 1 || this.#lineStop(start, end) < 0
    if (hasStrayQuote(cells, () => this.#text.toString('utf8', start, end))) {
      if (!isOneLine) this.#stop(end)
      this.#emitDamaged(end, 'stray-quote')
    } else if (!isBlank(cells)) {
      this.#out.rows.push(cells)
      this.#out.lines.push(this.#line)
    }
    this.#line += isOneLine ? 1 : this.#countLines(start, end)
    this.#parserLines = parserLines
    this.#start = end
  }

  #stop(end: number): never {
    this.#stoppedAt = end
    throw stopParsing
  }

  /** Gives the first line of an unreadable record as damaged, and tells where the next one is. */
  #breakOff(lookedTo: number, isLast: boolean): number | null {
    const { length } = this.#text
    this.#waste(lookedTo - this.#start)
    this.#parser = null
    this.#stoppedAt = null
    const stop = this.#lineStop(this.#start, length + 1)
    const end = stop < 0 ? length : stop
    this.#emitDamaged(end, end - this.#start > longestRecord ? 'row-too-long' : 'unclosed-quote')
    this.#isSkipping = stop < 0 && !isLast
    this.#start = stop < 0 ? length : stop + 1
    this.#line++
    return this.#start < length ? this.#start : null
  }

  #waste(bytes: number): void {
    this.#wasted += bytes + newParser
    if (this.#wasted > patience) {
      throw new RefusedFile({ ok: false, reason: 'unclosed-quote', details: { line: this.#line } })
    }
  }

  #skipRest(): void {
    const stop = this.#text.indexOf(this.#lineEnd)
    this.#isSkipping = stop < 0
    this.#start = stop < 0 ? this.#text.length : stop + 1
  }

  #letGo(): void {
    this.#text = this.#text.subarray(this.#start)
    this.#base -= this.#start
    this.#start = 0
  }

  #emitDamaged(end: number, damage: RowDamage): void {
    const shown = damage === 'row-too-long' ? 200 : 4096
    this.#out.damage.set(this.#out.rows.length, damage)
    this.#out.rows.push([this.#text.toString('utf8', this.#start, Math.min(end, this.#start + shown)).trimEnd()])
    this.#out.lines.push(this.#line)
  }

  get #lineEnd(): string {
    return this.#lineEnds?.at(-1) ?? '\n'
  }

  /** The first line end before the one that closes a record, or -1. */
  #lineStop(start: number, end: number): number {
    const stop = this.#text.indexOf(this.#lineEnd, start)
    return stop < end - 1 ? stop : -1
  }

  #countLines(start: number, end: number): number {
    let lines = 0
    for (let at = this.#text.indexOf(this.#lineEnd, start); at >= 0 && at < end; lines++) {
      at = this.#text.indexOf(this.#lineEnd, at + 1)
    }
    return lines
  }
}

/** Null while there is nothing to tell from. Old Macintosh programs end lines with a carriage return alone. */
function lineEndsOf(utf8: Buffer, isLast: boolean): readonly string[] | null {
  if (utf8.includes('\n')) return ['\r\n', '\n']
  const isOld = utf8.includes('\r') && (isLast || !utf8.subarray(-1).equals(Buffer.from('\r')))
  if (isOld) return ['\r']
  return isLast || utf8.length > longestRecord ? ['\r\n', '\n'] : null
}

/** PostgreSQL cannot hold a NUL, and a file that has one was damaged on its way. */
function markNulBytes(out: RawRows): void {
  for (const [index, cells] of out.rows.entries()) {
    if (!out.damage.has(index) && cells.some((cell) => cell.includes('\0'))) out.damage.set(index, 'nul-byte')
  }
}

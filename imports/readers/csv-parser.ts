import { CsvError, Parser } from 'csv-parse'

/** A record, and how far into what this parser was given it ends: in bytes, and in lines as csv-parse counts them. */
export type OnRecord = (cells: string[], end: number, lines: number) => void

/** Thrown by an `OnRecord` that wants no more from this parser; one for all, as making an error is dear. */
export const stopParsing = new Error('no more records')

/**
 * csv-parse without the machinery of a stream: bytes go in and records come out within one call, which saves a queue
 * and a turn of the event loop per row. Its own `push` is where records come out. `max_record_size` is left off:
 * it is looked at for every byte and counts no delimiters, so whoever feeds this keeps the bound.
 */
export class CsvParser extends Parser {
  readonly #onRecord: OnRecord
  readonly #counts: { records: number } = this.info

  constructor(delimiter: string, lineEnds: readonly string[], onRecord: OnRecord) {
    super({
      delimiter,
      record_delimiter: [...lineEnds],
      relax_column_count: true,
      relax_quotes: true,
    })
    this.#onRecord = onRecord
  }

  override push(record: unknown): boolean {
    if (!Array.isArray(record)) return true
    // csv-parse makes an error of 60 µs for each row less or more wide than its first, relaxed or not: under a title
    // that is every row. While no record is counted, every row is its first.
    this.#counts.records = 0
    this.#onRecord(record, this.info.bytes, this.info.lines)
    return true
  }

  /** False when the record it was in the middle of cannot be read; it is of no more use then. */
  accept(utf8: Buffer, isLast: boolean): boolean {
    let failure: Error | null | undefined
    const done = (error?: Error | null) => {
      failure ??= error
    }
    try {
      if (utf8.length > 0) this._transform(utf8, 'utf8', done)
      if (isLast && !failure) this._flush(done)
    } catch (error) {
      if (error === stopParsing) return false
      throw error
    }
    if (!failure) return true
    if (failure instanceof CsvError && failure.code === 'CSV_QUOTE_NOT_CLOSED') return false
    throw failure
  }
}

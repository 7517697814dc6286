import { type FileHandle, open } from 'node:fs/promises'
import type { Encoding } from '#imports/mapping-schema.ts'
import { CsvRecords } from '#imports/readers/csv-records.ts'
import { utf8Reader } from '#imports/readers/encodings.ts'
import type { RawBatch } from '#imports/readers/raw-rows.ts'

export type CsvOptions = { encoding: Encoding; delimiter: string }

/** The rows of a CSV file in batches of about 64 kB; the next piece is fetched while one is worked on. */
export async function* readCsvFile(path: string, options: CsvOptions, signal?: AbortSignal): AsyncGenerator<RawBatch> {
  const file = await open(path)
  try {
    const totalBytes = (await file.stat()).size
    const text = utf8Reader(options.encoding)
    const records = new CsvRecords(options.delimiter)
    let bytesRead = 0
    for await (const bytes of readChunks(file, totalBytes)) {
      signal?.throwIfAborted()
      bytesRead += bytes.length
      yield { ...records.push(text.read(bytes, false), false), bytesRead, totalBytes }
    }
    yield { ...records.push(text.read(Buffer.alloc(0), true), true), bytesRead, totalBytes }
  } finally {
    await file.close()
  }
}

// Of four times as much the rows outlive two collections of young objects, and 60 MB of them wait for a full one.
const chunkSize = 64 * 1024

/** Two buffers by turns: a chunk is only good until the next but one is asked for. */
export async function* readChunks(file: FileHandle, totalBytes: number): AsyncGenerator<Buffer> {
  const size = Math.max(1024, Math.min(chunkSize, totalBytes))
  const buffers = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)] as const
  const read = (turn: number) => file.read(turn % 2 === 0 ? buffers[0] : buffers[1], 0, size, null)
  let pending = read(0)
  try {
    for (let turn = 1; ; turn++) {
      const { bytesRead, buffer } = await pending
      if (bytesRead === 0) return
      pending = read(turn)
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await pending.catch(() => undefined)
  }
}

import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from '#app/core/env.server.ts'
import type { FileRefusal } from '#imports/problems.ts'
import { makeUploadPath, removeUpload } from './upload-files.server.ts'

export type StoredFile = { bytes: number; hash: Buffer; refusal: FileRefusal | null }

const workbookLimit = 25 * 1024 * 1024

/**
 * Writes a file to its place while it comes in, counting and hashing as it passes; it is never in memory as a whole. A
 * file that proves too large is let go of at that point.
 */
export async function storeUpload(
  source: AsyncIterable<Uint8Array>,
  corporationId: number,
  importId: string,
): Promise<StoredFile> {
  // Opened before anything is read: a stream that opens its file by itself may do so after the file was taken away.
  const file = await open(await makeUploadPath(corporationId, importId), 'w', 0o600)
  const meter = new Meter()
  try {
    await pipeline(source, meter, file.createWriteStream())
    return { bytes: meter.bytes, hash: meter.digest(), refusal: null }
  } catch (error) {
    await removeUpload(corporationId, importId)
    if (!(error instanceof TooLarge)) throw error
    const refusal: FileRefusal = { ok: false, reason: 'too-large', details: { bytes: meter.bytes, limit: meter.limit } }
    return { bytes: meter.bytes, hash: meter.digest(), refusal }
  }
}

class TooLarge extends Error {}

class Meter extends Transform {
  bytes = 0
  limit = env().uploadBytes
  readonly #hash = createHash('sha256')

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: Error | null, chunk?: Buffer) => void) {
    // Workbooks are zips, and small ones unfold into large ones.
    if (this.bytes === 0 && chunk.subarray(0, 2).toString('latin1') === 'PK')
      this.limit = Math.min(this.limit, workbookLimit)
    this.bytes += chunk.length
    this.#hash.update(chunk)
    if (this.bytes > this.limit) done(new TooLarge())
    else done(null, chunk)
  }

  digest = () => this.#hash.digest()
}

import { open } from 'node:fs/promises'
import type { Encoding } from '#imports/mapping-schema.ts'
import { RefusedFile } from '#imports/problems.ts'
import { readChunks } from '#imports/readers/csv-file.ts'
import { detectEncoding } from '#imports/readers/encodings.ts'
import { OneByteEvidence } from '#imports/readers/one-byte-evidence.ts'
import { Utf8Evidence } from '#imports/readers/utf8-evidence.ts'

/** How the letters of a CSV file are written, as its first bytes say or the whole of it. Throws `RefusedFile`. */
export async function encodingOf(path: string, head: Buffer, totalBytes: number): Promise<Encoding> {
  const said = detectEncoding(head)
  if (said === 'binary-zeros') {
    throw new RefusedFile({ ok: false, reason: 'wrong-encoding', details: { found: said } })
  }
  if (said !== null && said !== 'utf-8') return said
  // The first letter with an accent may stand far down a list, so the head alone cannot tell.
  const utf8 = new Utf8Evidence()
  await readWhole(path, totalBytes, (chunk) => utf8.add(chunk))
  if (said === 'utf-8' || utf8.looksLikeUtf8) return utf8.wasReadTwice ? 'utf-8-read-twice' : 'utf-8'
  const letters = new OneByteEvidence()
  await readWhole(path, totalBytes, (chunk) => letters.add(chunk))
  return letters.encoding
}

async function readWhole(path: string, totalBytes: number, look: (chunk: Buffer) => void): Promise<void> {
  const file = await open(path)
  try {
    for await (const chunk of readChunks(file, totalBytes)) look(chunk)
  } finally {
    await file.close()
  }
}

import { createHash } from 'node:crypto'

const newline = 10

/** Counts and digests rows in COPY's text format, in which each row is one line. */
export function tableDigest() {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add(chunk: Buffer) {
      hash.update(chunk)
      for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) rows++
    },
    end: () => ({ rows, sha256: hash.digest('hex') }),
  }
}

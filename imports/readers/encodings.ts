import { StringDecoder } from 'node:string_decoder'
import iconv from 'iconv-lite'
import type { Encoding } from '#imports/mapping-schema.ts'

export interface TextReader {
  decode(bytes: Buffer, isLast: boolean): string
}

/** Turns the bytes of a file into text chunk by chunk; a character cut in two by a chunk's end comes out whole. */
export function textReader(encoding: Encoding): TextReader {
  if (encoding === 'windows-1252') return { decode: decodeWindows1252 }
  if (encoding === 'macintosh' || encoding === 'cp850' || encoding === 'cp437')
    return { decode: (bytes) => iconv.decode(bytes, encoding) }
  const decoder = new StringDecoder(isUtf8Based(encoding) ? 'utf8' : 'utf16le')
  const order = encoding === 'utf-16be' ? swapper() : (bytes: Buffer) => bytes
  let isFirst = true
  return {
    decode(bytes, isLast) {
      const text = decoder.write(order(bytes)) + (isLast ? decoder.end() : '')
      if (!isFirst || text === '') return text
      isFirst = false
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    },
  }
}

const isUtf8Based = (encoding: Encoding) => encoding === 'utf-8' || encoding === 'utf-8-read-twice'

/** The bytes of UTF-16 two by two in the other order; one that is alone waits for the next chunk. */
function swapper(): (bytes: Buffer) => Buffer {
  let left = Buffer.alloc(0)
  return (bytes) => {
    const all = Buffer.concat([left, bytes])
    const even = all.length - (all.length % 2)
    left = all.subarray(even)
    return all.subarray(0, even).swap16()
  }
}

export interface Utf8Reader {
  read(bytes: Buffer, isLast: boolean): Buffer
}

/** The bytes of a file as UTF-8, which is what csv-parse takes, without a byte order mark; never the buffer given. */
export function utf8Reader(encoding: Encoding): Utf8Reader {
  if (!isUtf8Based(encoding)) {
    const text = textReader(encoding)
    return { read: (bytes, isLast) => Buffer.from(text.decode(bytes, isLast)) }
  }
  let isFirst = true
  return {
    read(bytes) {
      const hasMark = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
      if (bytes.length > 0) isFirst = false
      return Buffer.from(hasMark ? bytes.subarray(3) : bytes)
    },
  }
}

// Node's own latin1 is the fastest decoder there is and right for all but 0x80–0x9f; its TextDecoder has had releases
// that read windows-1252 as latin1.
function decodeWindows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  return hasC1.test(text) ? text.replace(everyC1, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char) : text
}

const hasC1 = /[\u0080-\u009f]/
const everyC1 = /[\u0080-\u009f]/g
const windows1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

/** What the first bytes say by themselves; null when the letters of the whole file have to tell. */
export function detectEncoding(head: Buffer): Encoding | 'binary-zeros' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  const zeros = countZeros(head)
  if (zeros.odd + zeros.even > head.length * 0.1) {
    if (zeros.odd > zeros.even * 4) return 'utf-16le'
    return zeros.even > zeros.odd * 4 ? 'utf-16be' : 'binary-zeros'
  }
  return null
}

function countZeros(bytes: Buffer): { odd: number; even: number } {
  let odd = 0
  let even = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  return { odd, even }
}

import { isAscii, isUtf8 } from 'node:buffer'
import { StringDecoder } from 'node:string_decoder'
import type { Encoding } from '#imports/mapping-schema.ts'

export interface TextReader {
  decode(bytes: Buffer, isLast: boolean): string
}

/** Turns the bytes of a file into text chunk by chunk; a character cut in two by a chunk's end comes out whole. */
export function textReader(encoding: Encoding): TextReader {
  if (encoding === 'windows-1252') return { decode: decodeWindows1252 }
  const decoder = new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'utf16le')
  let isFirst = true
  return {
    decode(bytes, isLast) {
      const text = decoder.write(bytes) + (isLast ? decoder.end() : '')
      if (!isFirst || text === '') return text
      isFirst = false
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    },
  }
}

export interface Utf8Reader {
  read(bytes: Buffer, isLast: boolean): Buffer
}

/** The bytes of a file as UTF-8, which is what csv-parse takes, without a byte order mark; never the buffer given. */
export function utf8Reader(encoding: Encoding): Utf8Reader {
  if (encoding !== 'utf-8') {
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

export type FoundEncoding = { encoding: Encoding; hasBom: boolean } | { encoding: 'utf-16be' | 'binary-zeros' }

/** What the first bytes say. UTF-8 that breaks further on is found by `looksLikeUtf8` over the whole file. */
export function detectEncoding(head: Buffer): FoundEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', hasBom: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be' }
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', hasBom: true }
  const zeros = countZeros(head)
  if (zeros.odd + zeros.even > head.length * 0.1) {
    if (zeros.odd > zeros.even * 4) return { encoding: 'utf-16le', hasBom: false }
    return { encoding: zeros.even > zeros.odd * 4 ? 'utf-16be' : 'binary-zeros' }
  }
  return { encoding: new Utf8Evidence().add(head).looksLikeUtf8 ? 'utf-8' : 'windows-1252', hasBom: false }
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

/**
 * Weighs characters of more than one byte that are right in UTF-8 against those that are not. An export cut off in the
 * middle of a character, once in a whole list, does not make that list Windows-1252.
 */
export class Utf8Evidence {
  #right = 0
  #wrong = 0
  #decoder = new StringDecoder('utf8')
  #isPending = false

  add(bytes: Buffer): this {
    if (!this.#isPending && isAscii(bytes)) return this
    const text = this.#decoder.write(bytes)
    this.#isPending = bytes.length > 0 && (bytes[bytes.length - 1] ?? 0) > 127
    if (isUtf8(bytes) && !text.includes('\ufffd')) {
      this.#right += (text.match(/[^\0-\x7f]/g) ?? []).length
      return this
    }
    for (const char of text.match(/[^\0-\x7f]/gu) ?? []) {
      if (char === '\ufffd') this.#wrong++
      else this.#right++
    }
    return this
  }

  get looksLikeUtf8(): boolean {
    return this.#wrong * 4 <= this.#right
  }
}

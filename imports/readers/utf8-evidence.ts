import { isAscii, isUtf8 } from 'node:buffer'
import { StringDecoder } from 'node:string_decoder'
import { holdsTwiceRead } from '#imports/readers/twice-read.ts'

/**
 * Weighs characters of more than one byte that are right in UTF-8 against those that are not. An export cut off in the
 * middle of a character, once in a whole list, does not make that list Windows-1252.
 */
export class Utf8Evidence {
  #right = 0
  #wrong = 0
  #decoder = new StringDecoder('utf8')
  #isPending = false
  wasReadTwice = false

  add(bytes: Buffer): this {
    if (!this.#isPending && isAscii(bytes)) return this
    const text = this.#decoder.write(bytes)
    this.wasReadTwice ||= holdsTwiceRead(text)
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

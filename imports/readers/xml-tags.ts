/** What a handler is told. Names come without their namespace prefix: some programs write `<x:row>`. */
export interface TagHandler {
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

/**
 * Reads the plain XML that workbooks are made of, in chunks. Document types were refused before, so the only entities
 * are the five of XML and numbers.
 */
export class XmlTags {
  readonly #handler: TagHandler
  #carry = ''

  constructor(handler: TagHandler) {
    this.#handler = handler
  }

  push(chunk: string): void {
    const xml = this.#carry + chunk
    let at = 0
    for (;;) {
      const open = xml.indexOf('<', at)
      if (open < 0) break
      const close = endOfTag(xml, open)
      if (close < 0) break
      if (open > at) this.#handler.text(decodeEntities(xml.slice(at, open)))
      this.#tag(xml, open, close)
      at = close
    }
    this.#carry = xml.slice(at)
    if (this.#carry.length > longestPiece) throw new Error('a tag or text longer than any cell may be')
  }

  #tag(xml: string, open: number, close: number): void {
    const first = xml.charCodeAt(open + 1)
    if (first === 33) {
      if (xml.startsWith('<![CDATA[', open)) this.#handler.text(xml.slice(open + 9, close - 3))
      return
    }
    if (first === 63) return
    if (first === 47) {
      this.#handler.close(localName(xml.slice(open + 2, close - 1).trimEnd()))
      return
    }
    const isEmpty = xml.charCodeAt(close - 2) === 47
    const tag = xml.slice(open + 1, isEmpty ? close - 2 : close - 1)
    const space = tag.search(/\s/)
    const name = localName(space < 0 ? tag : tag.slice(0, space))
    this.#handler.open(name, space < 0 ? '' : tag.slice(space))
    if (isEmpty) this.#handler.close(name)
  }
}

/** A cell holds at most 32,767 characters, each at most ten as an entity. */
const longestPiece = 1024 * 1024

function endOfTag(xml: string, open: number): number {
  if (xml.startsWith('<!--', open)) return after(xml, '-->', open + 4)
  if (xml.startsWith('<![CDATA[', open)) return after(xml, ']]>', open + 9)
  // a piece cut off right here may yet become one of those
  if (xml.length - open < 9 && '<![CDATA['.startsWith(xml.slice(open))) return -1
  let end = xml.indexOf('>', open)
  // an attribute's value may hold a > of its own
  while (end >= 0 && !hasClosedQuotes(xml, open, end)) end = xml.indexOf('>', end + 1)
  return end < 0 ? -1 : end + 1
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function hasClosedQuotes(xml: string, from: number, to: number): boolean {
  let quote = 0
  for (let i = from; i < to; i++) {
    const code = xml.charCodeAt(i)
    if (quote === 0 && (code === 34 || code === 39)) quote = code
    else if (code === quote) quote = 0
  }
  return quote === 0
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

export function attributeOf(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(`${name}=`)
  while (at >= 0 && attributes.charCodeAt(at - 1) > 32 && attributes.charCodeAt(at - 1) !== 58) {
    at = attributes.indexOf(`${name}=`, at + 1)
  }
  if (at < 0) return undefined
  const start = at + name.length + 1
  const end = attributes.indexOf(attributes[start] ?? '"', start + 1)
  return end < 0 ? undefined : decodeEntities(attributes.slice(start + 1, end))
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(x[\da-f]{1,6}|\d{1,7})|(\w{2,4}));/gi, (whole, number, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = Number(number.replace(/^x/i, '0x'))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

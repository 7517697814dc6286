/** No tenant's row comes near this; what does is a quote that was never closed, or no list at all. */
export const longestRecord = 65_536

/** A line with quotes around every cell and none within, as some programs write them all; null for any other. */
export function fullyQuoted(text: string, start: number, lineEnd: number, delimiter: string): string[] | null {
  const end = text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd
  if (end - start < 2 || end - start > longestRecord || text.charCodeAt(end - 1) !== 34) return null
  const cells = text.slice(start + 1, end - 1).split(`"${delimiter}"`)
  for (const cell of cells) if (cell.includes('"')) return null
  return cells
}

type QuotedRecord = { state: 'whole'; cells: string[]; end: number } | { state: 'broken' | 'unfinished'; end: number }

/** Reads one record with quotes in it. `end` is where the next one starts, or how far was looked. */
export function quotedRecord(
  text: string,
  start: number,
  delimiter: string,
  lineEnd: string,
  isLast: boolean,
): QuotedRecord {
  const cells: string[] = []
  let at = start
  let stop = text.indexOf(lineEnd, start)
  for (;;) {
    if (text.charCodeAt(at) !== 34) {
      if (stop >= 0 && stop < at) stop = text.indexOf(lineEnd, at)
      const end = stop < 0 ? text.length : stop
      const next = text.indexOf(delimiter, at)
      if (next >= 0 && next < end) {
        cells.push(text.slice(at, next))
        at = next + 1
        continue
      }
      if (stop < 0 && !isLast) return { state: 'unfinished', end }
      cells.push(text.slice(at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end))
      return { state: 'whole', cells, end: Math.min(end + 1, text.length) }
    }
    const closing = closingQuote(text, at + 1, start)
    if (closing < 0) return { state: 'unfinished', end: Math.min(text.length, start + longestRecord) }
    const value = text.slice(at + 1, closing)
    cells.push(value.includes('"') ? value.replaceAll('""', '"') : value)
    at = closing + 1
    while (text.charCodeAt(at) === 32) at++
    const after = text.charCodeAt(at)
    if (text[at] === delimiter) at++
    else if (after === 10 || text[at] === lineEnd) return { state: 'whole', cells, end: at + 1 }
    else if (at >= text.length) return isLast ? { state: 'whole', cells, end: at } : { state: 'unfinished', end: at }
    else if (after === 13 && at + 1 >= text.length) {
      return isLast ? { state: 'whole', cells, end: text.length } : { state: 'unfinished', end: at }
    } else if (after === 13 && text.charCodeAt(at + 1) === 10) return { state: 'whole', cells, end: at + 2 }
    else return { state: 'broken', end: at }
  }
}

/** The quote that closes a field, stepping over doubled ones; -1 when there is none within a record's length. */
function closingQuote(text: string, from: number, start: number): number {
  let quote = text.indexOf('"', from)
  while (quote >= 0 && text.charCodeAt(quote + 1) === 34) quote = text.indexOf('"', quote + 2)
  return quote - start > longestRecord ? -1 : quote
}

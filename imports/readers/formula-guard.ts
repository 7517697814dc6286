/**
 * The text of a cell without the apostrophe that Rondbel's own files put before whatever a spreadsheet would calculate with
 * (`safeCell` in app/core/csv.ts): so such a file can be mended and handed in again. An apostrophe that belongs to a name
 * stays: 't Zand, 's-Gravenhage.
 */
export function withoutGuard(text: string): string {
  return text.charCodeAt(0) === 39 && guarded.test(text) ? text.slice(1) : text
}

const guarded = /^'+[\t\r\n\0]|^'[\s']*[=+\-@＝＋－＠]/

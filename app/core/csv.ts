const formulaStart = /^[=+\-@\t\r\0＝＋－＠]/
const mustQuote = /[";\r\n]/

/** A cell a spreadsheet will not take for a formula. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text
  return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A file for a Dutch spreadsheet: semicolons, and a mark at the start that says it is UTF-8. */
export function csvFile(header: string[], rows: (string | number | null)[][]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

export function csvDownload(fileName: string, text: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}

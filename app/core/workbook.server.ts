import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** Excel takes no more in a cell, and refuses to open a file that holds more. */
const longestCell = 32_767
/** In characters of the default font. */
const columnWidth = 24

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Rows as a workbook with one sheet, the first row as its head. Every cell is text: a number keeps its zeros and nothing
 * is calculated. Made while it is read, so that a long list is never in memory as a whole.
 */
export function workbookStream(sheetName: string, rows: Iterable<readonly string[]>): ReadableStream<Uint8Array> {
  const file = new ZipFile()
  for (const [path, content] of Object.entries(partsOf(sheetName))) file.addBuffer(Buffer.from(head + content), path)
  file.addReadStreamLazy('xl/worksheets/sheet1.xml', (give) => give(null, Readable.from(sheetXml(rows))))
  file.end()
  return Readable.toWeb(Readable.from(file.outputStream)) as ReadableStream<Uint8Array>
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const partsOf = (sheetName: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheets}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheets}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheets}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is text (number format 49), also after somebody types in the cell; 2 is that in bold.
  'xl/styles.xml': `<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
})

function* sheetXml(rows: Iterable<readonly string[]>): Generator<string> {
  yield `${head}<worksheet ${main}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="50" width="${columnWidth}" style="1" customWidth="1"/></cols><sheetData>`
  let line = 0
  for (const row of rows) {
    line++
    yield `<row r="${line}">${row.map((cell, column) => cellXml(cell, line, column)).join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}

const cellXml = (cell: string, line: number, column: number) =>
  `<c r="${columnName(column)}${line}" s="${line === 1 ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`

/** A to Z, AA and on, from zero. */
const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** What XML cannot hold is left out; `_x0041_` would be read as the letter it is the code of. */
function escaped(text: string): string {
  // Half a character that a cut leaves becomes the mark of one.
  return Buffer.from(text.slice(0, longestCell))
    .toString()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;')
}

import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { legibleName } from '#imports/legible-name.ts'
import { inspectTenantList } from '#imports/read-list.ts'
import { readAll, scratch } from './scratch.ts'

const { fileOf, path } = scratch()
const header = ['Huurdernr', 'Naam', 'Telefoon']

/** Two rows above the header, one of them empty, and an empty one among the tenants. */
const above = [
  ['Huurders van De Linde'],
  [],
  [],
  header,
  ['T1', 'Jansen', '0162123456'],
  [],
  ['', 'Bakker', '0162123457'],
]

async function asWorkbook() {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Huurders')
  above.forEach((cells, at) => {
    sheet.getRow(at + 1).values = cells
  })
  await book.xlsx.writeFile(path('above.xlsx'))
  return path('above.xlsx')
}

test.each([
  ['a workbook', asWorkbook],
  ['a CSV file', async () => fileOf('above.csv', above.map((cells) => cells.join(';')).join('\n'))],
])('the rows of %s have the number a spreadsheet shows, whatever is empty above them', async (_kind, file) => {
  const list = await file()
  const inspection = await inspectTenantList(list)
  if (!inspection.ok) throw new Error(inspection.reason)
  const { lines, mapping } = inspection
  expect(lines).toEqual([1, 4, 5, 7])
  expect(lines[mapping.headerRow]).toBe(4)
  expect(await readAll(list, mapping)).toMatchObject([
    { outcome: 'accepted', line: 5 },
    { outcome: 'rejected', line: 7, reason: 'missing-tenant-number' },
  ])
})

const columns = (['initials', 'infix', 'lastName', 'phone'] as const).map((field) => ({
  header: field,
  field,
})) as never

test('a row that could not be taken is known by the name in it, as it was written', () => {
  expect(legibleName(['A.', 'van der', ' Berg ', '0162123456'], { columns })).toBe('A. van der Berg')
  expect(legibleName(['', '', 'Berg'], { columns })).toBe('Berg')
})

test('when its cells do not stand under the columns nothing of it is taken for a name', () => {
  expect(legibleName(['A.', 'van der', 'Berg', '0162123456', 'x'], { columns })).toBeNull()
  expect(legibleName(['A.;van der;Berg;0162123456'], { columns })).toBeNull()
  expect(legibleName(['', '', '', '0162123456'], { columns })).toBeNull()
})

import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inspectTenantList } from '#imports/read-list.ts'
import { scratch } from './scratch.ts'
import { sheetRows, workbookParts, type ZipPart, zipFile } from './zip-file.ts'

const { fileOf } = scratch()
const ole = (inside: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(inside, 'utf16le')])
const header = 'Huurdernr;Achternaam'

describe('a file that is not read', () => {
  it.each<[string, Buffer | string, object]>([
    ['an empty file', '', { reason: 'empty' }],
    ['blank lines', ' \n\n', { reason: 'empty' }],
    ['a header alone', `${header}\n`, { reason: 'only-a-header', details: { headerRow: 0 } }],
    ['people without a header', '1;Jansen;0612345678\n2;Smit;0612345679\n', { reason: 'no-recognisable-header' }],
    ['a sentence', 'Hierbij de lijst.\n', { reason: 'no-recognisable-header' }],
    [
      'a header that never closes its quote',
      `"${header}\n1;"Jansen\n`,
      { reason: 'unclosed-quote', details: { line: 1 } },
    ],
    ['a PDF called .csv', '%PDF-1.7\n1 0 obj\n', { reason: 'not-a-table', details: { found: 'pdf' } }],
    [
      'a photograph',
      Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      { reason: 'not-a-table', details: { found: 'image' } },
    ],
    [
      'a web page',
      '<!DOCTYPE html><html><table><tr><td>Huurdernr',
      { reason: 'not-a-table', details: { found: 'html' } },
    ],
    ['JSON', '[{"huurdernr": 1}]', { reason: 'not-a-table', details: { found: 'json' } }],
    [
      'random bytes',
      Buffer.concat([Buffer.from([1, 2, 3, 4, 5, 6]), randomBytes(5000)]),
      { reason: 'not-a-table', details: { found: 'binary' } },
    ],
    ['a workbook with a password', ole('EncryptedPackage'), { reason: 'password-protected' }],
    ['Excel of before 2007', ole('Workbook'), { reason: 'old-excel' }],
    [
      'half a million columns',
      `${Array.from({ length: 500_000 }, (_, i) => `c${i}`).join(';')}\n`,
      { reason: 'too-many-columns' },
    ],
    [
      'a zip of something else',
      zipFile([{ name: 'lijst.csv', data: header }]),
      { reason: 'not-a-table', details: { found: 'zip' } },
    ],
    [
      'a letter',
      zipFile([{ name: 'word/document.xml', data: '<w/>' }]),
      { reason: 'not-a-table', details: { found: 'word' } },
    ],
    ['a torn zip', zipFile(workbookParts({ Blad: '' })).subarray(0, 300), { reason: 'unreadable-workbook' }],
  ])(
    '%s',
    async (_, content, refusal) => {
      const started = performance.now()
      expect(await inspectTenantList(fileOf('refused.csv', content))).toMatchObject({ ok: false, ...refusal })
      expect(performance.now() - started).toBeLessThan(15_000)
    },
    30_000,
  )
})

describe('a workbook that is not opened', () => {
  const good = workbookParts({
    Blad1: sheetRows([
      ['Huurdernr', 'Achternaam'],
      ['1', 'Jansen'],
    ]),
  })
  const replaced = (name: string, change: Partial<ZipPart>) =>
    good.map((part) => (part.name === name ? { ...part, ...change } : part))
  const sheet = 'xl/worksheets/sheet1.xml'
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 32)

  it.each<[string, readonly ZipPart[], object]>([
    [
      'macros',
      [...good, { name: 'xl/vbaProject.bin', data: 'x' }],
      { reason: 'macros', details: { part: 'xl/vbaProject.bin' } },
    ],
    [
      'a thousand and more parts',
      [...good, ...Array.from({ length: 1000 }, (_, i) => ({ name: `xl/p${i}.xml`, data: '' }))],
      { reason: 'zip-bomb', details: { rule: 'too-many-entries' } },
    ],
    [
      'a part that inflates a thousand times',
      replaced(sheet, { data: zeros(20) }),
      { reason: 'zip-bomb', details: { rule: 'ratio' } },
    ],
    [
      'a part that claims 300 MB',
      replaced(sheet, { claims: { size: 300 * 1024 * 1024 } }),
      { reason: 'zip-bomb', details: { rule: 'entry-too-large' } },
    ],
    [
      'parts of 300 MB together',
      [...good, ...[1, 2].map((i) => ({ name: `xl/p${i}.bin`, data: '', claims: { size: 150 * 1024 * 1024 } }))],
      { reason: 'zip-bomb' },
    ],
    [
      'a part that claims to be small',
      replaced(sheet, { data: zeros(20), claims: { size: 100 } }),
      { reason: 'zip-bomb', details: { rule: 'lying-header' } },
    ],
    [
      'a part that claims to be larger than it is',
      replaced(sheet, { claims: { size: 5000 } }),
      { reason: 'zip-bomb', details: { rule: 'lying-header' } },
    ],
    [
      'parts that share bytes',
      [...good, { name: 'xl/again.xml', data: 'x', claims: { offset: 0 } }],
      { reason: 'zip-bomb', details: { rule: 'overlapping-entries' } },
    ],
    ['one name twice', [...good, ...good], { reason: 'zip-bomb', details: { rule: 'overlapping-entries' } }],
    [
      'an archive inside',
      [...good, { name: 'xl/embeddings/more.xlsx', data: 'PK' }],
      { reason: 'zip-bomb', details: { rule: 'nested-archive' } },
    ],
    ['an encrypted part', replaced(sheet, { claims: { flags: 1 } }), { reason: 'password-protected' }],
    [
      'a document type',
      replaced(sheet, { data: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet/>' }),
      { reason: 'document-type', details: { part: sheet } },
    ],
    [
      'a document type in a part nobody reads',
      [...good, { name: 'docProps/app.xml', data: `<!--${' '.repeat(70_000)}--><!doctype x>` }],
      { reason: 'document-type' },
    ],
    [
      'XML in UTF-16',
      replaced(sheet, { data: Buffer.from('\ufeff<worksheet/>', 'utf16le') }),
      { reason: 'unreadable-workbook', details: { part: sheet } },
    ],
    ['no rows at all', workbookParts({ Blad1: '', Blad2: '<row><c/></row>' }), { reason: 'empty' }],
    [
      'more columns than a list has',
      workbookParts({ Blad1: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' }),
      { reason: 'too-many-columns' },
    ],
  ])(
    '%s',
    async (_, parts, refusal) => {
      expect(await inspectTenantList(fileOf('refused.xlsx', zipFile(parts)))).toMatchObject({ ok: false, ...refusal })
    },
    20_000,
  )

  it('a workbook of more than 25 MB', async () => {
    const parts = [...good, { name: 'xl/media/photo.png', data: randomBytes(26 * 1024 * 1024) }]
    expect(await inspectTenantList(fileOf('large.xlsx', zipFile(parts)))).toMatchObject({ reason: 'too-large' })
  }, 60_000)
})

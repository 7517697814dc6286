import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Mapping } from '#imports/mapping-schema.ts'
import { RefusedFile } from '#imports/problems.ts'
import { inspectTenantList, readTenantList } from '#imports/read-list.ts'
import { workbookMessages } from '#imports/readers/workbook-rows.ts'
import { scratch, today } from './scratch.ts'
import { sheetRows, workbookParts, zipFile } from './zip-file.ts'

const { path } = scratch()
const files = Number(process.env.FUZZ_FILES ?? 10_000)

/** mulberry32: the same seed breaks the same files. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

type Random = ReturnType<typeof generator>

const list = (rows: number, delimiter: string): string =>
  ['Huurdernr', 'Naam', 'Geb.datum', 'Adres', 'Postcode', 'Mobiel', 'Saldo achterstand'].join(delimiter) +
  Array.from(
    { length: rows },
    (_, i) =>
      `\r\n${[`H${i}`, `"Mevr. Ö. de ""Vr${delimiter}ies"`, '01-02-1940', 'Plein 1944 12 A', '3511 AB', '06-12345678', '1.234,56'].join(delimiter)}`,
  ).join('')

const warts: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random(40)),
  (bytes, random) => insert(bytes, random, Buffer.from('"')),
  (bytes, random) => insert(bytes, random, Buffer.from('\0')),
  (bytes, random) =>
    insert(bytes, random, Buffer.from(['\n', '\r', '\r\n', ';', '\t', '|', ',', '€', '\ufeff'][random(9)] ?? '')),
  (bytes, random) => insert(bytes, random, Buffer.from([random(256), random(256), random(256)])),
  (bytes, random) => insert(bytes, random, Buffer.from('Brüggen', random(2) === 0 ? 'latin1' : 'utf16le')),
  (bytes, random) => flipped(bytes, random),
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(random(bytes.length + 1))]),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le'),
  (bytes, random) => Buffer.concat([Buffer.from([0xff, 0xfe, 0xef, 0xbb].slice(random(4))), bytes]),
  (_, random) => Buffer.from(Array.from({ length: random(400) }, () => random(256))),
  (_, random) => Buffer.from(Array.from({ length: random(300) }, () => '";,\n\r\tab1'.charCodeAt(random(9)))),
]

function insert(bytes: Buffer, random: Random, piece: Buffer): Buffer {
  const at = random(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes)
  for (let i = 0; i <= random(8); i++) if (copy.length > 0) copy.writeUInt8(random(256), random(copy.length))
  return copy
}

function brokenList(random: Random): Buffer {
  const text = list(random(4), [';', ',', '\t', '|'][random(4)] ?? ';')
  let bytes: Buffer = Buffer.from(text, random(3) === 0 ? 'latin1' : 'utf8')
  for (let n = 0; n <= random(3); n++) bytes = warts[random(warts.length)]?.(bytes, random) ?? bytes
  return bytes
}

const mapping: Mapping = {
  columns: ['tenantNumber', 'fullName', 'birthOn', 'addressLine', 'postcode', 'mobile', 'arrears'].map((field, at) => ({
    header: ['Huurdernr', 'Naam', 'Geb.datum', 'Adres', 'Postcode', 'Mobiel', 'Saldo achterstand'][at] ?? '',
    field: field as 'tenantNumber',
  })),
  dateNotation: 'dmy',
  amountNotation: 'comma',
  encoding: 'utf-8',
  delimiter: ';',
  headerRow: 0,
  sheet: null,
}

/** Reads a file to its end and returns how many rows came out; a refusal counts as none. */
async function drain(file: string, how: Mapping): Promise<number> {
  let rows = 0
  try {
    for await (const { results } of readTenantList(file, how, { today })) {
      for (const result of results) {
        // plain ifs: an expect for each of tens of thousands of rows takes longer than reading them
        if (result.rowNumber !== ++rows) throw new Error(`row ${result.rowNumber} came out as number ${rows}`)
        if (result.outcome === 'rejected') {
          if (!/^[a-z-]+$/.test(result.reason)) throw new Error(`no reason: ${result.reason}`)
        } else if (result.row.tenantNumber === '' || result.row.lastName === '')
          throw new Error('accepted without number or name')
      }
    }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
  }
  return rows
}

describe('files that are broken in any way', () => {
  it(`${files} lists are refused or read, and never make anything fail or wait`, async () => {
    const random = generator(20261122)
    let [made, read] = [0, 0]
    const readOn = async (file: string) => {
      while (made < files) {
        const turn = made++
        const bytes = brokenList(random)
        if (bytes.subarray(0, 2).equals(Buffer.from('PK'))) continue
        writeFileSync(file, bytes)
        const inspection = await inspectTenantList(file)
        if (inspection.ok) {
          const rows = await drain(file, inspection.mapping)
          read += Math.sign(rows)
        } else if (turn % 4 === 0) await drain(file, mapping)
      }
    }
    // side by side, as most of the time is waiting for the disk
    await Promise.all(Array.from({ length: 8 }, (_, lane) => readOn(path(`broken-${lane}.csv`))))
    expect(read).toBeGreaterThan(files / 4)
  }, 120_000)

  it('without quotes, the rows are the lines with anything on them, whatever else is in them', async () => {
    const random = generator(7)
    const file = path('lines.csv')
    for (let i = 0; i < 500; i++) {
      const lines = Array.from({ length: random(30) }, () =>
        Array.from({ length: random(60) }, () => 'ab1;;, \t\0é\x07'.charAt(random(11))).join(''),
      )
      writeFileSync(
        file,
        `${mapping.columns.map(({ header }) => header).join(';')}\n${lines.join(random(2) === 0 ? '\n' : '\r\n')}`,
      )
      const filled = lines.filter((line) => line.replaceAll(';', '').trim() !== '')
      expect(await drain(file, mapping)).toBe(filled.length)
    }
  }, 60_000)

  it('a thousand broken workbooks are refused or read', async () => {
    const random = generator(99)
    const rows = Array.from({ length: 8 }, (_, i) => [`H${i}`, 'Jansen', '01-02-1940'])
    const good = workbookParts({ Blad: sheetRows([['Huurdernr', 'Naam', 'Geb.datum'], ...rows]) })
    const file = path('broken.xlsx')
    const ends = new Map<string, number>()
    for (let i = 0; i < 1000; i++) {
      const isInside = random(2) === 0
      // half of them are broken inside, where the zip itself is sound
      const at = random(good.length)
      const parts = good.map((part, n) =>
        isInside && n === at ? { ...part, data: flipped(Buffer.from(part.data), random) } : part,
      )
      const bytes = zipFile(parts)
      writeFileSync(file, isInside ? bytes : (warts[random(warts.length)]?.(bytes, random) ?? bytes))
      let last = ''
      for await (const message of workbookMessages({ path: file, sheet: null, mostRows: null })) {
        last = message.kind === 'refused' ? message.refusal.reason : message.kind
      }
      ends.set(last, (ends.get(last) ?? 0) + 1)
    }
    expect([...ends.values()].reduce((sum, count) => sum + count, 0)).toBe(1000)
    expect(ends.has('rows') || ends.has('sheets')).toBe(false)
    expect(ends.get('end')).toBeGreaterThan(100)
    expect(ends.get('unreadable-workbook')).toBeGreaterThan(100)
  }, 60_000)
})

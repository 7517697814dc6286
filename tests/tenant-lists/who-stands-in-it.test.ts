import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { applied, folder, smallList } from './lists.ts'

beforeAll(async () => {
  await useDatabase()
})

const header = 'Huurdernr;Voorletters;Achternaam;Geboortedatum;Straat;Huisnr;Postcode;Plaats;VHE;Mobiel'
const rowOf = (at: number, change: Partial<Record<'number' | 'name', string>> = {}) =>
  `${change.number ?? `T${1000 + at}`};A.;${change.name ?? `Proef${at}`};25-11-1946;Zonlaan;${at};1234 AB;Lindedam;V${1000 + at};06-100000${10 + at}`

let made = 0
function fileOf(lines: readonly string[]): string {
  const path = join(folder, `legible-${process.pid}-${++made}.csv`)
  writeFileSync(path, `${[header, ...lines].join('\r\n')}\r\n`)
  return path
}

const weekOf = (homes: number) => Array.from({ length: homes }, (_, at) => rowOf(at + 1))

async function goneAfter(changed: readonly string[]) {
  const corporation = await aCorporation()
  await applied(corporation, fileOf(weekOf(12)))
  const { counts } = await applied(corporation, fileOf(changed))
  const gone = await asSuperuser<{ number: string }>(
    'SELECT number FROM tenant WHERE corporation_id = $1 AND gone_since IS NOT NULL ORDER BY number',
    [corporation.id],
  )
  return { counts, gone: gone.map(({ number }) => number) }
}

const damaged: [string, (row: string) => string, string][] = [
  ['no name', () => rowOf(1, { name: '' }), 'missing name'],
  ['a quote in the middle', (row) => row.replace('Proef1', '"Pro"ef1'), 'stray quote'],
  ['a quote that is not closed', (row) => row.replace('Proef1', '"Proef1'), 'unclosed quote'],
  ['a cell too many', (row) => `${row};;x`, 'too many cells'],
  ['a NUL in it', (row) => row.replace('Proef1', 'Pro\0ef1'), 'nul byte'],
  ['no number, but home and name', () => rowOf(1, { number: '' }), 'missing tenant number'],
  ['a number too long, but home and name', () => rowOf(1, { number: 'x'.repeat(65) }), 'tenant number too long'],
  ['a cell before its number', (row) => `x;${row}`, 'too many cells'],
]

test.each(damaged)('a row that is rejected for %s does not make its tenant gone', async (_, damage, reason) => {
  const [first = '', ...others] = weekOf(12)
  const { counts, gone } = await goneAfter([damage(first), ...others])
  expect(gone).toEqual([])
  expect(counts).toMatchObject({ gone: 0, unchanged: 11, rejected: { [reason]: 1 } })
})

test('a row that is torn in the middle keeps its tenant as well', async () => {
  const [first = '', ...others] = weekOf(12)
  const { gone } = await goneAfter([...first.replace('Proef1', 'Pro\nef1').split('\n'), ...others])
  expect(gone).toEqual([])
})

test('a home that is told by its address alone counts as one', async () => {
  const corporation = await aCorporation()
  const columns = 'Huurdernr;Achternaam;Straat;Huisnr;Postcode;Plaats'
  const list = (number: string) =>
    smallList([{ Huurdernr: number }, { Huurdernr: '2', Huisnr: '14', Achternaam: 'Bos' }], columns)
  await applied(corporation, list('1'))
  expect((await applied(corporation, list(''))).counts).toMatchObject({ gone: 0, unchanged: 1 })
})

test('who is in no row at all is gone, also when a rejected row has their house number or a neighbour of their name', async () => {
  const [, ...others] = weekOf(12)
  const neighbour = rowOf(2, { number: '', name: 'Proef1' })
    .replace('V1002', 'V9999')
    .replace(';2;1234 AB', ';1;9999 ZZ')
  const { gone } = await goneAfter([neighbour, ...others.slice(1)])
  expect(gone).toEqual(['T1001', 'T1002'])
})

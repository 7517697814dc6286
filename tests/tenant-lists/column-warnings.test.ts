import { beforeAll, describe, expect, test } from 'vitest'
import { systemScope } from '#app/core/scope.server.ts'
import { chosenOtherwise, columnWarnings } from '#app/tenant-lists/column-warnings.ts'
import type { Field } from '#imports/columns.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { applied, checkOf, smallList } from './lists.ts'

beforeAll(async () => {
  await useDatabase()
})

const rowsOf = (many: number, change: (at: number) => Partial<Record<string, string>>) =>
  Array.from({ length: many }, (_, at) => ({ Huurdernr: `T${at}`, ...change(at) }))

async function asked(list: string, former?: string) {
  const corporation = await aCorporation()
  if (former) await applied(corporation, former)
  const checked = await checkOf(systemScope(corporation.id), list)
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal))
  return checked.warnings
}

/** What nobody can read in the cells of a column, by its name. */
const unreadable = {
  'Geb.datum': '99-99-9999',
  Mobiel: '06-1',
  'E-mail': 'geen adres',
  Postcode: 'X',
  'Saldo achterstand': 'veel',
  'Overlast gemeld': 'soms',
}

describe('a column that cannot be read is a question before applying', () => {
  test.each(Object.entries(unreadable))('%s', async (name, value) => {
    const warnings = await asked(smallList(rowsOf(40, (at) => (at === 0 ? {} : { [name]: value }))))
    expect(warnings).toMatchObject([{ code: 'column-fails', failed: 39 }])
  })

  test('with how many of its filled cells: empty ones do not count', async () => {
    const list = rowsOf(100, (at) => ({ 'E-mail': at < 6 ? 'x' : at < 20 ? 'a@example.org' : '' }))
    expect(await asked(smallList(list))).toMatchObject([
      { code: 'column-fails', field: 'email', failed: 6, filled: 20, percent: 30 },
    ])
  })

  test('and a slip here and there is not', async () => {
    expect(await asked(smallList(rowsOf(200, (at) => (at < 6 ? { Mobiel: '06-1' } : {}))))).toEqual([])
    expect(await asked(smallList(rowsOf(8, (at) => (at < 4 ? { Mobiel: '06-1' } : {}))))).toEqual([])
  })
})

describe('a column that empties what was known is a question', () => {
  const former = () => smallList(rowsOf(40, () => ({ 'E-mail': 'a@example.org', 'Overlast gemeld': '01-02-2026' })))

  test.each([
    ['E-mail', 'email', {}],
    ['Mobiel', 'mobile', { 'E-mail': 'a@example.org' }],
    ['Straat', 'street', { 'E-mail': 'a@example.org' }],
    ['Geb.datum', 'birthOn', { 'E-mail': 'a@example.org' }],
  ])('%s', async (name, field, others) => {
    const list = smallList(rowsOf(40, () => ({ 'Overlast gemeld': '01-02-2026', ...others, [name]: '' })))
    expect(await asked(list, former())).toMatchObject([
      { code: 'column-empties', field, lost: 40, had: 40, percent: 100 },
    ])
  })

  test('but of nuisance that is over only when next to nothing is left of it', async () => {
    const left = (homes: number) =>
      smallList(rowsOf(40, (at) => ({ 'E-mail': 'a@example.org', 'Overlast gemeld': at < homes ? '01-02-2026' : '' })))
    expect((await asked(left(34), former())).map(({ code }) => code)).toEqual([])
    expect(await asked(left(0), former())).toMatchObject([{ code: 'column-empties', field: 'nuisanceReportedOn' }])
  })
})

test('a column that is chosen against its name, while nothing else is chosen for that, is a question', () => {
  const columns = (...chosen: [string, Field | null][]) => ({
    columns: chosen.map(([header, field]) => ({ header, field })),
  })
  expect(chosenOtherwise(columns(['Heel adres', 'addressLine'], ['Woonplaats', 'street']))).toEqual([
    { code: 'column-chosen-otherwise', header: 'Woonplaats', field: 'street', usual: 'city' },
  ])
  expect(chosenOtherwise(columns(['Woonplaats', 'street'], ['Plaatsnaam', 'city']))).toEqual([])
  expect(chosenOtherwise(columns(['Woonplaats', null], ['Achternaam', 'fullName'], ['Mobiel', 'phone']))).toMatchObject(
    [],
  )
  expect(chosenOtherwise(columns(['Geboortedatum', 'tenancyStartedOn']))).toMatchObject([{ usual: 'birthOn' }])
})

test('nothing is asked of a list in which all is well', () => {
  expect(columnWarnings({ failing: [], emptied: [] })).toEqual([])
})

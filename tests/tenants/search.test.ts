import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { readQuery } from '#app/tenants/search-query.ts'
import { searchTenants } from '#app/tenants/search-tenants.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let coordinator: Actor

beforeAll(async () => {
  await useDatabase()
  coordinator = await anActor(await aCorporation())
})

const words = (street: string, houseNumber: string | null, addition: string, all: string[]) => ({
  kind: 'words',
  words: all,
  street,
  houseNumber,
  addition,
})

describe('what somebody types', () => {
  test.each([
    ['', { kind: 'nothing' }],
    ['0162 41 22 33', { kind: 'phone', number: '+31162412233' }],
    ['14-03-1942', { kind: 'birth', on: '1942-03-14' }],
    ['4-3-1942', { kind: 'birth', on: '1942-03-04' }],
    ['30-02-1942', { kind: 'number', text: '30-02-1942' }],
    ['4901ab 12', { kind: 'address', postcode: '4901 AB', houseNumber: '12', addition: '' }],
    ['4901AB12-2', { kind: 'address', postcode: '4901 AB', houseNumber: '12', addition: '2' }],
    ['4901 ab, 12 bis', { kind: 'address', postcode: '4901 AB', houseNumber: '12', addition: 'bis' }],
    ['4901 AB', { kind: 'address', postcode: '4901 AB', houseNumber: null, addition: '' }],
    ['H0100012', { kind: 'number', text: 'H0100012' }],
    ['Molenweg 12a', words('Molenweg', '12', 'a', ['Molenweg', '12a'])],
    ['Molenweg, 12', words('Molenweg', '12', '', ['Molenweg', '12'])],
    ['2e Molenweg 12-2', words('2e Molenweg', '12', '2', ['2e', 'Molenweg', '12', '2'])],
    ['Plein 1944 12', words('Plein 1944', '12', '', ['Plein', '1944', '12'])],
    ['mevr. van der Kui', words('mevr. van der Kui', null, '', ['van', 'der', 'Kui'])],
  ])('%s', (typed, query) => {
    expect(readQuery(typed)).toEqual('street' in query ? { ...query, whole: typed } : query)
  })
})

// A form takes 200 letters of it; a hundred times as many still cost nothing that anybody notices.
test.each(['a', ' ', 'a,', ', ', '1a ', '0612', "'", 'é.-'])(
  'a text of %j over and over is read in no time',
  (piece) => {
    const text = `x${piece.repeat(20_000 / piece.length)}x`
    const start = performance.now()
    readQuery(text)
    expect(performance.now() - start).toBeLessThan(200)
  },
)

describe('the text that is searched', () => {
  test.each([
    ['Yılmaz-Öztürk', 'yilmaz ozturk'],
    ['İPEKÇİ', 'ipekci'],
    ['Groß', 'gross'],
    ["in 't Veld", 'in t veld'],
    ['Ødegård', 'odegard'],
    ['Wałęsa', 'walesa'],
    ['Cafe\u0301', 'cafe'],
    ['ĳzerman', 'ijzerman'],
    ['A.B.  de Wit', 'a b de wit'],
  ])('%s is %s', async (text, searched) => {
    expect(await asSuperuser('SELECT search_text($1) AS text', [text])).toEqual([{ text: searched }])
  })
})

describe('searching tenants', () => {
  const people = async () => {
    const home = await aHome(coordinator, { street: 'Señor Müllerstraat', houseNumber: '7', postcode: '4902 ZZ' })
    const yilmaz = await aTenant(coordinator, {
      infix: null,
      firstName: 'İrem',
      lastName: 'Yılmaz-Öztürk',
      homeId: home.id,
    })
    const wit = await aTenant(coordinator, { infix: 'de', initials: 'J.P.', lastName: 'Wit', mobile: '+31687654321' })
    return { home, yilmaz, wit }
  }
  let made: Awaited<ReturnType<typeof people>>
  beforeAll(async () => {
    made = await people()
  })

  test.each([
    ['yilmaz', 'yilmaz'],
    ['YILMAZ OZ', 'yilmaz'],
    ['Irem Yılmaz', 'yilmaz'],
    ['senor mullerstraat 7', 'yilmaz'],
    ['Senor Mullerstr', 'yilmaz'],
    ['4902zz 7', 'yilmaz'],
    ['mevrouw de wit', 'wit'],
    ['j.p. de Wit', 'wit'],
    ['06-87654321', 'wit'],
  ] as const)('%s finds them', async (text, who) => {
    const { tenants } = await inScope(coordinator, (tx) =>
      searchTenants(tx, coordinator, { text, page: 1, today: '2026-11-27' }),
    )
    expect(tenants.map(({ id }) => id)).toEqual([made[who].id])
  })

  test.each(['senor mullerstraat 8', 'van der wit', 'ilmaz', '%', '__'])('%s finds nobody', async (text) => {
    const { tenants } = await inScope(coordinator, (tx) =>
      searchTenants(tx, coordinator, { text, page: 1, today: '2026-11-27' }),
    )
    expect(tenants).toEqual([])
  })

  test('by name is answered from an index, under the policies', async () => {
    const plan = await inScope(coordinator, async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRaw<
        { 'QUERY PLAN': string }[]
      >`EXPLAIN SELECT id FROM tenant WHERE corporation_id = ${coordinator.corporationId}::int
        AND search_name >= search_text('kui') AND search_name < search_text('kui') || 'z'`
    })
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Cond:.*search_name >=/)
  })
})

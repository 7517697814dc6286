import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, inHand } from '#app/accounts/authorize.server.ts'
import { searchCallers } from '#app/callers/search-callers.server.ts'
import { type InHand, inScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { planInto } from './plan-into.ts'

const today = '2026-11-27'
let coordinator: Actor
let held: InHand
let elsewhere: InHand
let made: Record<'ozturk' | 'wit' | 'left' | 'upstairs' | 'plein', string>

beforeAll(async () => {
  await useDatabase()
  const linde = await aCorporation()
  const eik = await aCorporation({ name: 'De Eik' })
  coordinator = await anActor(linde)
  const desk = await aDeskActor(await aDesk([linde, eik]), { corporations: [linde, eik] })
  held = inHand(desk, linde.id)
  elsewhere = inHand(desk, eik.id)
  const at = async (home: Parameters<typeof aHome>[1], tenant: Parameters<typeof aTenant>[1]) =>
    (
      await aTenant(coordinator, {
        landline: null,
        mobile: null,
        ...tenant,
        homeId: (await aHome(coordinator, home)).id,
      })
    ).id
  const vismarkt = { street: 'Vismarkt', postcode: '9711 AB', city: 'Groningen' }
  made = {
    ozturk: await at(
      { ...vismarkt, houseNumber: '12', addition: '1' },
      { lastName: 'Yılmaz-Öztürk', infix: null, birthOn: new Date('1951-02-03') },
    ),
    upstairs: await at(
      { ...vismarkt, houseNumber: '12', addition: '2' },
      { lastName: 'Zwart', infix: null, mobile: '+31611112222' },
    ),
    left: await at(
      { ...vismarkt, houseNumber: '14' },
      { lastName: 'Aa', infix: 'van der', goneSince: new Date('2026-01-01') },
    ),
    wit: await at(
      { street: '2e Molenweg', houseNumber: '7', postcode: '9712 CD' },
      { initials: 'J.P.', infix: 'de', lastName: 'Wit', number: 'OGEH-0001595' },
    ),
    plein: await at(
      { street: 'Plein 1944', houseNumber: '3', postcode: '9713 EF', number: 'VHE-77-A' },
      { lastName: 'Plank', infix: null },
    ),
  }
})

const search = (query: string, place: InHand = held) =>
  inScope(place, (tx) => searchCallers(tx, place, { query, today }))
const named = async (query: string, place?: InHand) => {
  const { people } = await search(query, place)
  return people.map(({ tenantId }) => Object.entries(made).find(([, id]) => id === tenantId)?.[0] ?? '?')
}

describe('one field', () => {
  test.each([
    ['yilmaz oz', ['ozturk']],
    ['mevrouw de wit', ['wit']],
    ['9711 AB 12', ['ozturk', 'upstairs']],
    ['9711ab12-2', ['upstairs', 'ozturk']],
    ['9711AB', ['ozturk', 'upstairs', 'left']],
    ['vismarkt 12', ['ozturk', 'upstairs']],
    ['Vismarkt 12-2', ['upstairs', 'ozturk']],
    ['2e Molenweg 7', ['wit']],
    ['Plein 1944', ['plein']],
    ['plein 1944 3', ['plein']],
    ['03-02-1951', ['ozturk']],
    ['3-2-1951', ['ozturk']],
    ['06 1111 2222', ['upstairs']],
    ['ogeh-00015', ['wit']],
    ['vhe-77', ['plein']],
    ['Aa', ['left']],
    ['nobody', []],
    ['%', []],
    ['', []],
  ])('%s', async (query, who) => {
    expect(await named(query)).toEqual(who)
  })

  test('of the corporation in hand and no other', async () => {
    expect(await named('Vismarkt 12', elsewhere)).toEqual([])
  })

  test('whoever is found in more than one way stands there once', async () => {
    const { id } = await aHome(coordinator, { street: 'Dubbel', houseNumber: '1', number: 'DD-1' })
    const tenant = { homeId: id, firstName: 'Dubbel', infix: null, lastName: 'Dubbel', number: 'DD-12' }
    const { id: tenantId } = await aTenant(coordinator, tenant)
    for (const query of ['Dubbel', 'Dubbel Dubbel', 'Dubbel 1', 'dd-1'])
      expect([query, (await search(query)).people]).toMatchObject([query, [{ tenantId }]])
  })

  test('a home in which nobody lives is found by its address, and one that was left', async () => {
    const { id } = await aHome(coordinator, { street: 'Leegstraat', houseNumber: '1', postcode: '9799 ZZ' })
    expect(await search('Leegstraat 1')).toMatchObject({ people: [], homes: [{ id, street: 'Leegstraat' }] })
    expect(await search('9799zz 1')).toMatchObject({ people: [], homes: [{ id }] })
    expect((await search('Vismarkt 14')).homes).toMatchObject([{ houseNumber: '14' }])
    expect((await search('Vismarkt 12')).homes).toEqual([])
  })
})

describe('a statement that is kept ready', () => {
  test('answers as one that is made anew, with one text behind each name', async () => {
    const texts = new Map<string, string>()
    for (const query of [
      'yilmaz',
      'de wit',
      '9711AB 12',
      '9711ab12-2',
      'Vismarkt 14',
      'Plein 1944',
      '06 1111 2222',
      'vhe-77',
    ]) {
      for (const _ of [1, 2]) {
        const kept = await inScopeSql(held, (tx) => searchCallers(noted(tx, texts), held, { query, today }), {
          plansOnce: true,
        })
        expect(kept).toEqual(await search(query))
      }
    }
    expect(texts.size).toBeLessThanOrEqual(8)
  })

  test('asks once, also for the empty homes at an address', async () => {
    let statements = 0
    await inScope(held, (tx) => {
      const counted: typeof tx.sql = (query) => {
        statements += 1
        return tx.sql(query)
      }
      return searchCallers({ sql: counted }, held, { query: 'Vismarkt 14', today })
    })
    expect(statements).toBe(1)
  })

  const noted = (tx: SqlRunner, texts: Map<string, string>): SqlRunner => ({
    sql: (query) => {
      expect(texts.get(query.name ?? '') ?? query.text).toBe(query.text)
      texts.set(query.name ?? '', query.text)
      return tx.sql(query)
    },
  })
})

describe('among many', () => {
  beforeAll(async () => {
    await asSuperuser(
      `INSERT INTO home (corporation_id, number, street, house_number, postcode, city)
      SELECT $1, 'M' || n, 'Straat ' || chr(97 + n % 26) || n / 50, (1 + n % 50)::text, (1000 + n / 100)::text || ' ZZ', 'Assen' FROM generate_series(1, 20000) n`,
      [coordinator.corporationId],
    )
    await asSuperuser(
      `INSERT INTO tenant (corporation_id, number, home_id, initials, last_name, birth_on)
      SELECT $1, 'T' || lpad(n::text, 8, '0'), h.id, chr(65 + n % 26) || '.', CASE WHEN n % 400 = 0 THEN 'Veelvoor' ELSE 'Naam' || md5(n::text) END, date '1925-01-01' + n
      FROM generate_series(1, 20000) n JOIN home h ON h.corporation_id = $1 AND h.number = 'M' || n`,
      [coordinator.corporationId],
    )
    await asSuperuser('ANALYZE tenant, home')
  })

  test('the first twenty, how many more, and the same order each time', async () => {
    const first = await search('veelvoor')
    expect(first.people).toHaveLength(20)
    expect(first.more).toBe(30)
    const initials = first.people.map(({ initials }) => initials ?? '')
    expect(initials).toEqual(initials.toSorted())
    expect((await search('veelvoor')).people).toEqual(first.people)
  })

  test.each([
    ['veelvoor', 'tenant_corporation_id_search_name_idx'],
    ['Straat c12 3', 'home_corporation_id_search_street_idx'],
    ['1012 ZZ 3', 'home_corporation_id_postcode_idx'],
    ['T0000012', 'tenant_number_letters'],
    ['T0000012', 'home_number_letters'],
    ['Straat c12 veelvoor jan de wit', 'tenant_corporation_id_search_name_idx'],
    ['03-02-1951', 'tenant_corporation_id_birth_on_idx'],
    ['0612345678', 'tenant_mobile'],
  ])('%s is answered by %s, for a desk as for a member', async (query, index) => {
    const asked = [held, coordinator].flatMap((place) => [
      { place, mode: 'force_custom_plan' },
      { place, mode: 'force_generic_plan' },
    ])
    for (const { place, mode } of asked) {
      const plan: string[] = []
      await inScope(place, async (tx) => {
        await tx.sql(sql`SELECT set_config('plan_cache_mode', ${mode}, true)`)
        await searchCallers(planInto(tx, plan), place, { query, today })
      })
      expect(plan.join('\n')).toContain(index)
      expect(plan.join('\n')).not.toMatch(/Seq Scan on (tenant|home)/)
    }
  })
})

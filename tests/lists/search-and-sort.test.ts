import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { listComplexes, listTargets } from '#app/campaigns/list-targets.server.ts'
import { action as searchAddresses } from '#app/campaigns/pages/addresses.tsx'
import { readTargetFilter } from '#app/campaigns/target-filter.ts'
import { inScope } from '#app/core/scope.server.ts'
import { followUpList } from '#app/follow-ups/filter.ts'
import { listFollowUps } from '#app/follow-ups/follow-ups.server.ts'
import { action as searchFollowUps } from '#app/follow-ups/pages/follow-ups.tsx'
import { gestureList } from '#app/gestures/filter.ts'
import { listGestures } from '#app/gestures/gestures.server.ts'
import { action as searchGestures } from '#app/gestures/pages/gestures.tsx'
import { listAgencyRows } from '#app/referrals/agencies.server.ts'
import { agencyList } from '#app/referrals/agency-filter.ts'
import { referralList } from '#app/referrals/filter.ts'
import { action as searchAgencies } from '#app/referrals/pages/agencies.tsx'
import { action as searchReferrals } from '#app/referrals/pages/referrals.tsx'
import { listReferrals } from '#app/referrals/referrals.server.ts'
import { action as searchNames } from '#app/segments/pages/selection-names.tsx'
import { namesFor } from '#app/segments/selection.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { aDividedDraft } from '#tests/campaigns/pages/a-campaign.ts'
import { aFollowUp } from '#tests/follow-ups/a-follow-up.ts'
import { aGesture } from '#tests/gestures/a-gesture.ts'
import { anAgency, aReferral } from '#tests/referrals/a-referral.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted } from '#tests/support/signed-in.ts'

const today = '2026-11-18'
let coordinator: Actor
let colleague: Actor
let stranger: Actor
let campaignId: string

/** Promised in this order: neither that of the names nor that of the days, the agencies or the owners. */
const people = [
  { lastName: 'Müller', street: 'Kerkstraat', dueOn: '2026-11-20', agency: 'Buurtzorg', complex: 'De Linde' },
  { lastName: 'Aalbers', street: 'Dorpsweg', dueOn: '2026-11-22', agency: 'Wijkteam', complex: 'De Eik' },
  { lastName: 'Zijlstra', street: 'Àndriesplein', dueOn: '2026-11-19', agency: 'Alarmdienst', complex: 'De Linde' },
]

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation, { name: 'Willem' })
  colleague = await anActor(corporation, { role: 'caller', name: 'Bea' })
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  for (const [index, { lastName, street, dueOn, agency, complex }] of people.entries()) {
    const at = { street, houseNumber: `${index + 1}`, postcode: `490${index + 1} AB`, complex }
    const { id: homeId } = await aHome(coordinator, at)
    const { id } = await aTenant(coordinator, { lastName, homeId, number: `H88000${index}` })
    const owner = lastName === 'Aalbers' ? colleague : coordinator
    await aFollowUp(coordinator, id, { dueOn, ownerId: owner.accountId })
    await aReferral(coordinator, id, { agencyId: await anAgency(coordinator, agency), ownerId: owner.accountId })
    await aGesture(coordinator, id, { kind: lastName === 'Müller' ? 'flowers' : 'card' })
  }
  campaignId = await aDividedDraft(coordinator, [coordinator, colleague])
})

type Shown = { rows: { lastName: string }[]; counts: { total: number }; sought: string }
type List = {
  path: string
  action: unknown
  read: (actor: Actor, parameters: URLSearchParams) => Promise<Shown>
}

const lists = {
  'follow-ups': {
    path: '/follow-ups',
    action: searchFollowUps,
    read: (actor, parameters) =>
      inScope(actor, (tx) => listFollowUps(tx, actor, { filter: followUpList.read(parameters), today })),
  },
  referrals: {
    path: '/referrals',
    action: searchReferrals,
    read: (actor, parameters) =>
      inScope(actor, (tx) => listReferrals(tx, actor, { filter: referralList.read(parameters), today })),
  },
  gestures: {
    path: '/gestures',
    action: searchGestures,
    read: (actor, parameters) =>
      inScope(actor, (tx) => listGestures(tx, actor, { filter: gestureList.read(parameters), today })),
  },
  addresses: {
    path: '/campaigns/x/addresses',
    action: searchAddresses,
    read: (actor, parameters) => addressesOf(actor, parameters),
  },
  names: {
    path: '/selection/names',
    action: searchNames,
    read: (actor, parameters) => namesOf(actor, parameters),
  },
} satisfies Record<string, List>
type Name = keyof typeof lists

async function addressesOf(actor: Actor, parameters: URLSearchParams): Promise<Shown> {
  const filter = readTargetFilter(parameters)
  const list = await inScope(actor, (tx) => listTargets(tx, actor, { campaignId, filter }))
  return { ...list, counts: { total: list.counts[filter.state] } }
}

async function namesOf(actor: Actor, parameters: URLSearchParams): Promise<Shown> {
  const asked = { sort: parameters.get('sort') ?? '', search: parameters.get('search') ?? '' }
  const options = { today, timeZone: 'Europe/Amsterdam', restDays: 0, bucket: 'matched', page: 1 } as const
  const answer = await namesFor(actor, { all: [] }, { ...options, ...asked })
  if (!answer.ok) throw new Error(answer.reason)
  const { rows, total, sought } = answer.names
  return { rows: rows.map(({ name }) => ({ lastName: name.lastName })), counts: { total }, sought }
}

/** The column that holds the name. */
const nameColumns = { 'follow-ups': 'tenant', referrals: 'tenant', gestures: 'tenant', addresses: 'who', names: 'name' }

/** Where the search field of a list leads to. */
async function lookedFor(list: Name, q: string, { query = '', actor = coordinator } = {}): Promise<URL> {
  const { path, action } = lists[list]
  const request = await posted(actor, `${path}${query}`, { q })
  const answer = (await answerOf(() => (action as Route)({ request, params: {}, context: {} }))) as Response
  return new URL(answer.headers.get('Location') ?? '', request.url)
}
type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>

async function names(list: Name, query: string | URLSearchParams) {
  const { rows, counts } = await lists[list].read(coordinator, new URLSearchParams(query))
  expect(counts.total).toBe(rows.length)
  return rows.map(({ lastName }) => lastName)
}

describe.each(Object.keys(lists) as Name[])('the list of %s', (list) => {
  test('stands by name either way', async () => {
    expect(await names(list, `sort=${nameColumns[list]}`)).toEqual(['Aalbers', 'Müller', 'Zijlstra'])
    expect(await names(list, `sort=-${nameColumns[list]}`)).toEqual(['Zijlstra', 'Müller', 'Aalbers'])
  })

  test.each([
    ['muller', ['Müller']],
    ['ZIJL', ['Zijlstra']],
    ['andriesplein 3', ['Zijlstra']],
    ['dorpsweg', ['Aalbers']],
    ['4901ab 1', ['Müller']],
    ['h880002', ['Zijlstra']],
    ['nobody', []],
    ['', ['Müller', 'Aalbers', 'Zijlstra']],
  ])('looked through for "%s" shows %j and counts no others', async (q, found) => {
    const { searchParams } = await lookedFor(list, q)
    expect((await names(list, searchParams)).sort()).toEqual([...found].sort())
  })

  test('keeps what was chosen, begins at the first page, and has no name in its address', async () => {
    const url = await lookedFor(list, ' Müller ', { query: '?sort=-tenant&page=2&refused=other' })
    expect([...url.searchParams.keys()]).toEqual(['sort', 'search'])
    expect(decodeURIComponent(url.href)).not.toContain('ller')
    expect(await lists[list].read(coordinator, url.searchParams)).toMatchObject({ sought: 'Müller' })
    expect((await lookedFor(list, '', { query: url.search })).search).toBe('?sort=-tenant')
  })

  test('looks for nothing with the code of somebody else, or with one that is none', async () => {
    const { searchParams } = await lookedFor(list, 'Müller')
    const read = (actor: Actor, parameters: URLSearchParams) => lists[list].read(actor, parameters)
    expect(await read(stranger, searchParams)).toMatchObject({ sought: '' })
    const another = await anActor({ id: coordinator.corporationId, slug: '', name: '', timeZone: 'Europe/Amsterdam' })
    expect(await read(another, searchParams)).toMatchObject({ sought: '', counts: { total: 3 } })
    for (const code of ['AAAA', 'x'.repeat(900), "'; --"])
      expect(await read(coordinator, new URLSearchParams({ search: code }))).toMatchObject({ sought: '' })
  })

  test('refuses more than anybody looks for', async () => {
    const request = await posted(coordinator, lists[list].path, { q: 'a'.repeat(201) })
    const answer = await answerOf(() => (lists[list].action as Route)({ request, params: {}, context: {} }))
    expect(answer).toHaveProperty('status', 400)
  })
})

test.each([
  ['follow-ups', 'sort=due', ['Zijlstra', 'Müller', 'Aalbers']],
  ['follow-ups', 'sort=-due', ['Aalbers', 'Müller', 'Zijlstra']],
  ['follow-ups', 'sort=owner', ['Aalbers', 'Zijlstra', 'Müller']],
  ['referrals', 'sort=agency', ['Zijlstra', 'Müller', 'Aalbers']],
  ['referrals', 'sort=-agency', ['Aalbers', 'Müller', 'Zijlstra']],
  ['referrals', 'sort=owner', ['Aalbers', 'Müller', 'Zijlstra']],
  ['gestures', 'sort=asked', ['Müller', 'Aalbers', 'Zijlstra']],
  ['gestures', 'sort=-asked', ['Zijlstra', 'Aalbers', 'Müller']],
  ['gestures', 'sort=-price', ['Müller', 'Aalbers', 'Zijlstra']],
] as const)('%s by %s', async (list, query, order) => expect(await names(list, query)).toEqual(order))

test.each([
  ['address', ['Aalbers', 'Müller', 'Zijlstra']],
  ['-address', ['Zijlstra', 'Müller', 'Aalbers']],
])('addresses and names by %s stand as street and number do', async (sort, order) => {
  await asSuperuser("UPDATE home SET street = 'Allee' WHERE house_number IN ('2', '1')")
  await asSuperuser("UPDATE home SET house_number = '10' WHERE house_number = '1'")
  expect(await names('addresses', `sort=${sort}`)).toEqual(order)
  expect(await names('names', `sort=${sort}`)).toEqual(order)
})

test('names by age: who is younger before who is older', async () => {
  await asSuperuser("UPDATE tenant SET birth_on = '1950-01-01' WHERE last_name = 'Zijlstra'")
  await asSuperuser("UPDATE tenant SET birth_on = '1930-01-01' WHERE last_name = 'Müller'")
  expect(await names('names', 'sort=age')).toEqual(['Zijlstra', 'Aalbers', 'Müller'])
  expect(await names('names', 'sort=-age')).toEqual(['Müller', 'Aalbers', 'Zijlstra'])
})

describe('the organisations that help', () => {
  const agencies = async (query: string | URLSearchParams, actor = coordinator) => {
    const filter = agencyList.read(new URLSearchParams(query))
    const list = await inScope(actor, (tx) => listAgencyRows(tx, actor, filter))
    return list.agencies.map(({ name }) => name)
  }
  const look = async (q: string, actor = coordinator) => {
    const request = await posted(actor, '/agencies', { q })
    const answer = (await answerOf(() => (searchAgencies as Route)({ request, params: {}, context: {} }))) as Response
    return new URL(answer.headers.get('Location') ?? '', request.url).searchParams
  }

  test('are looked through by a part of the name, of what they help with or of their number', async () => {
    await asSuperuser(
      "UPDATE agency SET name = 'Büurtzorg', helps_with = 'Wassen', phone = '0162 41 22 33' WHERE name = 'Buurtzorg'",
    )
    expect(await agencies(await look('buurt'))).toEqual(['Büurtzorg'])
    expect(await agencies(await look('WASSEN'))).toEqual(['Büurtzorg'])
    expect(await agencies(await look('4122'))).toEqual(['Büurtzorg'])
    expect(await agencies(await look('nergens'))).toEqual([])
  })

  test('also by who may only read them', async () =>
    expect(await agencies(await look('wijk', colleague), colleague)).toEqual(['Wijkteam']))

  test('stand by name, by how many run, and those no longer used last or first', async () => {
    expect(await agencies('sort=-name')).toEqual(['Wijkteam', 'Büurtzorg', 'Alarmdienst'])
    await asSuperuser("UPDATE agency SET ended_at = now() WHERE name = 'Alarmdienst'")
    expect(await agencies('')).toEqual(['Büurtzorg', 'Wijkteam', 'Alarmdienst'])
    expect(await agencies('sort=-state')).toEqual(['Alarmdienst', 'Büurtzorg', 'Wijkteam'])
    await asSuperuser(
      "UPDATE referral SET state = 'ended' WHERE agency_id = (SELECT id FROM agency WHERE name = 'Wijkteam')",
    )
    expect((await agencies('sort=running'))[0]).toBe('Wijkteam')
  })
})

test('the addresses of one complex, beside what is looked for and at whom they are', async () => {
  expect(await inScope(coordinator, (tx) => listComplexes(tx, coordinator, campaignId))).toEqual(['De Eik', 'De Linde'])
  expect((await names('addresses', 'complex=De+Linde')).sort()).toEqual(['Müller', 'Zijlstra'])
  expect(await names('addresses', 'complex=De+Linde&state=retry')).toEqual([])
  const { searchParams } = await lookedFor('addresses', 'zijl', { query: '?complex=De+Linde' })
  expect(await names('addresses', searchParams)).toEqual(['Zijlstra'])
  const atWhom = [coordinator, colleague].map(({ accountId }) =>
    names('addresses', `complex=De+Linde&caller=${accountId}`),
  )
  expect((await Promise.all(atWhom)).flat().sort()).toEqual(['Müller', 'Zijlstra'])
})

test('an address is found by whoever lives there', async () => {
  const [{ home_id: homeId } = { home_id: '' }] = await asSuperuser<{ home_id: string }>(
    "SELECT home_id FROM tenant WHERE last_name = 'Aalbers'",
  )
  await aTenant(coordinator, { lastName: 'Ünal', homeId, birthOn: new Date('1999-01-01') })
  const { searchParams } = await lookedFor('addresses', 'unal')
  expect(await names('addresses', searchParams)).toEqual(['Aalbers'])
})

test('the promises of one colleague, beside what is looked for', async () => {
  expect(await names('follow-ups', `who=${colleague.accountId}`)).toEqual(['Aalbers'])
  const { searchParams } = await lookedFor('follow-ups', 'muller', { query: `?who=${colleague.accountId}` })
  expect(await names('follow-ups', searchParams)).toEqual([])
  const { counts } = await lists['follow-ups'].read(coordinator, searchParams)
  expect(counts).toMatchObject({ who: { everyone: 1, mine: 1 }, state: { open: 0 }, total: 0 })
})

test('an order by a column that is not shown is none', () => {
  expect(followUpList.read(new URLSearchParams('sort=-closed')).sort).toBe('')
  expect(followUpList.read(new URLSearchParams('sort=-closed&state=done')).sort).toBe('-closed')
  expect(followUpList.read(new URLSearchParams('sort=due&state=done')).sort).toBe('')
  expect(followUpList.read(new URLSearchParams('sort=promise_sealed')).sort).toBe('')
})

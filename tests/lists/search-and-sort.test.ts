import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { followUpList } from '#app/follow-ups/filter.ts'
import { listFollowUps } from '#app/follow-ups/follow-ups.server.ts'
import { action as searchFollowUps } from '#app/follow-ups/pages/follow-ups.tsx'
import { gestureList } from '#app/gestures/filter.ts'
import { listGestures } from '#app/gestures/gestures.server.ts'
import { action as searchGestures } from '#app/gestures/pages/gestures.tsx'
import { referralList } from '#app/referrals/filter.ts'
import { action as searchReferrals } from '#app/referrals/pages/referrals.tsx'
import { listReferrals } from '#app/referrals/referrals.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { aFollowUp } from '#tests/follow-ups/a-follow-up.ts'
import { aGesture } from '#tests/gestures/a-gesture.ts'
import { anAgency, aReferral } from '#tests/referrals/a-referral.ts'
import { useDatabase } from '#tests/support/database.ts'
import { answerOf, posted } from '#tests/support/signed-in.ts'

const today = '2026-11-18'
let coordinator: Actor
let colleague: Actor
let stranger: Actor

/** Promised in this order: neither that of the names nor that of the days, the agencies or the owners. */
const people = [
  { lastName: 'Müller', street: 'Kerkstraat', dueOn: '2026-11-20', agency: 'Buurtzorg' },
  { lastName: 'Aalbers', street: 'Dorpsweg', dueOn: '2026-11-22', agency: 'Wijkteam' },
  { lastName: 'Zijlstra', street: 'Àndriesplein', dueOn: '2026-11-19', agency: 'Alarmdienst' },
]

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation, { name: 'Willem' })
  colleague = await anActor(corporation, { role: 'caller', name: 'Bea' })
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  for (const [index, { lastName, street, dueOn, agency }] of people.entries()) {
    const at = { street, houseNumber: `${index + 1}`, postcode: `490${index + 1} AB` }
    const { id: homeId } = await aHome(coordinator, at)
    const { id } = await aTenant(coordinator, { lastName, homeId, number: `H88000${index}` })
    const owner = lastName === 'Aalbers' ? colleague : coordinator
    await aFollowUp(coordinator, id, { dueOn, ownerId: owner.accountId })
    await aReferral(coordinator, id, { agencyId: await anAgency(coordinator, agency), ownerId: owner.accountId })
    await aGesture(coordinator, id, { kind: lastName === 'Müller' ? 'flowers' : 'card' })
  }
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
} satisfies Record<string, List>
type Name = keyof typeof lists

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
    expect(await names(list, 'sort=tenant')).toEqual(['Aalbers', 'Müller', 'Zijlstra'])
    expect(await names(list, 'sort=-tenant')).toEqual(['Zijlstra', 'Müller', 'Aalbers'])
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

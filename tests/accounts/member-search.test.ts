import { beforeAll, expect, test } from 'vitest'
import { matchingMembers } from '#app/accounts/member-search.ts'
import { action, loader } from '#app/accounts/pages/accounts.tsx'
import type { Role } from '#app/accounts/roles.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { posted, signedIn } from '#tests/support/signed-in.ts'

beforeAll(useDatabase)

const member = (name: string, role: Role = 'caller', lastSeenAt: Date | null = null, sessions = 0) => ({
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@example.nl`,
  role,
  lastSeenAt,
  sessions,
})
const members = [
  member('José Çelik', 'coordinator', new Date(), 1),
  member('İrem Yılmaz', 'caller', new Date()),
  member('Bart de Wit'),
]
const names = (search: Partial<Parameters<typeof matchingMembers>[1]>) =>
  matchingMembers(members, { q: '', role: 'any', state: 'any', ...search }).map(({ name }) => name)

test.each([
  ['jose celik', ['José Çelik']],
  ['CELIK', ['José Çelik']],
  ['irem yilmaz', ['İrem Yılmaz']],
  ['wit bart', ['Bart de Wit']],
  ['bart@example', ['Bart de Wit']],
  ['', ['José Çelik', 'İrem Yılmaz', 'Bart de Wit']],
  ['nobody', []],
])('who is looked for as %j', (q, found) => {
  expect(names({ q })).toEqual(found)
})

test('only those of one role, signed in now, or not seen for a month', () => {
  expect(names({ role: 'coordinator' })).toEqual(['José Çelik'])
  expect(names({ state: 'here' })).toEqual(['José Çelik'])
  expect(names({ state: 'away' })).toEqual(['Bart de Wit'])
})

type Route = (args: object) => Promise<unknown>

test('sixty colleagues stand on two pages, and a search is posted and finds among all', async () => {
  const corporation = await aCorporation()
  const administrator = await anActor(corporation, { role: 'administrator', name: 'Bea Heerema' })
  for (let nr = 1; nr < 59; nr++) await anActor(corporation, { role: 'caller', name: `Beller ${nr}` })
  await anActor(corporation, { role: 'caller', name: 'Zwaantje Zwart' })
  const pageAt = async (path: string) =>
    (loader as unknown as Route)({ request: await signedIn(administrator, path), params: {}, context: {} })
  const sizes = []
  for (const path of ['/accounts', '/accounts?page=2', '/accounts?page=9', '/accounts?page=x']) {
    const { members: shown, total, page } = (await pageAt(path)) as { members: object[]; total: number; page: number }
    sizes.push([shown.length, total, page])
  }
  expect(sizes).toEqual([
    [50, 60, 1],
    [10, 60, 2],
    [10, 60, 2],
    [50, 60, 1],
  ])
  const request = await posted(administrator, '/accounts', { q: 'zwaantje', ofRole: 'caller', state: 'any' })
  expect(await (action as unknown as Route)({ request, params: {}, context: {} })).toMatchObject({
    is: 'found',
    found: [{ name: 'Zwaantje Zwart' }],
  })
})

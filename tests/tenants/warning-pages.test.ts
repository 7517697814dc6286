import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { action as add } from '#app/tenants/pages/tenant-warnings.tsx'
import { action as end } from '#app/tenants/pages/warning-ending.tsx'
import { loader as list, action as renew } from '#app/tenants/pages/warnings.tsx'
import { yearsAfter } from '#app/time/clock.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let coordinator: Actor
let caller: Actor
let tenant: Awaited<ReturnType<typeof aTenant>>

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller' })
})
beforeEach(async () => {
  await asSuperuser('DELETE FROM home_warning')
  tenant = await aTenant(coordinator)
})

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const soon = yearsAfter(new Date().toISOString().slice(0, 10), 1)
const form = (change: object = {}) => ({
  warningKind: 'dog',
  reason: 'Hond los',
  until: soon,
  homeId: tenant.homeId ?? '',
  ...change,
})
const post = async (
  route: unknown,
  { who = coordinator, path, body, params = {} }: { who?: Actor; path: string; body: object; params?: object },
) => {
  const request = await posted(who, path, body as Record<string, string>)
  return answerOf(() => (route as Route)({ request, params, context: {} }))
}
const adding = (body: object, who = coordinator) =>
  post(add, { who, path: `/tenants/${tenant.id}/warnings`, body, params: { tenantId: tenant.id } })
const kept = () =>
  asSuperuser<{ id: string; until: string; ended: boolean }>(
    'SELECT id, until_on::text AS until, ended_at IS NOT NULL AS ended FROM home_warning ORDER BY id',
  )

test('a coordinator adds a warning and comes back to the tenant; a caller may not', async () => {
  const answer = await adding(form())
  expect([(answer as Response).status, (answer as Response).headers.get('Location')]).toEqual([
    302,
    `/tenants/${tenant.id}`,
  ])
  expect(await kept()).toMatchObject([{ until: soon, ended: false }])
  expect(await adding(form(), caller)).toMatchObject({ status: 403 })
})

test.each([
  ['no kind', { warningKind: '' }, { warningKind: 'kind' }],
  ['no reason', { reason: ' ' }, { reason: 'required' }],
  ['a citizen service number', { reason: 'BSN 111222333' }, { reason: 'bsn' }],
  ['no day', { until: '' }, { until: 'date' }],
  ['a day long past', { until: '2020-01-01' }, { until: 'in-the-past' }],
  ['a day too far ahead', { until: '2099-01-01' }, { until: 'too-far-ahead' }],
])('%s is refused with its own words', async (_, change, errors) => {
  expect(await adding(form(change))).toMatchObject({ data: { errors }, init: { status: 400 } })
  expect(await kept()).toEqual([])
})

test('ended at the tenant it goes back there, elsewhere to all warnings', async () => {
  await adding(form())
  const [{ id } = { id: '' }] = await kept()
  const params = { warningId: id }
  const path = `/warnings/${id}/ending`
  const back = (answer: unknown) => (answer as Response).headers.get('Location')
  expect(back(await post(end, { path, body: { tenantId: tenant.id }, params }))).toBe(`/tenants/${tenant.id}`)
  expect(await kept()).toMatchObject([{ ended: true }])
  expect(back(await post(end, { path, body: { tenantId: 'https://elsewhere' }, params }))).toBe('/warnings')
})

test('all that hold stand on one page, and are extended there', async () => {
  await adding(form())
  const listed = async () => {
    const request = await signedIn(coordinator, '/warnings')
    const answer = (await answerOf(() => (list as Route)({ request, params: {}, context: {} }))) as {
      warnings: { id: string; until: string }[]
    }
    return answer.warnings
  }
  const [{ id } = { id: '' }] = await listed()
  const until = yearsAfter(soon, 1)
  expect(await post(renew, { path: '/warnings', body: { warningId: id, until: '2099-01-01' } })).toMatchObject({
    data: { id, error: 'too-far-ahead' },
  })
  const answer = await post(renew, { path: '/warnings', body: { warningId: id, until } })
  expect((answer as Response).headers.get('Location')).toBe('/warnings')
  expect(await listed()).toMatchObject([{ until }])
  expect((await kept()).map(({ ended }) => ended)).toEqual([true, false])
})

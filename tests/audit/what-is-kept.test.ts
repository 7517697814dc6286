import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import type { Role } from '#app/accounts/roles.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { loader as auditPage } from '#app/audit/pages/audit.tsx'
import { loader as tenantPage } from '#app/tenants/pages/tenant.tsx'
import { action as search } from '#app/tenants/pages/tenants.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let coordinator: Actor
let administrator: Actor

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  administrator = await anActor(corporation, { role: 'administrator' })
})

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const load = async (route: unknown, actor: Actor, path: string, params: object = {}) =>
  answerOf(async () => (route as Route)({ request: await signedIn(actor, path), params, context: {} }))

const keptAbout = (subjectId: string) =>
  asSuperuser<{ action: string; account_id: string; text: string }>(
    `SELECT action, account_id, audit_event::text AS text FROM audit_event WHERE subject_id = $1 ORDER BY id`,
    [subjectId],
  )

test('who looked at a tenant is kept, with what was seen of arrears and nuisance, and no name', async () => {
  const tenant = await aTenant(coordinator)
  await load(tenantPage, coordinator, `/tenants/${tenant.id}`, { tenantId: tenant.id })
  const rows = await keptAbout(tenant.id)
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['tenant:viewed', 'tenant:circumstances-viewed']),
  )
  expect(new Set(rows.map(({ account_id }) => account_id))).toEqual(new Set([coordinator.accountId]))
  expect(JSON.stringify(rows)).not.toMatch(/Kuipers|\+316|1942/)
})

test('whoever was refused saw nothing, and nothing is kept', async () => {
  const tenant = await aTenant(coordinator)
  const stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  const path = `/tenants/${tenant.id}`
  expect(await load(tenantPage, stranger, path, { tenantId: tenant.id })).toMatchObject({ status: 404 })
  expect(await load(tenantPage, administrator, path, { tenantId: tenant.id })).toMatchObject({ status: 403 })
  expect(await keptAbout(tenant.id)).toEqual([])
})

test('a search is kept without what was searched for', async () => {
  await aTenant(coordinator)
  const request = await posted(coordinator, '/tenants', { q: 'Kuipers' })
  expect(await (search as Route)({ request, params: {}, context: {} })).toMatchObject({ total: expect.any(Number) })
  const rows = await asSuperuser<{ text: string }>(
    `SELECT audit_event::text AS text FROM audit_event WHERE corporation_id = $1 AND action = 'tenant:searched'`,
    [coordinator.corporationId],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.text).not.toContain('Kuipers')
})

test('signing in is kept, and so is that a password was wrong', async () => {
  const passwordHash = await hashPassword('zeven paarse fietsbellen')
  const actor = await anActor(await aCorporation(), { passwordHash })
  await signIn({ email: actor.email, password: 'acht groene brievenbussen' }, { address: '10.0.0.1' })
  expect((await keptAbout(actor.accountId)).map(({ action }) => action)).toEqual([
    'account:added',
    'account:sign-in-refused',
  ])
  await signIn({ email: actor.email, password: 'zeven paarse fietsbellen' }, { address: '10.0.0.1' })
  expect((await keptAbout(actor.accountId)).map(({ action }) => action)).toEqual([
    'account:added',
    'account:sign-in-refused',
    'account:signed-in',
  ])
})

test('an administrator reads what happened in the own corporation, and that nothing was changed', async () => {
  const elsewhere = await anActor(await aCorporation({ name: 'De Wilg' }))
  const page = (await load(auditPage, administrator, '/audit')) as { events: { subjectId: string | null }[] }
  expect(page).toMatchObject({ chain: { ok: true } })
  const subjects = page.events.map(({ subjectId }) => subjectId)
  expect(subjects).toContain(administrator.accountId)
  expect(subjects).not.toContain(elsewhere.accountId)
})

test.each(['coordinator', 'caller', 'reader'] as Role[])('a %s does not', async (role) => {
  const actor = await anActor(await aCorporation(), { role })
  expect(await load(auditPage, actor, '/audit')).toMatchObject({ status: 403 })
})

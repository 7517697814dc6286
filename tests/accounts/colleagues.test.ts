import { beforeAll, expect, test } from 'vitest'
import { addAccount, changeMember, endSessionsOf, listMembers } from '#app/accounts/accounts.server.ts'
import { type Actor, authorize, currentPerson } from '#app/accounts/authorize.server.ts'
import { action as accountAction, loader as accountPage } from '#app/accounts/pages/account.tsx'
import type { Role } from '#app/accounts/roles.ts'
import { cookieName, endSession, sessionCookie } from '#app/accounts/sessions.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { action as departureAction, loader as departurePage } from '#app/handovers/pages/departure.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDraft, alwaysOpen } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let corporation: Corporation
let administrator: Actor
let stranger: Actor

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  administrator = await anActor(corporation, { role: 'administrator' })
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
})

const now = () => new Date()
const roleOf = async (request: Request) => (await currentPerson(request))?.role ?? null
const membershipsOf = (accountId: string) =>
  asSuperuser(`SELECT role, ended_at IS NULL AS holds FROM membership WHERE account_id = $1`, [accountId])

test('a session ends by itself after twelve hours', async () => {
  const actor = await anActor(corporation)
  const request = await signedIn(actor, '/')
  const moved = (hours: number) =>
    asSuperuser(
      `UPDATE session SET created_at = created_at - make_interval(hours => $2), expires_at = expires_at - make_interval(hours => $2) WHERE account_id = $1`,
      [actor.accountId, hours],
    )
  const [kept] = await asSuperuser(
    `SELECT expires_at - created_at = interval '12 hours' AS is_half_a_day FROM session WHERE account_id = $1`,
    [actor.accountId],
  )
  expect(kept).toEqual({ is_half_a_day: true })
  await moved(11)
  expect(await roleOf(request)).toBe('coordinator')
  await moved(1)
  expect(await roleOf(request)).toBeNull()
})

test('the cookie of a session is for this address alone and no script can read it', () => {
  const cookie = sessionCookie('abc')
  expect(cookie).toMatch(/^__Host-rondbel=abc; /)
  expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax', 'Secure'])
})

test('whoever signs out is out, in this browser only', async () => {
  const actor = await anActor(corporation)
  const [here, there] = [await signedIn(actor, '/'), await signedIn(actor, '/')]
  const token = here.headers.get('Cookie')?.replace(`${cookieName}=`, '') ?? ''
  await endSession(token, now())
  expect([await roleOf(here), await roleOf(there)]).toEqual([null, 'coordinator'])
})

test('another role holds from the next request on', async () => {
  const actor = await anActor(corporation, { role: 'caller' })
  const request = await signedIn(actor, '/tenants')
  expect(await answerOf(() => authorize(request, 'tenant:read'))).toMatchObject({ status: 403 })
  expect(await changeMember(administrator, actor.accountId, { role: 'coordinator', now: now() })).toEqual({ ok: true })
  expect(await authorize(request, 'tenant:read')).toMatchObject({ role: 'coordinator' })
  await changeMember(administrator, actor.accountId, { role: 'reader', now: now() })
  expect(await answerOf(() => authorize(request, 'tenant:read'))).toMatchObject({ status: 403 })
})

test('whoever leaves is out at once, and is not listed any more', async () => {
  const actor = await anActor(corporation)
  const request = await signedIn(actor, '/')
  expect(await changeMember(administrator, actor.accountId, { role: null, now: now() })).toEqual({ ok: true })
  expect(await roleOf(request)).toBeNull()
  const members = await inScope(administrator, (tx) => listMembers(tx, administrator))
  expect(members.map(({ accountId }) => accountId)).not.toContain(actor.accountId)
})

test('whoever leaves one corporation goes on at the other', async () => {
  const other = await aCorporation({ name: 'De Wilg' })
  const actor = await anActor(corporation)
  await anActor(other, { email: actor.email, role: 'reader' })
  await changeMember(administrator, actor.accountId, { role: null, now: now() })
  const request = await signedIn({ ...actor, corporationId: other.id }, '/')
  expect(await currentPerson(request)).toMatchObject({ corporationId: other.id, role: 'reader' })
})

test('there is always an administrator left, also when two end each other at once', async () => {
  const own = await aCorporation()
  const [one, two] = [await anActor(own, { role: 'administrator' }), await anActor(own, { role: 'administrator' })]
  const answers = await Promise.all([
    changeMember(one, two.accountId, { role: null, now: now() }),
    changeMember(two, one.accountId, { role: 'caller', now: now() }),
  ])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  const left = await inScope(one, (tx) => listMembers(tx, one))
  expect(left.filter(({ role }) => role === 'administrator')).toHaveLength(1)
})

test("an administrator can neither see, change, end nor sign out another corporation's people", async () => {
  const request = await signedIn(stranger, '/')
  const { accountId } = stranger
  const before = await membershipsOf(accountId)
  expect(await changeMember(administrator, accountId, { role: 'administrator', now: now() })).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await changeMember(administrator, accountId, { role: null, now: now() })).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await endSessionsOf(administrator, accountId, now())).toEqual({ ended: 0 })
  const members = await inScope(administrator, (tx) => listMembers(tx, administrator))
  expect(members.map((member) => member.accountId)).not.toContain(accountId)
  expect(await membershipsOf(accountId)).toEqual(before)
  expect(await roleOf(request)).toBe('coordinator')
})

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const page = async (route: unknown, request: Promise<Request>, accountId: string) =>
  answerOf(async () => (route as Route)({ request: await request, params: { accountId }, context: {} }))

test("the page of another corporation's colleague is not there", async () => {
  const path = `/accounts/${stranger.accountId}`
  expect(await page(accountPage, signedIn(administrator, path), stranger.accountId)).toMatchObject({ status: 404 })
  expect(await page(accountAction, posted(administrator, path, {}), 'nonsense')).toMatchObject({ status: 404 })
})

test('a colleague was last seen when they were, also after their session has ended or run out', async () => {
  const actor = await anActor(corporation)
  await signedIn(actor, '/')
  const member = async () =>
    (await inScope(administrator, (tx) => listMembers(tx, administrator))).find(
      ({ accountId }) => accountId === actor.accountId,
    )
  const before = await member()
  expect(before).toMatchObject({ sessions: 1, lastSeenAt: expect.any(Date) })
  await endSessionsOf(administrator, actor.accountId, now())
  expect(await member()).toMatchObject({ sessions: 0, lastSeenAt: before?.lastSeenAt })
  await asSuperuser(`UPDATE session SET ended_at = NULL, expires_at = created_at WHERE account_id = $1 RETURNING 1`, [
    actor.accountId,
  ])
  expect(await member()).toMatchObject({ sessions: 0, lastSeenAt: before?.lastSeenAt })
})

test.each(['coordinator', 'caller', 'reader'] as Role[])('a %s manages nobody', async (role) => {
  const [actor, colleague] = [await anActor(corporation, { role }), await anActor(corporation)]
  const path = `/accounts/${colleague.accountId}`
  expect(await page(accountPage, signedIn(actor, path), colleague.accountId)).toMatchObject({ status: 403 })
  expect(await page(accountAction, posted(actor, path, {}), colleague.accountId)).toMatchObject({ status: 403 })
})

test('who holds nothing gets another role at once; who calls in a round is asked about first', async () => {
  const [free, caller] = [
    await anActor(corporation, { role: 'caller' }),
    await anActor(corporation, { role: 'caller' }),
  ]
  await aDraft(await anActor(corporation), [caller], alwaysOpen)
  const toReader = async ({ accountId }: Actor) => {
    const body = new URLSearchParams({ role: 'reader' })
    const request = signedIn(administrator, `/accounts/${accountId}`, { method: 'PUT', body })
    return page(accountAction, request, accountId)
  }
  expect(await toReader(free)).toMatchObject({ ok: true, message: 'saved' })
  const answer = (await toReader(caller)) as Response
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    302,
    `/accounts/${caller.accountId}/departure?role=reader`,
  ])
  expect(await membershipsOf(caller.accountId)).toEqual([{ role: 'caller', holds: true }])
})

test('ending access is a page that only an administrator of this corporation opens or posts', async () => {
  const colleague = await anActor(corporation, { role: 'caller' })
  const path = `/accounts/${colleague.accountId}/departure`
  const coordinator = await anActor(corporation)
  expect(await page(departurePage, signedIn(coordinator, path), colleague.accountId)).toMatchObject({ status: 403 })
  expect(await page(departureAction, posted(coordinator, path, {}), colleague.accountId)).toMatchObject({ status: 403 })
  expect(await page(departurePage, signedIn(administrator, path), stranger.accountId)).toMatchObject({ status: 404 })
  expect(await page(departureAction, posted(administrator, path, {}), stranger.accountId)).toMatchObject({
    status: 404,
  })
  expect(await page(departurePage, signedIn(administrator, path), colleague.accountId)).toMatchObject({
    holdings: { rounds: [] },
    role: null,
  })
  const keeps = posted(administrator, `${path}?role=coordinator`, {})
  expect(await page(departureAction, keeps, colleague.accountId)).toMatchObject({ status: 404 })
  expect(await page(departureAction, posted(administrator, path, { heir: '' }), colleague.accountId)).toMatchObject({
    status: 302,
  })
  expect(await membershipsOf(colleague.accountId)).toEqual([{ role: 'caller', holds: false }])
})

test('each of these leaves an audit row', async () => {
  const actor = await anActor(corporation, { role: 'caller' })
  await changeMember(administrator, actor.accountId, { role: 'reader', now: now() })
  await endSessionsOf(administrator, actor.accountId, now())
  await changeMember(administrator, actor.accountId, { role: null, now: now() })
  const rows = await asSuperuser<{ action: string; account_id: string | null }>(
    `SELECT action, account_id FROM audit_event WHERE subject_id = $1 ORDER BY id`,
    [actor.accountId],
  )
  expect(rows).toEqual([
    { action: 'account:added', account_id: null },
    { action: 'account:role-changed', account_id: administrator.accountId },
    { action: 'account:sessions-ended', account_id: administrator.accountId },
    { action: 'account:ended', account_id: administrator.accountId },
  ])
})

test('an address is added once to a corporation, and a weak password not at all', async () => {
  const colleague = { email: 'Sanne.Visser@Example.nl', name: 'Sanne Visser', role: 'caller' as const }
  expect(await addAccount(administrator, { ...colleague, password: 'Welkom2026!!' })).toEqual({
    ok: false,
    reason: 'too-common',
  })
  const added = await addAccount(administrator, { ...colleague, password: 'zeven paarse fietsbellen' })
  expect(added).toMatchObject({ ok: true })
  expect(await addAccount(administrator, { ...colleague, email: 'sanne.visser@example.nl' })).toEqual({
    ok: false,
    reason: 'already-member',
  })
})

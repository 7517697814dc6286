import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { endSessionsOf } from '#app/accounts/accounts.server.ts'
import { authorize, currentPerson } from '#app/accounts/authorize.server.ts'
import { knownDevice } from '#app/accounts/known-device.server.ts'
import { action as signInAction } from '#app/accounts/pages/sign-in.tsx'
import { action as signOutAction } from '#app/accounts/pages/sign-out.tsx'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { giveSignInTryBack, takeSignInTry } from '#app/accounts/rate-limits.server.ts'
import { cookieName } from '#app/accounts/sessions.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, signedIn } from '#tests/support/signed-in.ts'

const password = 'zeven paarse fietsbellen'
let passwordHash: string

beforeAll(async () => {
  await useDatabase()
  passwordHash = await hashPassword(password)
})

const withToken = (token: string) =>
  new Request('http://localhost:3000/', { headers: { Cookie: `${cookieName}=${token}` } })

test('a colleague signs in with address and password and is known afterwards', async () => {
  const actor = await anActor(await aCorporation(), { role: 'caller', passwordHash })
  const answer = await signIn({ email: actor.email, password }, { address: '10.0.0.1' })
  if (!answer.ok) throw new Error(answer.reason)
  expect(await currentPerson(withToken(answer.token))).toMatchObject({ accountId: actor.accountId, role: 'caller' })
})

afterEach(() => vi.useRealTimers())

test.each([-13, 26])(
  'with a clock that is %i hours off somebody signs in and stays so for twelve hours',
  async (hours) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 })
    const actor = await anActor(await aCorporation(), { role: 'caller', passwordHash })
    const answer = await signIn({ email: actor.email, password }, { address: `10.0.9.${hours + 20}` })
    if (!answer.ok) throw new Error(answer.reason)
    expect(await currentPerson(withToken(answer.token))).toMatchObject({ accountId: actor.accountId })
    const left = await asSuperuser(
      `SELECT round(extract(epoch FROM expires_at - now()) / 3600)::int AS hours FROM session WHERE account_id = $1`,
      [actor.accountId],
    )
    expect(left).toEqual([{ hours: 12 }])
  },
)

test('a wrong password and an unknown address get the same answer', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  expect(await signIn({ email: actor.email, password: 'iets anders dan dit' }, { address: '10.0.0.2' })).toEqual({
    ok: false,
    reason: 'wrong',
  })
  expect(await signIn({ email: 'niemand@example.nl', password }, { address: '10.0.0.2' })).toEqual({
    ok: false,
    reason: 'wrong',
  })
})

const tryWrong = async (email: string, address: string, device: string | null = null) =>
  (await signIn({ email, password: 'fout' }, { address, device })) as { reason?: string }

test('after ten wrong tries one a minute is left, for the right password too, and a colleague at the same address is not slowed', async () => {
  const corporation = await aCorporation()
  const [actor, colleague] = [
    await anActor(corporation, { passwordHash }),
    await anActor(corporation, { passwordHash }),
  ]
  for (let i = 0; i < 11; i++) expect(await tryWrong(actor.email, '10.0.0.3')).toMatchObject({ reason: 'wrong' })
  expect(await signIn({ email: actor.email, password }, { address: '10.0.0.3' })).toEqual({
    ok: false,
    reason: 'too-many-tries',
  })
  expect(await signIn({ email: colleague.email, password }, { address: '10.0.0.3' })).toMatchObject({
    ok: true,
  })
})

test('a session is kept only as a hash', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  const answer = await signIn({ email: actor.email, password }, { address: '10.0.0.4' })
  if (!answer.ok) throw new Error(answer.reason)
  const rows = await asSuperuser<{ text: string }>(`SELECT session::text AS text FROM session WHERE account_id = $1`, [
    actor.accountId,
  ])
  expect(rows).toHaveLength(1)
  expect(rows[0]?.text).not.toContain(answer.token)
  expect(rows[0]?.text).not.toContain(Buffer.from(answer.token).toString('hex'))
})

test('an administrator ends the sessions of a colleague at once', async () => {
  const corporation = await aCorporation()
  const [actor, administrator] = [await anActor(corporation), await anActor(corporation, { role: 'administrator' })]
  const request = await signedIn(actor, '/')
  expect(await currentPerson(request)).not.toBeNull()
  expect(await endSessionsOf(administrator, actor.accountId, new Date())).toEqual({ ended: 1 })
  expect(await currentPerson(request)).toBeNull()
})

test('a role that may not is refused with 403, nobody is sent to sign in', async () => {
  const actor = await anActor(await aCorporation(), { role: 'caller' })
  expect(await answerOf(async () => authorize(await signedIn(actor, '/imports'), 'tenant-list:import'))).toMatchObject({
    status: 403,
  })
  const redirected = (await answerOf(() =>
    authorize(new Request('http://localhost:3000/imports'), 'tenant-list:import'),
  )) as Response
  expect([redirected.status, redirected.headers.get('Location')]).toEqual([302, '/sign-in?to=%2Fimports'])
})

test.each([
  ['2001:db8:0:1::1', '2001:db8:0:1:aaaa::2', '2001:0DB8::1:0:0:0:3'],
  ['2001:db8::1', '2001:db8::ffff:ffff:ffff:ffff', '2001:db8:0:0::2'],
  ['192.0.2.7', '::ffff:192.0.2.7', '::FFFF:192.0.2.7'],
])('addresses that one connection can choose from count as one: %s, %s', async (...addresses) => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  const nobody = (index: number) => ({
    email: `niemand-${addresses[0]}-${index}`,
    address: addresses[index % 3] ?? '',
    device: null,
  })
  const taken = await Promise.all(Array.from({ length: 260 }, (_, index) => takeSignInTry(nobody(index))))
  expect(taken).not.toContain(false)
  for (const address of addresses)
    expect(await signIn({ email: actor.email, password }, { address })).toEqual({
      ok: false,
      reason: 'too-many-tries',
    })
})

test('another connection is not counted with it', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  const nobody = (index: number) => ({ email: `niemand-anders-${index}`, address: '2001:db8:0:7::1', device: null })
  for (let index = 0; index < 261; index++) await takeSignInTry(nobody(index))
  for (const address of ['2001:db8:0:8::1', '192.0.2.8', '::1'])
    expect(await signIn({ email: actor.email, password }, { address })).toMatchObject({ ok: true })
})

test('signing in again in the same browser ends the session that was there', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  const before = await signedIn(actor, '/sign-in')
  const body = new URLSearchParams({ email: actor.email, password })
  const request = new Request(before, { method: 'POST', body })
  const answer = await answerOf(() => signInAction({ request, params: {}, context: { address: '10.0.0.9' } as never }))
  expect(answer).toMatchObject({ status: 302 })
  expect(await currentPerson(before)).toBeNull()
})

test('the right password gets in after ten wrong ones, and from elsewhere at once', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  for (let i = 0; i < 10; i++) await tryWrong(actor.email, '10.0.1.1')
  expect(await signIn({ email: actor.email, password }, { address: '10.0.1.1' })).toMatchObject({
    ok: true,
  })
  for (let i = 0; i < 12; i++) await tryWrong(actor.email, `10.0.2.${i}`)
  expect(await signIn({ email: actor.email, password }, { address: '10.0.3.1' })).toMatchObject({
    ok: true,
  })
})

test('where somebody signed in before, what others try does not slow them', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  const body = new URLSearchParams({ email: actor.email, password })
  const context = { address: '10.0.4.1' } as never
  const first = new Request('http://localhost:3000/sign-in', { method: 'POST', body })
  const answer = (await answerOf(() => signInAction({ request: first, params: {}, context }))) as Response
  const device = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-rondbel-device='))
  expect(device).not.toContain(actor.email)
  const again = new Request(first.url, { headers: { Cookie: String(device).split(';')[0] ?? '' } })
  expect(knownDevice(again, actor.email)).toMatch(/^[\w-]{22}$/)
  expect(knownDevice(again, 'iemand@anders.example')).toBeNull()
  for (let i = 0; i < 12; i++) await tryWrong(actor.email, '10.0.4.1')
  expect(await tryWrong(actor.email, '10.0.4.1')).toMatchObject({ reason: 'too-many-tries' })
  const from = { address: '10.0.4.1', device: knownDevice(again, actor.email) }
  expect(await signIn({ email: actor.email, password }, from)).toMatchObject({ ok: true })
})

test('tries at the same moment are counted one by one, and what was right is given back', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  const trier = { email: actor.email, address: '10.0.5.1', device: null }
  const taken = await Promise.all(Array.from({ length: 40 }, () => takeSignInTry(trier)))
  expect(taken.filter(Boolean)).toHaveLength(11)
  await giveSignInTryBack(trier)
  expect(await takeSignInTry(trier)).toBe(true)
})

test('what was refused stands in the log, with a seal for where from, and not without end', async () => {
  const corporation = await aCorporation()
  const actor = await anActor(corporation, { role: 'caller', passwordHash })
  await tryWrong(actor.email, '10.0.6.1')
  await answerOf(async () => authorize(await signedIn(actor, '/imports'), 'tenant-list:import'))
  const written = (action: string) =>
    asSuperuser<{ details: Record<string, string> }>(
      'SELECT details FROM audit_event WHERE corporation_id = $1 AND action = $2',
      [corporation.id, action],
    )
  expect(await written('account:sign-in-refused')).toEqual([
    { details: { reason: 'wrong', from: expect.stringMatching(/^[\w-]{12}$/) } },
  ])
  expect(await written('account:access-refused')).toEqual([{ details: { permission: 'tenant-list:import' } }])
  for (let i = 0; i < 40; i++)
    await answerOf(async () => authorize(await signedIn(actor, '/imports'), 'tenant-list:import'))
  expect((await written('account:access-refused')).length).toBeLessThanOrEqual(60)
})

test('signing out stands in the log', async () => {
  const actor = await anActor(await aCorporation())
  const request = await signedIn(actor, '/sign-out', { method: 'POST' })
  await answerOf(() => signOutAction({ request, params: {}, context: {} as never }))
  expect(await currentPerson(request)).toBeNull()
  const rows = await asSuperuser("SELECT FROM audit_event WHERE action = 'account:signed-out' AND account_id = $1", [
    actor.accountId,
  ])
  expect(rows).toHaveLength(1)
})

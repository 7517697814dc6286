import { beforeAll, expect, test } from 'vitest'
import { endSessionsOf } from '#app/accounts/accounts.server.ts'
import { authorize, currentActor } from '#app/accounts/authorize.server.ts'
import { action as signInAction } from '#app/accounts/pages/sign-in.tsx'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { takeTry } from '#app/accounts/rate-limits.server.ts'
import { cookieName } from '#app/accounts/sessions.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asOwner, useDatabase } from '#tests/support/database.ts'
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
  const answer = await signIn({ email: actor.email, password }, '10.0.0.1', new Date())
  if (!answer.ok) throw new Error(answer.reason)
  expect(await currentActor(withToken(answer.token))).toMatchObject({ accountId: actor.accountId, role: 'caller' })
})

test('a wrong password and an unknown address get the same answer', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  expect(await signIn({ email: actor.email, password: 'iets anders dan dit' }, '10.0.0.2', new Date())).toEqual({
    ok: false,
    reason: 'wrong',
  })
  expect(await signIn({ email: 'niemand@example.nl', password }, '10.0.0.2', new Date())).toEqual({
    ok: false,
    reason: 'wrong',
  })
})

test('after ten wrong tries even the right password has to wait, but a colleague at the same address does not', async () => {
  const corporation = await aCorporation()
  const [actor, colleague] = [
    await anActor(corporation, { passwordHash }),
    await anActor(corporation, { passwordHash }),
  ]
  for (let i = 0; i < 10; i++) await signIn({ email: actor.email, password: `fout ${i}` }, '10.0.0.3', new Date())
  expect(await signIn({ email: actor.email, password }, '10.0.0.3', new Date())).toEqual({
    ok: false,
    reason: 'too-many-tries',
  })
  expect(await signIn({ email: colleague.email, password }, '10.0.0.3', new Date())).toMatchObject({ ok: true })
})

test('a session is kept only as a hash', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  const answer = await signIn({ email: actor.email, password }, '10.0.0.4', new Date())
  if (!answer.ok) throw new Error(answer.reason)
  const rows = await asOwner<{ text: string }>(`SELECT session::text AS text FROM session WHERE account_id = $1`, [
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
  expect(await currentActor(request)).not.toBeNull()
  expect(await endSessionsOf(administrator, actor.accountId, new Date())).toEqual({ ended: 1 })
  expect(await currentActor(request)).toBeNull()
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
  for (let i = 0; i < 200; i++) await takeTry('address', addresses[i % addresses.length] ?? '')
  for (const address of addresses)
    expect(await signIn({ email: actor.email, password }, address, new Date())).toEqual({
      ok: false,
      reason: 'too-many-tries',
    })
})

test('another connection is not counted with it', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  for (let i = 0; i < 200; i++) await takeTry('address', '2001:db8:0:7::1')
  for (const address of ['2001:db8:0:8::1', '192.0.2.8', '::1'])
    expect(await signIn({ email: actor.email, password }, address, new Date())).toMatchObject({ ok: true })
})

test('signing in again in the same browser ends the session that was there', async () => {
  const actor = await anActor(await aCorporation(), { passwordHash })
  const before = await signedIn(actor, '/sign-in')
  const body = new URLSearchParams({ email: actor.email, password })
  const request = new Request(before, { method: 'POST', body })
  const answer = await answerOf(() => signInAction({ request, params: {}, context: { address: '10.0.0.9' } as never }))
  expect(answer).toMatchObject({ status: 302 })
  expect(await currentActor(before)).toBeNull()
})

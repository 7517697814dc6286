import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { action, loader } from '#app/accounts/pages/own-account.tsx'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { findSession, tokenOf } from '#app/accounts/sessions.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { uniqueName } from '#prisma/builders/unique.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

const [present, another] = ['zeven paarse fietsbellen', 'negen groene theepotten']
let corporation: Corporation
let passwordHash: string

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  passwordHash = await hashPassword(present)
})

type Handler = (args: { request: Request; params: object; context: object }) => unknown
const sent = async (request: Request) =>
  answerOf(async () => (action as unknown as Handler)({ request, params: {}, context: {} }))
const aCaller = () => anActor(corporation, { role: 'caller', passwordHash })
const signsIn = async ({ email }: Actor, password: string) =>
  (await signIn({ email, password }, { address: uniqueName('10.4.0') })).ok

test('another password is taken with the present one, and ends what is open elsewhere', async () => {
  const caller = await aCaller()
  const elsewhere = tokenOf(await signedIn(caller, '/')) ?? ''
  const request = await posted(caller, '/account', { current: present, next: another })
  expect(await sent(request)).toEqual({ ok: true, ended: 1 })
  expect(await findSession(elsewhere)).toBeNull()
  expect(await findSession(tokenOf(request) ?? '')).toMatchObject({ accountId: caller.accountId })
  expect([await signsIn(caller, present), await signsIn(caller, another)]).toEqual([false, true])
  const written = await asSuperuser<{ details: unknown }>(
    `SELECT details FROM audit_event WHERE action = 'account:password-changed' AND subject_id = $1`,
    [caller.accountId],
  )
  expect(written).toEqual([{ details: {} }])
})

test.each([
  ['the wrong one', { current: another, next: another }, { current: 'wrong-password' }],
  ['nothing', { current: '', next: another }, { current: 'password-required' }],
  ['one that is guessed', { current: present, next: 'Welkom2026!!' }, { next: 'too-common' }],
  ['one that is short', { current: present, next: 'kort' }, { next: 'too-short' }],
])('%s changes nothing', async (_, fields, errors) => {
  const caller = await aCaller()
  const answer = await sent(await posted(caller, '/account', fields))
  expect(answer).toMatchObject({ data: { ok: false, errors }, init: { status: 400 } })
  expect(await signsIn(caller, present)).toBe(true)
})

test('guessing the present one is stopped as at the door', async () => {
  const caller = await aCaller()
  const guess = async () => sent(await posted(caller, '/account', { current: another, next: another }))
  for (let tries = 0; tries < 10; tries++) await guess()
  expect(await guess()).toMatchObject({ data: { errors: { current: 'too-many-tries' } }, init: { status: 429 } })
})

test('everybody sees their own account, and nothing of the password', async () => {
  const caller = await aCaller()
  const request = await signedIn(caller, '/account')
  const { name, email } = caller
  expect(await (loader as unknown as Handler)({ request, params: {}, context: {} })).toEqual({
    name,
    email,
    role: 'caller',
    language: 'nl',
  })
})

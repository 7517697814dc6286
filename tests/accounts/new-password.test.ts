import { beforeAll, expect, test } from 'vitest'
import { changeMember } from '#app/accounts/accounts.server.ts'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { acceptInvitation, findInvitation, invite } from '#app/accounts/invitations.server.ts'
import { makePasswordLink, setPassword } from '#app/accounts/new-password.server.ts'
import { action as accountAction } from '#app/accounts/pages/account.tsx'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { findSession } from '#app/accounts/sessions.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { beforeSignIn } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { uniqueName } from '#prisma/builders/unique.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted } from '#tests/support/signed-in.ts'
import { until } from '#tests/support/until.ts'

const [lost, newPassword] = ['zeven paarse fietsbellen', 'negen groene theepotten']
const now = new Date()
let corporation: Corporation
let administrator: Actor
let passwordHash: string

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  passwordHash = await hashPassword(lost)
  administrator = await anActor(corporation, { role: 'administrator' })
})

const aCaller = () => anActor(corporation, { role: 'caller', passwordHash })
const signsIn = async ({ email }: Actor, password: string) =>
  signIn({ email, password }, { address: uniqueName('10.2.0') })
const accept = (token: string, password = newPassword) =>
  acceptInvitation(token, password, { address: uniqueName('10.3.0'), now })
async function waitingForRows() {
  const [found] = await asSuperuser<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event IN ('transactionid', 'tuple')`,
  )
  return found?.waiting
}
async function linkFor(caller: Actor) {
  const made = await makePasswordLink(administrator, caller.accountId, now)
  if (!made.ok) throw new Error(made.reason)
  return made.token
}

test('whoever lost their password chooses another by a link, and keeps their role; what was open ends', async () => {
  const caller = await aCaller()
  const before = await signsIn(caller, lost)
  if (!before.ok) throw new Error(before.reason)
  const token = await linkFor(caller)
  expect(await signsIn(caller, lost)).toMatchObject({ ok: true })
  const answer = await accept(token)
  if (!answer.ok) throw new Error(answer.reason)
  expect(await findSession(answer.token)).toMatchObject({ accountId: caller.accountId, role: 'caller' })
  expect(await findSession(before.token)).toBeNull()
  expect(await signsIn(caller, lost)).toEqual({ ok: false, reason: 'wrong' })
  expect(await signsIn(caller, newPassword)).toMatchObject({ ok: true })
  expect(await accept(token, 'nog een keer iets anders')).toEqual({ ok: false, reason: 'gone' })
})

test('of two who use one link at the same moment one chooses the password, and the other changes nothing', async () => {
  const caller = await aCaller()
  const token = await linkFor(caller)
  const passwords = [newPassword, 'vier oranje regenjassen']
  // Whoever holds the link lets both come as far as they can, and then lets them go.
  const both = await beforeSignIn(async (tx) => {
    await tx.sql(sql`SELECT id FROM invitation WHERE email = ${caller.email} FOR NO KEY UPDATE`)
    const accepting = passwords.map((password) => accept(token, password))
    await until('both wait for one another', async () => (await waitingForRows()) === 2)
    return { accepting }
  })
  const answers = await Promise.all(both.accepting)
  const at = answers.findIndex(({ ok }) => ok)
  expect(answers[1 - at]).toEqual({ ok: false, reason: 'gone' })
  expect(await signsIn(caller, passwords[1 - at] ?? '')).toEqual({ ok: false, reason: 'wrong' })
  expect(await signsIn(caller, passwords[at] ?? '')).toMatchObject({ ok: true })
  const winner = answers[at]
  expect(winner?.ok && (await findSession(winner.token))).toMatchObject({ accountId: caller.accountId })
})

test('an easy password is refused, and the link still works', async () => {
  const caller = await aCaller()
  const token = await linkFor(caller)
  expect(await accept(token, 'kort')).toEqual({ ok: false, reason: 'too-short' })
  expect(await accept(token)).toMatchObject({ ok: true })
})

test('nobody is given a link for a colleague who works elsewhere too, before or after it was made', async () => {
  const elsewhere = await aCorporation()
  const works = (accountId: string) =>
    asSuperuser(`INSERT INTO membership (corporation_id, account_id, role) VALUES ($1, $2, 'caller')`, [
      elsewhere.id,
      accountId,
    ])
  const [already, later] = [await aCaller(), await aCaller()]
  await works(already.accountId)
  expect(await makePasswordLink(administrator, already.accountId, now)).toEqual({
    ok: false,
    reason: 'works-elsewhere',
  })
  const token = await linkFor(later)
  await works(later.accountId)
  expect(await accept(token)).toMatchObject({ ok: false })
  expect(await signsIn(later, lost)).toMatchObject({ ok: true })
})

test('an invitation of another corporation never replaces a password, also while such a link is open', async () => {
  const caller = await aCaller()
  await linkFor(caller)
  const stranger = await anActor(await aCorporation(), { role: 'administrator' })
  const { token } = await invite(stranger, { email: caller.email, name: 'Wie dan ook', role: 'caller' }, now)
  expect(await accept(token)).toEqual({ ok: false, reason: 'wrong' })
  expect(await makePasswordLink(stranger, caller.accountId, now)).toEqual({ ok: false, reason: 'not-found' })
})

test('a link is gone once access has ended', async () => {
  const caller = await aCaller()
  const token = await linkFor(caller)
  await changeMember(administrator, caller.accountId, { role: null, now })
  expect(await findInvitation(token, now)).toBeNull()
})

test('the page of a colleague gives the link to an administrator and to nobody else', async () => {
  const caller = await aCaller()
  const ask = async (actor: Actor) => {
    const request = await posted(actor, `/accounts/${caller.accountId}`, {})
    const patch = new Request(request, { method: 'PATCH' })
    return answerOf(() =>
      accountAction({ request: patch, params: { accountId: caller.accountId }, context: {} as never }),
    )
  }
  expect(await ask(administrator)).toMatchObject({ ok: true, link: expect.stringContaining('/invitations/') })
  expect(await ask(caller)).toMatchObject({ status: 403 })
})

test('whoever runs the installation gives another password, and what was open ends', async () => {
  const caller = await aCaller()
  const before = await signsIn(caller, lost)
  if (!before.ok) throw new Error(before.reason)
  expect(await setPassword(caller.email, newPassword, new Date())).toEqual({ ok: true, accountId: caller.accountId })
  expect(await findSession(before.token)).toBeNull()
  expect(await signsIn(caller, newPassword)).toMatchObject({ ok: true })
  expect(await setPassword('niemand@example.nl', newPassword, now)).toEqual({ ok: false, reason: 'no-such-account' })
  expect(await setPassword(caller.email, 'kort', now)).toEqual({ ok: false, reason: 'too-short' })
})

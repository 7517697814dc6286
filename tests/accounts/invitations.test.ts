import { beforeAll, expect, test } from 'vitest'
import { changeMember } from '#app/accounts/accounts.server.ts'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { nl } from '#app/accounts/colleague-words.ts'
import { atTheDoor } from '#app/accounts/door.server.ts'
import { acceptInvitation, findInvitation, invitationSchema, invite } from '#app/accounts/invitations.server.ts'
import { changeOwnPassword } from '#app/accounts/own-password.server.ts'
import { action as accountsAction } from '#app/accounts/pages/accounts.tsx'
import { loader as invitationPage } from '#app/accounts/pages/invitation.tsx'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import type { Role } from '#app/accounts/roles.ts'
import { findSession } from '#app/accounts/sessions.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { uniqueName } from '#prisma/builders/unique.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { posted } from '#tests/support/signed-in.ts'

const password = 'zeven paarse fietsbellen'
const now = new Date()
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
let administrator: Actor
type Loader = (args: object) => Promise<object>

beforeAll(async () => {
  await useDatabase()
  administrator = await anActor(await aCorporation(), { role: 'administrator' })
})

async function invited(email = `${uniqueName('nieuw')}@example.nl`, by = administrator, role: Role = 'caller') {
  const { token } = await invite(by, { email, name: 'Fatma Yılmaz', role }, now)
  return { email, token }
}
const accept = (token: string, newPassword = password, at = now) =>
  acceptInvitation(token, newPassword, { address: uniqueName('10.0.0'), now: at })

test('whoever is invited chooses a password, is in at once, and signs in with it afterwards', async () => {
  const { email, token } = await invited()
  expect(await findInvitation(token, now)).toMatchObject({ email, role: 'caller' })
  const answer = await accept(token)
  if (!answer.ok) throw new Error(answer.reason)
  expect(await findSession(answer.token)).toMatchObject({
    email,
    role: 'caller',
    corporationId: administrator.corporationId,
  })
  expect(await signIn({ email, password }, { address: '10.1.0.1' })).toMatchObject({ ok: true })
})

test('an invitation works once', async () => {
  const { token } = await invited()
  expect(await accept(token)).toMatchObject({ ok: true })
  expect(await findInvitation(token, now)).toBeNull()
  expect(await accept(token)).toEqual({ ok: false, reason: 'gone' })
})

test('of two who use it at the same moment one is let in', async () => {
  const { token } = await invited()
  const answers = await Promise.all([accept(token), accept(token), accept(token)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('after seven days an invitation is gone', async () => {
  const { token } = await invited()
  expect(await findInvitation(token, days(6.99))).not.toBeNull()
  expect(await findInvitation(token, days(7))).toBeNull()
  expect(await accept(token, password, days(7))).toEqual({ ok: false, reason: 'gone' })
})

test('a wrong key opens nothing', async () => {
  const { token } = await invited()
  const [corporation, secret] = token.split('.') as [string, string]
  const other = (await aCorporation({ name: 'De Eik' })).id
  const wrong = ['', '.', secret, `${corporation}.`, `${corporation}.${secret}x`, `${other}.${secret}`, `x.${secret}`]
  for (const attempt of [...wrong, `${'9'.repeat(12)}.${secret}`]) {
    expect([attempt, await findInvitation(attempt, now)]).toEqual([attempt, null])
    expect(await accept(attempt)).toEqual({ ok: false, reason: 'gone' })
  }
  expect(await findInvitation(token, now)).not.toBeNull()
})

test('the key is kept nowhere', async () => {
  const { email, token } = await invited()
  const [row] = await asSuperuser<{ text: string }>(
    `SELECT invitation::text AS text FROM invitation WHERE email = $1`,
    [email],
  )
  expect(row?.text).toContain(email)
  expect(row?.text).not.toContain(token.split('.')[1])
})

test('a weak password does not use the invitation up', async () => {
  const { token } = await invited()
  expect(await accept(token, 'kort')).toEqual({ ok: false, reason: 'too-short' })
  expect(await accept(token, 'FatmaYılmaz1')).toEqual({ ok: false, reason: 'too-common' })
  expect(await accept(token)).toMatchObject({ ok: true })
})

test('whoever has an account already proves it, and keeps the password they had', async () => {
  const passwordHash = await hashPassword(password)
  const colleague = await anActor(await aCorporation({ name: 'De Eik' }), { passwordHash })
  const { token } = await invited(colleague.email, administrator, 'reader')
  expect(await accept(token, 'acht groene brievenbussen')).toEqual({ ok: false, reason: 'wrong' })
  expect(await accept(token)).toMatchObject({ ok: true })
  expect(await signIn({ email: colleague.email, password }, { address: '10.1.0.2' })).toMatchObject({ ok: true })
})

test('until its own password is given a link says the same of an address with an account and of one without', async () => {
  const elsewhere = await anActor(await aCorporation({ name: 'De Eik' }), {
    passwordHash: await hashPassword(password),
  })
  const [known, unknown] = [await invited(elsewhere.email), await invited()]
  const shown = async (token: string) => {
    const page = await (invitationPage as unknown as Loader)({ params: { token } })
    return { ...page, email: '' }
  }
  expect(await shown(known.token)).toEqual(await shown(unknown.token))
  for (const guess of ['kort', 'Welkom2026!!', 'Fatma Yılmaz 2026'])
    expect([guess, await accept(known.token, guess)]).toEqual([guess, await accept(unknown.token, guess)])
  // Where the account is known it is written down that somebody tried.
  const written = await asSuperuser(
    `SELECT corporation_id, details->>'reason' AS reason FROM audit_event WHERE action = 'account:sign-in-refused' AND subject_id = $1`,
    [elsewhere.accountId],
  )
  expect(written).toEqual(Array(3).fill({ corporation_id: elsewhere.corporationId, reason: 'wrong' }))
})

test('guessing through a link the password of somebody who has an account is stopped', async () => {
  const elsewhere = await anActor(await aCorporation({ name: 'De Eik' }), {
    passwordHash: await hashPassword(password),
  })
  const { token } = await invited(elsewhere.email)
  for (let tries = 0; tries < 10; tries++) await accept(token, 'acht groene brievenbussen')
  expect(await accept(token)).toEqual({ ok: false, reason: 'too-many-tries' })
})

function aMoment() {
  let now = () => {}
  const until = new Promise<void>((resolve) => {
    now = resolve
  })
  return { until, now }
}

test('passwords of links and of oneself are weighed through the same door as signing in', async () => {
  const { token } = await invited()
  const { until: opened, now: open } = aMoment()
  const queue = Array.from({ length: 62 }, () => atTheDoor('others', () => opened))
  expect(await accept(token)).toEqual({ ok: false, reason: 'crowded' })
  const own = Array.from({ length: 60 }, () => atTheDoor('known', () => opened))
  const passwords = { current: password, next: 'acht groene brievenbussen' }
  expect(await changeOwnPassword(administrator, passwords, { token: '', now })).toMatchObject({ reason: 'crowded' })
  open()
  await Promise.all([...queue, ...own])
  expect(await accept(token)).toMatchObject({ ok: true })
})

test('an invitation from elsewhere never sets the password of somebody who just chose one', async () => {
  const elsewhere = await anActor(await aCorporation({ name: 'De Eik' }), { role: 'administrator' })
  for (let round = 0; round < 5; round++) {
    const { email, token } = await invited()
    const { token: second } = await invited(email, elsewhere)
    const answers = await Promise.all([accept(token), accept(second, 'acht groene brievenbussen')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual({ ok: false, reason: 'wrong' })
  }
})

test('of several invitations to one person the first that is used closes the others', async () => {
  const { email, token } = await invited()
  const { token: second } = await invited(email, administrator, 'administrator')
  expect(await accept(token)).toMatchObject({ ok: true })
  expect(await accept(second)).toEqual({ ok: false, reason: 'gone' })
})

test.each<[string, Role | null]>([
  ['whose access ended', null],
  ['who got another role', 'reader'],
])('an invitation that is still open does not undo it for a colleague %s', async (_, role) => {
  const { email, token } = await invited()
  const accepted = await accept(token)
  const accountId = (accepted.ok && (await findSession(accepted.token))?.accountId) || ''
  const { token: second } = await invited(email, administrator, 'administrator')
  expect(await changeMember(administrator, accountId, { role, now })).toEqual({ ok: true })
  expect(await findInvitation(second, now)).toBeNull()
  expect(await accept(second)).toEqual({ ok: false, reason: 'gone' })
  const { token: third } = await invited(email)
  expect(await accept(third)).toMatchObject({ ok: true })
})

test('whoever works here already keeps the role they have: the last administrator stays one', async () => {
  const passwordHash = await hashPassword(password)
  const only = await anActor(await aCorporation({ name: 'De Eik' }), { role: 'administrator', passwordHash })
  const { token } = await invited(only.email, only, 'reader')
  const answer = await accept(token)
  expect(answer.ok && (await findSession(answer.token))).toMatchObject({ role: 'administrator' })
})

test('a colleague who has access is not invited again', async () => {
  const request = await posted(administrator, '/accounts', { email: administrator.email, name: 'A', role: 'reader' })
  expect(await accountsAction({ request, params: {}, context: {} as never })).toMatchObject({
    data: { ok: false, errors: { email: 'already-member' } },
    init: { status: 409 },
  })
})

test('the invitation is given as a link and as the text of a mail', async () => {
  const email = `${uniqueName('nieuw')}@example.nl`
  const request = await posted(administrator, '/accounts', { email, name: 'Fatma Yılmaz', role: 'caller' })
  const answer = await accountsAction({ request, params: {}, context: {} as never })
  expect(answer).toMatchObject({
    ok: true,
    link: expect.stringMatching(/\/invitations\/\d+\.[\w-]+$/),
    mail: { email, as: 'member', placeName: administrator.corporationName, contactEmail: '' },
  })
  const words = {
    name: 'Fatma',
    link: 'https://x.example/invitations/1.a',
    as: 'member',
    placeName: 'De Linde',
  } as const
  expect(nl.accounts.mailText({ ...words, contactEmail: 'bellen@linde.example' })).toMatch(
    /Beste Fatma,.*De Linde.*https:\/\/x\.example\/invitations\/1\.a.*bellen@linde\.example/s,
  )
  expect(nl.accounts.mailText({ ...words, contactEmail: '' })).not.toContain('Vragen')
})

test('after thirty tries from one address it has to wait', async () => {
  const answers = []
  for (let i = 0; i < 31; i++) answers.push(await acceptInvitation('1.wrong', password, { address: '10.9.9.9', now }))
  expect(answers.slice(0, 30).every((answer) => !answer.ok && answer.reason === 'gone')).toBe(true)
  expect(answers[30]).toEqual({ ok: false, reason: 'too-many-tries' })
})

test('inviting and accepting leave audit rows without an address in them', async () => {
  const { email, token } = await invited()
  const invitation = await findInvitation(token, now)
  await accept(token)
  const rows = await asSuperuser<{ action: string; text: string }>(
    `SELECT action, audit_event::text AS text FROM audit_event WHERE subject_id = $1 ORDER BY id`,
    [invitation?.id],
  )
  expect(rows.map(({ action }) => action)).toEqual(['invitation:sent', 'invitation:accepted'])
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${email}|Fatma`))
})

test('an invitation says to whom, at which address and as what', () => {
  const parse = (input: object) => invitationSchema.safeParse({ email: 'a@b.nl', name: 'A', role: 'caller', ...input })
  expect(parse({ email: ' Sanne@Example.NL ' }).data?.email).toBe('sanne@example.nl')
  for (const wrong of [{ email: 'sanne' }, { name: ' ' }, { role: 'owner' }]) expect(parse(wrong).success).toBe(false)
})

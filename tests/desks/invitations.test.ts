import { beforeAll, expect, test } from 'vitest'
import { currentPerson, type DeskActor } from '#app/accounts/authorize.server.ts'
import { changeDeskMember } from '#app/accounts/desk-members.server.ts'
import { acceptInvitation, findInvitation } from '#app/accounts/invitations.server.ts'
import { loader as accountsPage, action as accountsPost } from '#app/accounts/pages/accounts.tsx'
import { cookieName } from '#app/accounts/sessions.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { loader as invitationsPage, action as invitationsPost } from '#app/desks/pages/desk-invitations.tsx'
import { action as memberAction, loader as memberPage } from '#app/desks/pages/desk-member.tsx'
import { action as manyPost } from '#app/desks/pages/many-desk-invitations.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { uniqueName } from '#prisma/builders/unique.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let desk: Desk
let administrator: DeskActor
let operator: DeskActor

beforeAll(async () => {
  await useDatabase()
  desk = await aDesk([await aCorporation()])
  administrator = await aDeskActor(desk, { role: 'desk-administrator', name: 'Nadia Mertens' })
  operator = await aDeskActor(desk)
})

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} as never })
const now = new Date()
const password = 'zeven paarse fietsbellen'
const newEmail = () => `${uniqueName('nieuw')}@example.nl`
const tokenIn = (link: string) => link.split('/invitations/')[1] ?? ''
const accept = (token: string, chosen = password) =>
  acceptInvitation(token, chosen, { address: uniqueName('10.0.0'), now: new Date() })

async function post(fields: Record<string, string>, { by = administrator, method = 'POST' } = {}) {
  const request = await signedIn(by, '/desk/invitations', { method, body: new URLSearchParams(fields) })
  return answerOf(() => invitationsPost(args(request)))
}
async function invited(email = newEmail(), role = 'operator') {
  const answer = (await post({ name: 'Fatma Yılmaz', email, role })) as { link: string }
  return { email, link: answer.link, token: tokenIn(answer.link) }
}
const open = async () => (await invitationsPage(args(await signedIn(administrator, '/x')))).invitations

test('whoever is invited to a desk chooses a password and works there at once, in that role', async () => {
  const email = newEmail()
  const answer = await post({ name: 'Fatma Yılmaz', email, role: 'supervisor' })
  expect(answer).toMatchObject({ is: 'invited', mail: { as: 'desk', placeName: desk.name, email, contactEmail: '' } })
  const token = tokenIn((answer as { link: string }).link)
  expect(await findInvitation(token, now)).toMatchObject({ email, placeName: desk.name, place: { deskId: desk.id } })
  expect(await open()).toMatchObject(expect.arrayContaining([expect.objectContaining({ email, role: 'supervisor' })]))
  const accepted = await accept(token)
  if (!accepted.ok) throw new Error(accepted.reason)
  const request = new Request('http://x/', { headers: { Cookie: `${cookieName}=${accepted.token}` } })
  expect(await currentPerson(request)).toMatchObject({ as: 'desk', deskId: desk.id, role: 'supervisor', email })
  expect(await findInvitation(token, now)).toBeNull()
  expect((await open()).map((one) => one.email)).not.toContain(email)
  const book = await asSuperuser('SELECT action FROM desk_event WHERE desk_id = $1 ORDER BY at', [desk.id])
  expect(book.map(({ action }) => action)).toEqual(expect.arrayContaining(['invitation:sent', 'invitation:accepted']))
})

test('a link works once, for seven days, and not with another number before it', async () => {
  const { token } = await invited()
  const secret = token.split('.')[1] ?? ''
  for (const wrong of [`${desk.id}.${secret}`, `d${desk.id + 1}.${secret}`, `d${desk.id}.${secret}x`, `d.${secret}`])
    expect(await findInvitation(wrong, now)).toBeNull()
  expect(await findInvitation(token, new Date(now.getTime() + 8 * 86_400_000))).toBeNull()
  const answers = await Promise.all([accept(token), accept(token), accept(token)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('an invitation is withdrawn, or its link made anew: the former one opens nothing', async () => {
  const { email, token } = await invited()
  const row = (await open()).find((one) => one.email === email)
  const renewed = (await post({ invitationId: row?.id ?? '' }, { method: 'PUT' })) as { link: string; mail: object }
  expect(renewed.mail).toMatchObject({ email })
  expect(await findInvitation(token, now)).toBeNull()
  const second = tokenIn(renewed.link)
  expect(await findInvitation(second, now)).toMatchObject({ email, role: 'operator' })
  expect(await post({ invitationId: row?.id ?? '' }, { method: 'PUT' })).toMatchObject({ status: 404 })
  const again = (await open()).find((one) => one.email === email)
  expect(await post({ invitationId: again?.id ?? '' }, { method: 'DELETE' })).toMatchObject({ is: 'withdrawn' })
  expect(await findInvitation(second, now)).toBeNull()
  expect(await accept(second)).toEqual({ ok: false, reason: 'gone' })
  expect(await post({ invitationId: 'x' }, { method: 'DELETE' })).toMatchObject({ status: 404 })
})

test('a corporation withdraws and renews its own in the same way, and never another’s', async () => {
  const [ours, theirs] = [await aCorporation(), await aCorporation({ name: 'De Eik' })]
  const [by, stranger] = [
    await anActor(ours, { role: 'administrator' }),
    await anActor(theirs, { role: 'administrator' }),
  ]
  const email = newEmail()
  await accountsPost(args(await posted(by, '/accounts', { name: 'Bart', email, role: 'caller' })))
  const { invitations } = await accountsPage(args(await signedIn(by, '/accounts')))
  expect(invitations).toMatchObject([{ email, role: 'caller' }])
  const change = async (who: typeof by, method: string) => {
    const body = new URLSearchParams({ invitationId: invitations[0]?.id ?? '' })
    return answerOf(async () => accountsPost(args(await signedIn(who, '/accounts', { method, body }))))
  }
  expect(await change(stranger, 'DELETE')).toMatchObject({ status: 404 })
  expect(await change(by, 'PUT')).toMatchObject({ is: 'invited', mail: { email } })
  expect(await change(by, 'DELETE')).toMatchObject({ status: 404 })
})

test('many are invited at once; whoever is there already is not, and an operator invites nobody', async () => {
  const emails = [newEmail(), newEmail()]
  const people = `A <${emails[0]}>\nB <${emails[1]}>\nN <${administrator.email}>`
  const many = async (fields: Record<string, string>, by = administrator) =>
    answerOf(async () => manyPost(args(await posted(by, '/x', { people, role: 'operator', ...fields }))))
  expect(await many({})).toMatchObject({ is: 'checked', people: [{}, {}, { problem: 'already-member' }] })
  const sent = (await many({ isChecked: 'yes' })) as { sent: { link: string }[] }
  expect(sent.sent.map(({ link }) => tokenIn(link))).toEqual([1, 2].map(() => expect.stringMatching(/^d\d+\./)))
  expect(await many({ role: 'caller' })).toMatchObject({ data: { errors: { role: 'role' } } })
  expect(await many({}, operator)).toMatchObject({ status: 403 })
  expect(await post({ name: 'X', email: newEmail(), role: 'operator' }, { by: operator })).toMatchObject({
    status: 403,
  })
  expect(await post({ name: 'X', email: administrator.email, role: 'operator' })).toMatchObject({
    data: { errors: { email: 'already-member' } },
  })
})

test('whoever is put out comes back by no link that was sent before', async () => {
  const { email, token } = await invited()
  const first = await accept(token)
  expect(first.ok).toBe(true)
  const [{ id } = { id: '' }] = await asSuperuser<{ id: string }>('SELECT id FROM account WHERE email = $1', [email])
  await changeDeskMember(administrator, id, { role: null, now })
  const { token: later } = await invited(email)
  expect(await accept(later)).toMatchObject({ ok: true })
  const { token: before } = await invited(newEmail())
  expect(await findInvitation(before, now)).not.toBeNull()
  await changeDeskMember(administrator, id, { role: null, now })
  expect(await accept(later)).toEqual({ ok: false, reason: 'gone' })
})

test('a desk sees its own invitations only', async () => {
  await invited()
  const other = await aDeskActor(await aDesk([], { name: 'Meldkamer Zuid' }), { role: 'desk-administrator' })
  const seen = (scope: DeskActor) =>
    inScopeSql(scope, (tx) => tx.sql({ text: 'SELECT DISTINCT desk_id FROM desk_invitation', values: [] }))
  expect(await seen(administrator)).toEqual([{ desk_id: desk.id }])
  expect(await seen(other)).toEqual([])
})

test('a telephone set has one holder at the desk, and is let go with them', async () => {
  const member = await aDeskActor(desk)
  const set = async (who: DeskActor, extension: string) => {
    const body = new URLSearchParams({ extension })
    const request = await signedIn(administrator, '/x', { method: 'PATCH', body })
    return answerOf(() => memberAction(args(request, { accountId: who.accountId })))
  }
  const shown = async (who: DeskActor) =>
    (await memberPage(args(await signedIn(administrator, '/x'), { accountId: who.accountId }))).member.extension
  expect(await set(member, ' 204a ')).toMatchObject({ ok: true })
  expect(await shown(member)).toBe('204a')
  expect(await set(member, '204a')).toMatchObject({ ok: true })
  expect(await set(operator, '204a')).toMatchObject({ data: { reason: 'extension-taken' } })
  for (const wrong of ['20 4', 'x'.repeat(21), '+31'])
    expect(await set(operator, wrong)).toMatchObject({ data: { reason: 'extension' } })
  await changeDeskMember(administrator, member.accountId, { role: 'supervisor', now })
  expect(await shown(member)).toBe('204a')
  await changeDeskMember(administrator, member.accountId, { role: null, now })
  expect(await set(operator, '204a')).toMatchObject({ ok: true })
  expect(await set(operator, '')).toMatchObject({ ok: true })
  expect(await shown(operator)).toBeNull()
})

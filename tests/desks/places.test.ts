import { beforeAll, expect, test } from 'vitest'
import { type Actor, authorize, authorizeDesk, currentPerson, type DeskActor } from '#app/accounts/authorize.server.ts'
import { addDeskMember, changeDeskMember } from '#app/accounts/desk-members.server.ts'
import { canAtDesk, type DeskPermission, deskPermissions } from '#app/accounts/desk-permissions.ts'
import { acceptInvitation } from '#app/accounts/invitations.server.ts'
import { makePasswordLink } from '#app/accounts/new-password.server.ts'
import { loader as frame } from '#app/accounts/pages/frame.tsx'
import { action as choosePlace } from '#app/accounts/pages/place-choice.tsx'
import { deskRoles } from '#app/accounts/roles.ts'
import { cookieName } from '#app/accounts/sessions.server.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { chainAudit, verifyAudit } from '#app/audit/audit-chain.server.ts'
import { systemDeskScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { addUrgentNumber } from '#app/corporations/urgent-numbers.server.ts'
import { type Desk, endContract, letDeskServe } from '#app/desks/desks.server.ts'
import { loader as inHandPage } from '#app/desks/pages/corporation-in-hand.tsx'
import { loader as deskPage } from '#app/desks/pages/desk.tsx'
import { action as memberAction } from '#app/desks/pages/desk-member.tsx'
import { action as contractAction } from '#app/desks/pages/desk-of-corporation.tsx'
import { action as contractsAction, loader as contractsPage } from '#app/desks/pages/desks-of-corporation.tsx'
import { loader as today } from '#app/today/pages/today.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let linde: Corporation
let eik: Corporation
let desk: Desk
let operator: DeskActor
let administrator: Actor

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  desk = await aDesk([linde])
  operator = await aDeskActor(desk, { corporations: [linde] })
  administrator = await anActor(linde, { role: 'administrator' })
})

const args = (request: Request, params = {}) => ({ request, params, context: {} as never })
const minutes = (count: number) => new Date(Date.now() + count * 60_000)
const servedBy = async (request: Request) => {
  const person = await currentPerson(request)
  return person?.as === 'desk' ? person.corporationIds : null
}

// Desk administrator, supervisor, operator: x may, - may not.
const table: Record<DeskPermission, string> = {
  'desk:see': 'xxx',
  'desk:manage': 'x--',
  'line:redirect': 'xx-',
  'contact:see': 'xxx',
  'wallboard:see': 'xxx',
  'contact:work': '-xx',
  'contact:supervise': '-x-',
  'quality:see': 'xx-',
  'protocol:suggest': '-x-',
  'rehearsal:play': 'xx-',
}
test('who may do what at a desk', () => {
  expect(deskPermissions.toSorted()).toEqual(Object.keys(table).toSorted())
  for (const permission of deskPermissions)
    expect(deskRoles.map((role) => (canAtDesk(role, permission) ? 'x' : '-')).join('')).toBe(table[permission])
})

test('somebody of a desk sees the desk and no page of a corporation, and the first page leads there', async () => {
  const request = await signedIn(operator, '/desk')
  expect(await deskPage(args(request))).toMatchObject({
    name: desk.name,
    served: [{ id: linde.id, name: linde.name, until: null }],
    members: [{ accountId: operator.accountId, role: 'operator' }],
  })
  expect(await answerOf(() => authorize(request, 'tenant:read'))).toMatchObject({ status: 403 })
  const first = (await answerOf(async () => today(args(await signedIn(operator, '/'))))) as Response
  expect([first.status, first.headers.get('Location')]).toEqual([302, '/queue'])
  expect(await frame(args(request))).toMatchObject({
    who: { as: 'desk', role: 'operator' },
    place: desk.name,
    others: [],
  })
})

test('one corporation is opened at a time, and only one that is served', async () => {
  const open = (id: string) =>
    answerOf(async () => inHandPage(args(await signedIn(operator, `/desk/corporations/${id}`), { corporationId: id })))
  const number = { name: 'Wijkbeheerder', phone: '+31162412233', ringWhen: '', notes: '' }
  for (const { id } of [linde, eik]) await addUrgentNumber({ ...administrator, corporationId: id }, uuidV7(), number)
  expect(await open(String(linde.id))).toMatchObject({ name: linde.name, numbers: [{ name: number.name }] })
  for (const id of [String(eik.id), '0', 'x', '']) expect(await open(id), id).toMatchObject({ status: 404 })
})

test('a member is no member of a desk, whatever their role', async () => {
  const request = await signedIn(administrator, '/desk')
  expect(await answerOf(() => authorizeDesk(request, 'desk:see'))).toMatchObject({ status: 403 })
})

test('what is refused at a desk stands in the book of the desk, chained as the others', async () => {
  await answerOf(async () => authorize(await signedIn(operator, '/tenants'), 'tenant:read'))
  const written = await asSuperuser(
    `SELECT account_id, details FROM desk_event WHERE action = 'account:access-refused' AND desk_id = $1`,
    [desk.id],
  )
  expect(written[0]).toEqual({ account_id: operator.accountId, details: { permission: 'tenant:read' } })
  await asSuperuser(`UPDATE desk_event SET at = at - interval '1 minute'`)
  const scope = systemDeskScope(desk.id)
  expect(await chainAudit(scope)).toBeGreaterThan(0)
  expect(await verifyAudit(scope)).toMatchObject({ ok: true })
  await asSuperuser(`UPDATE desk_event SET details = '{}' WHERE action = 'account:access-refused'`)
  expect(await verifyAudit(scope)).toMatchObject({ ok: false })
})

test('a contract that ends holds at the next request, one that begins as well', async () => {
  const request = await signedIn(operator, '/desk')
  const later = { from: minutes(60), until: null }
  await letDeskServe({ as: 'member', corporationId: eik.id, accountId: null }, desk.id, later)
  expect(await servedBy(request)).toEqual([linde.id])
  await letDeskServe({ as: 'member', corporationId: eik.id, accountId: null }, desk.id, {
    from: minutes(-1),
    until: minutes(60),
  })
  expect(await servedBy(request)).toEqual([linde.id, eik.id])
  expect(await endContract({ as: 'member', corporationId: eik.id, accountId: null }, desk.id)).toBe(true)
  expect(await servedBy(request)).toEqual([linde.id])
})

test('an administrator lets a desk answer for the own corporation, and ends it; a coordinator may not', async () => {
  const zuid = await aDesk([], { name: 'Meldkamer Zuid' })
  const form = { deskId: String(zuid.id), from: '', until: '2099-12-31' }
  const saved = await contractsAction(args(await posted(administrator, '/settings/desks', form)))
  expect(saved).toMatchObject({ status: 302 })
  const { contracts } = await contractsPage(args(await signedIn(administrator, '/settings/desks')))
  expect(contracts.find(({ deskId }) => deskId === zuid.id)).toMatchObject({ until: '2099-12-31', state: 'serving' })
  const ended = await contractAction(
    args(await posted(administrator, `/settings/desks/${zuid.id}`, {}), { deskId: String(zuid.id) }),
  )
  expect(ended).toMatchObject({ status: 302 })
  const again = answerOf(async () =>
    contractAction(args(await posted(administrator, '/x', {}), { deskId: String(zuid.id) })),
  )
  expect(await again).toMatchObject({ status: 404 })
  const coordinator = await anActor(linde)
  const refused = answerOf(async () => contractsAction(args(await posted(coordinator, '/settings/desks', form))))
  expect(await refused).toMatchObject({ status: 403 })
})

test.each([
  [{ deskId: '', from: '', until: '' }, { deskId: 'required' }],
  [{ deskId: '1', from: '2026-12-02', until: '2026-12-01' }, { until: 'until-before-from' }],
  [{ deskId: '1', from: 'morgen', until: '' }, { from: 'date' }],
  [{ deskId: '1', from: '', until: '2020-01-01' }, { until: 'until-before-from' }],
])('a contract of %j is refused with the reason', async (form, errors) => {
  const answer = await contractsAction(args(await posted(administrator, '/settings/desks', form)))
  expect(answer).toMatchObject({ data: { errors } })
})

test('who works for a corporation and for a desk changes between them, and nowhere else', async () => {
  const member = await anActor(linde, { role: 'caller' })
  await addDeskMember(systemDeskScope(desk.id), { email: member.email, name: member.name, role: 'supervisor' })
  const request = await signedIn(member, '/account/place')
  const others = await frame(args(request))
  expect(others.others).toEqual([{ value: `desk-${desk.id}`, name: desk.name }])
  const choose = (place: string) =>
    answerOf(() =>
      choosePlace(
        args(
          new Request(request.url, { method: 'POST', headers: request.headers, body: new URLSearchParams({ place }) }),
        ),
      ),
    )
  expect(await choose(`desk-${desk.id}`)).toMatchObject({ status: 302 })
  expect(await currentPerson(new Request(request))).toMatchObject({ as: 'desk', deskId: desk.id, role: 'supervisor' })
  for (const place of [`corporation-${eik.id}`, 'desk-999999', 'desk-0', `corporation-${2 ** 31}`, 'elsewhere'])
    expect(await choose(place), place).toMatchObject({ status: 404 })
  expect(await choose(`corporation-${linde.id}`)).toMatchObject({ status: 302 })
  expect(await currentPerson(new Request(request))).toMatchObject({
    as: 'member',
    corporationId: linde.id,
    role: 'caller',
  })
})

test('whoever works for a desk alone signs in there; once that has ended they are out', async () => {
  const password = 'vier woorden over kastanjebomen'
  const email = 'nachtdienst@example.nl'
  const scope = systemDeskScope(desk.id)
  const added = await addDeskMember(scope, { email, name: 'Nacht Dienst', role: 'operator', password })
  expect(added).toMatchObject({ ok: true, keepsPassword: false })
  const answer = await signIn({ email, password }, { address: '192.0.2.7' })
  if (!answer.ok) throw new Error(answer.reason)
  const request = new Request('http://localhost:3000/desk', { headers: { Cookie: `${cookieName}=${answer.token}` } })
  expect(await currentPerson(request)).toMatchObject({ as: 'desk', deskId: desk.id })
  await asSuperuser('UPDATE desk_member SET ended_at = now() WHERE account_id = $1', [added.ok ? added.accountId : ''])
  expect(await currentPerson(new Request(request))).toBeNull()
  expect(await signIn({ email, password }, { address: '192.0.2.7' })).toEqual({ ok: false, reason: 'no-corporation' })
})

test('who looks after a desk gives roles and ends access; the last of them stays, whoever else may nothing', async () => {
  const ours = await aDesk([])
  const [keeper, second] = [
    await aDeskActor(ours, { role: 'desk-administrator' }),
    await aDeskActor(ours, { role: 'operator' }),
  ]
  const change = async (who: DeskActor, of: DeskActor, role: string | null) => {
    const request = await signedIn(who, '/x', {
      method: role ? 'PUT' : 'DELETE',
      ...(role && { body: new URLSearchParams({ role }) }),
    })
    return answerOf(() => memberAction(args(request, { accountId: of.accountId })))
  }
  const theirs = await signedIn(second, '/desk')
  expect(await change(second, keeper, 'operator')).toMatchObject({ status: 403 })
  expect(await change(keeper, keeper, 'operator')).toMatchObject({ data: { reason: 'last-administrator' } })
  expect(await change(keeper, keeper, null)).toMatchObject({ data: { reason: 'last-administrator' } })
  expect(await change(keeper, second, 'supervisor')).toMatchObject({ ok: true })
  expect(await currentPerson(new Request(theirs))).toMatchObject({ role: 'supervisor' })
  expect(await change(keeper, operator, 'supervisor')).toMatchObject({ status: 404 })
  expect(await change(keeper, second, null)).toMatchObject({ status: 302 })
  expect(await currentPerson(new Request(theirs))).toBeNull()
  expect(await change(keeper, second, null)).toMatchObject({ status: 404 })
})

test('two who look after a desk and end each other at the same moment do not both succeed', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const ours = await aDesk([])
    const pair = [
      await aDeskActor(ours, { role: 'desk-administrator' }),
      await aDeskActor(ours, { role: 'desk-administrator' }),
    ]
    const [one, other] = pair.map(({ accountId }) => accountId)
    const scope = systemDeskScope(ours.id)
    const end = (accountId = '') => changeDeskMember(scope, accountId, { role: null, now: new Date() })
    expect((await Promise.all([end(one), end(other)])).filter(({ ok }) => ok)).toHaveLength(1)
  }
})

test('an administrator of a corporation makes no new password for whoever works for a desk too', async () => {
  const member = await anActor(linde, { role: 'caller' })
  const link = await makePasswordLink(administrator, member.accountId, new Date())
  if (!link.ok) throw new Error(link.reason)
  await addDeskMember(systemDeskScope(desk.id), { email: member.email, name: member.name, role: 'operator' })
  expect(await makePasswordLink(administrator, member.accountId, new Date())).toEqual({
    ok: false,
    reason: 'works-elsewhere',
  })
  const used = await acceptInvitation(link.token, 'vier woorden over appelbomen', {
    address: '192.0.2.9',
    now: new Date(),
  })
  expect(used.ok).toBe(false)
})

import { beforeAll, expect, test } from 'vitest'
import { changeMember } from '#app/accounts/accounts.server.ts'
import { type Actor, currentPerson } from '#app/accounts/authorize.server.ts'
import { action, loader } from '#app/accounts/pages/sign-in.tsx'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { cookieName, endSession, tokenOf, whyOver } from '#app/accounts/sessions.server.ts'
import { byItselfHeader, marked } from '#app/core/by-itself.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, signedIn } from '#tests/support/signed-in.ts'

const password = 'zeven paarse fietsbellen'
let corporationId: number
let server: Served

beforeAll(async () => {
  await useDatabase()
  corporationId = (await aCorporation()).id
  server = await serve()
  return () => server.close()
})

const away = (actor: Actor, minutes: number) =>
  asSuperuser(
    'UPDATE session SET last_seen_at = clock_timestamp() - make_interval(mins => $2) WHERE account_id = $1 AND ended_at IS NULL',
    [actor.accountId, minutes],
  )
async function minutesAway(actor: Actor) {
  const rows = await asSuperuser<{ minutes: number }>(
    'SELECT round(extract(epoch FROM clock_timestamp() - last_seen_at) / 60)::int AS minutes FROM session WHERE account_id = $1 AND ended_at IS NULL',
    [actor.accountId],
  )
  return rows[0]?.minutes
}
const byItself = (request: Request) => {
  const headers = new Headers(request.headers)
  headers.set(byItselfHeader, '1')
  return new Request(request, { headers })
}
const anybody = async () => anActor({ id: corporationId } as never, { passwordHash: await hashPassword(password) })

test('what an open page asks by itself keeps nobody signed in, and what somebody does keeps them', async () => {
  const actor = await anybody()
  const request = await signedIn(actor, '/calls/1/lease', { method: 'POST' })
  await away(actor, 20)
  expect(await currentPerson(byItself(request))).not.toBeNull()
  expect(await minutesAway(actor)).toBe(20)
  expect(await currentPerson(request)).not.toBeNull()
  expect(await minutesAway(actor)).toBe(0)
  await away(actor, 31)
  expect([await currentPerson(byItself(request)), await currentPerson(request)]).toEqual([null, null])
})

test('news of a page that is open does not count as being there', async () => {
  const actor = await anybody()
  const Cookie = (await signedIn(actor, '/')).headers.get('Cookie') ?? ''
  await away(actor, 20)
  expect(await server.ask('/live', { method: 'HEAD', headers: { Cookie } })).toMatchObject({ status: 200 })
  const stream = await server.open('/live', { headers: { Cookie } })
  expect(stream.statusCode).toBe(200)
  stream.destroy()
  expect(await minutesAway(actor)).toBe(20)
})

async function signInAt(actor: Actor, fields: Record<string, string>) {
  const body = new URLSearchParams({ email: actor.email, password, ...fields })
  const request = new Request('http://localhost:3000/sign-in?to=%2Fcalls%2F7', { method: 'POST', body })
  const answer = (await answerOf(() =>
    action({ request, params: {}, context: { address: '10.7.0.1' } as never }),
  )) as Response
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${cookieName}=`)) ?? ''
  const Cookie = cookie.split(';')[0] ?? ''
  return { cookie, to: answer.headers.get('Location'), request: new Request(request.url, { headers: { Cookie } }) }
}

test('on a shared computer half an hour is the most, whatever the corporation allows', async () => {
  const [alone, shared] = [await anybody(), await anybody()]
  await asSuperuser('UPDATE corporation SET idle_minutes = 120 WHERE id = $1', [corporationId])
  const [own, others] = [await signInAt(alone, {}), await signInAt(shared, { shared: 'on' })]
  expect([own.cookie, others.cookie].map((cookie) => /Max-Age/.test(cookie))).toEqual([true, false])
  for (const actor of [alone, shared]) await away(actor, 31)
  expect([await currentPerson(own.request), await currentPerson(others.request)]).toEqual([
    expect.objectContaining({ accountId: alone.accountId }),
    null,
  ])
  await away(alone, 121)
  expect(await currentPerson(own.request)).toBeNull()
  await asSuperuser('UPDATE corporation SET idle_minutes = 5 WHERE id = $1', [corporationId])
  const strict = await signInAt(shared, { shared: 'on' })
  await away(shared, 6)
  expect(await currentPerson(strict.request)).toBeNull()
  await asSuperuser('UPDATE corporation SET idle_minutes = 30 WHERE id = $1', [corporationId])
})

test('whoever was away is told so and comes back where they were; whoever signed out or was put out is not', async () => {
  const actor = await anybody()
  const { request, to } = await signInAt(actor, {})
  expect(to).toBe('/calls/7')
  const asked = (by = request) => loader({ request: by, params: {}, context: {} as never })
  await away(actor, 31)
  expect((await asked()).over).toBe('lapsed')
  await endSession(tokenOf(request) ?? '', new Date())
  expect((await asked()).over).toBe(null)
  const nobody = new Request('http://localhost:3000/sign-in')
  expect((await asked(nobody)).over).toBe(null)
})

test('whose access has ended is told so, on the page that was open too; whom it was given back may sign in again', async () => {
  const actor = await anybody()
  const { request } = await signInAt(actor, {})
  const told = async () => {
    const head = { headers: { Cookie: request.headers.get('Cookie') ?? '' } }
    const statuses = [
      (await server.ask('/live', { method: 'HEAD', ...head })).status,
      (await server.ask('/live', head)).status,
    ]
    return { over: (await loader({ request, params: {}, context: {} as never })).over, statuses }
  }
  await changeMember(actor, actor.accountId, { role: null, now: new Date() }).then((answer) =>
    expect(answer).toEqual({ ok: true }),
  )
  expect(await told()).toEqual({ over: 'access-ended', statuses: [403, 403] })
  await asSuperuser('UPDATE membership SET ended_at = NULL WHERE account_id = $1', [actor.accountId])
  expect(await told()).toEqual({ over: null, statuses: [401, 401] })
})

test('of somebody at a desk their place at the desk is what counts', async () => {
  const operator = await aDeskActor(await aDesk([{ id: corporationId } as never]), { corporations: [] })
  const token = tokenOf(await signedIn(operator, '/desk')) ?? ''
  expect(await whyOver(token)).toBe(null)
  await asSuperuser('UPDATE desk_member SET ended_at = now() WHERE account_id = $1', [operator.accountId])
  expect(await whyOver(token)).toBe('access-ended')
})

test('a page says with what it asks whether somebody is at it', async () => {
  const page = new EventTarget()
  let at = 0
  const sent: boolean[] = []
  const plain = (async (_input, init) => {
    sent.push(new Headers(init?.headers).has(byItselfHeader))
    return new Response()
  }) as typeof fetch
  const ask = marked(plain, page, () => at)
  await ask('/calls/1.data')
  at = 61_000
  await ask('/calls/1/lease', { method: 'POST', headers: { 'Content-Type': 'text/plain' } })
  page.dispatchEvent(new Event('input'))
  await ask('/calls/1/draft', { method: 'POST' })
  at += 30 * 60_000
  await ask('/calls/1/lease', { method: 'POST' })
  page.dispatchEvent(new Event('pointerdown'))
  await ask('/calls/1.data')
  expect(sent).toEqual([false, true, false, true, false])
})

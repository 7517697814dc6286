import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { type Desk, endContract } from '#app/desks/desks.server.ts'
import { readExchanges } from '#app/exchanges/exchange-pages.server.ts'
import { isSilent } from '#app/exchanges/is-silent.ts'
import { loader as exchangePage, action as exchangePost } from '#app/exchanges/pages/exchange.tsx'
import { loader as exchangesPage, action as exchangesPost } from '#app/exchanges/pages/exchanges.tsx'
import { action as numberDelete } from '#app/exchanges/pages/number.tsx'
import { loader as popPage, action as popPost } from '#app/exchanges/pages/screen-pop.tsx'
import { loader as secretPage, action as secretPost } from '#app/exchanges/pages/secret.tsx'
import { action as callPut } from '#app/exchanges/pages/unassigned-call.tsx'
import { loader as callsPage } from '#app/exchanges/pages/unassigned-calls.tsx'
import { longestSilence } from '#app/exchanges/silent-exchanges.server.ts'
import { addHours, addLine, switchLine } from '#app/lines/lines.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { anExchange } from '#prisma/builders/exchange.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, signedIn } from '#tests/support/signed-in.ts'

let linde: Corporation
let desk: Desk
let administrator: DeskActor
let operator: DeskActor
let exchange: { id: string }
let lineId: string
beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
})
let count = 0
beforeEach(async () => {
  desk = await aDesk([linde])
  const corporations = [linde]
  administrator = await aDeskActor(desk, { corporations, role: 'desk-administrator' })
  operator = await aDeskActor(desk, { corporations })
  exchange = await anExchange(desk)
  const line = await addLine(systemScope(linde.id), { name: `Spoed ${count++}`, kind: 'urgent-repairs' })
  lineId = line.ok ? line.id : ''
})

type Sent = { method?: string; fields?: Record<string, string>; params?: Record<string, string> }
async function sent(actor: DeskActor, path: string, { method = 'POST', fields = {}, params = {} }: Sent) {
  const request = await signedIn(actor, path, { method, body: new URLSearchParams(fields) })
  return { request, params, context: {} as never }
}
const opened = async (actor: DeskActor, path: string, params: Record<string, string> = {}) => ({
  request: await signedIn(actor, path),
  params,
  context: {} as never,
})
const ofExchange = () => ({ exchangeId: exchange.id })
const at = () => `/desk/exchanges/${exchange.id}`

test('a desk administrator adds an exchange and sees its secret in the answer alone', async () => {
  const answer = await exchangesPost(
    await sent(administrator, '/desk/exchanges', { fields: { name: 'Eigen', kind: 'generic' } }),
  )
  expect(answer).toMatchObject({ added: { secret: expect.stringMatching(/^whsec_/) } })
  const { exchanges } = await exchangesPage(await opened(administrator, '/desk/exchanges'))
  expect(exchanges.map(({ name }) => name)).toEqual(['Centrale', 'Eigen'])
  expect(JSON.stringify(exchanges)).not.toContain('whsec')
  const wrong = await exchangesPost(
    await sent(administrator, '/desk/exchanges', { fields: { name: '', kind: 'twilio' } }),
  )
  expect(wrong).toMatchObject({ data: { errors: { name: 'required' } } })
  const without = await exchangesPost(
    await sent(administrator, '/desk/exchanges', { fields: { name: 'T', kind: 'twilio' } }),
  )
  expect(without).toMatchObject({ data: { errors: { key: 'key' } } })
  expect(await answerOf(async () => exchangesPage(await opened(operator, '/desk/exchanges')))).toMatchObject({
    status: 403,
  })
})

test('numbers are read as they are written, ring a line, and are taken away', async () => {
  const add = async (fields: Record<string, string>) =>
    exchangePost(await sent(administrator, at(), { fields, params: ofExchange() }))
  const line = `${linde.id}:${lineId}`
  expect(await add({ numbers: '085 000 1122\n(0162) 41 22 33', isAny: 'on', line })).toMatchObject({ status: 302 })
  const { numbers, choices } = await exchangePage(await opened(administrator, at(), ofExchange()))
  const name = choices.find(({ value }) => value === line)?.label
  expect(numbers).toEqual([
    { number: '*', text: '*', line: name },
    { number: '+31162412233', text: '0162 412 233', line: name },
    { number: '+31850001122', text: '085 000 1122', line: name },
  ])
  expect(await add({ numbers: '0850001122', line })).toMatchObject({ data: { errors: { numbers: 'number-taken' } } })
  expect(await add({ numbers: 'geen', line })).toMatchObject({ data: { errors: { numbers: 'no-number' } } })
  expect(await add({ numbers: '', line })).toMatchObject({ data: { errors: { numbers: 'numbers' } } })
  expect(await add({ numbers: '0850001133', line: '' })).toMatchObject({ data: { errors: { line: 'line' } } })
  const other = await aCorporation({ name: 'Niet van ons' })
  const refused = await answerOf(() => add({ numbers: '0850001133', line: `${other.id}:${lineId}` }))
  expect(refused).toMatchObject({ status: 404 })
  const remove = async (number: string) =>
    numberDelete(await sent(administrator, at(), { method: 'DELETE', params: { ...ofExchange(), number } }))
  expect(await remove('+31850001122')).toMatchObject({ status: 302 })
  expect(await answerOf(() => remove('+31850001122'))).toMatchObject({ status: 404 })
})

test('settings are changed, a wrong address is refused, and an exchange that was ended is gone', async () => {
  const put = async (fields: Record<string, string>) =>
    exchangePost(await sent(administrator, at(), { method: 'PUT', fields, params: ofExchange() }))
  const wrong = await put({ name: 'Centrale', addresses: 'thuis' })
  expect(wrong).toMatchObject({ data: { about: 'settings', errors: { addresses: 'address' } } })
  expect(await put({ name: 'Noord', addresses: '192.0.2.1\n2001:db8::1' })).toMatchObject({ status: 302 })
  const page = await exchangePage(await opened(administrator, at(), ofExchange()))
  expect(page.exchange).toMatchObject({ name: 'Noord', addresses: ['192.0.2.1', '2001:db8::1'] })
  expect(page.screenPop).toContain(`/screen-pop?exchange=${exchange.id}&number={number}`)
  const end = await sent(administrator, at(), { method: 'DELETE', params: ofExchange() })
  expect(await exchangePost(end)).toMatchObject({ status: 302 })
  expect(await answerOf(async () => exchangePage(await opened(administrator, at(), ofExchange())))).toMatchObject({
    status: 404,
  })
})

test('a secret is changed while the former holds, once at a time', async () => {
  const post = async (method = 'POST') =>
    secretPost(await sent(administrator, `${at()}/secret`, { method, params: ofExchange() }))
  expect(await post()).toMatchObject({ made: { secret: expect.stringMatching(/^whsec_/) } })
  const { exchange: shown } = await secretPage(await opened(administrator, `${at()}/secret`, ofExchange()))
  expect(shown.hasFormerSecret).toBe(true)
  expect(await post()).toMatchObject({ data: { errors: { key: 'former-still-holds' } } })
  expect(await post('DELETE')).toMatchObject({ status: 302 })
  expect(await answerOf(() => post('DELETE'))).toMatchObject({ status: 404 })
})

test('an exchange that says nothing for an hour while its line is answered is shown as silent', async () => {
  const now = new Date('2026-11-27T20:00:00Z')
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const heard = (minutes: number | null) => ({
    lastHeardAt: minutes === null ? null : ago(minutes),
    createdAt: ago(90),
  })
  expect(isSilent(heard(59), { isOpen: true, now })).toBe(false)
  expect(isSilent(heard(61), { isOpen: true, now })).toBe(true)
  expect(isSilent(heard(null), { isOpen: true, now })).toBe(true)
  expect(isSilent(heard(61), { isOpen: false, now })).toBe(false)
  const line = `${linde.id}:${lineId}`
  await exchangePost(await sent(administrator, at(), { fields: { numbers: '0850001122', line }, params: ofExchange() }))
  const silentIn = async (minutes: number) =>
    (await readExchanges(administrator, new Date(Date.now() + minutes * 60_000))).exchanges[0]?.isSilent
  expect(await silentIn(120)).toBe(false)
  const days = ['1', '2', '3', '4', '5', '6', '7']
  await addHours(systemScope(linde.id), lineId, { days, opens: '00:00', closes: '00:00', deskId: desk.id })
  expect([await silentIn(30), await silentIn(120)]).toEqual([false, true])
  const later = new Date(Date.now() + 120 * 60_000)
  expect(await longestSilence(later)).toBeGreaterThan(7_000)
  // Closed an hour before, or since, it may have had nothing to tell.
  const closed = { kind: 'closed', until: null, deskId: null } as const
  expect(await switchLine(systemScope(linde.id), lineId, closed)).toEqual({ ok: true })
  await asSuperuser(
    "UPDATE line_switch SET from_at = now() + interval '80 minutes', until_at = now() + interval '100 minutes'",
  )
  expect(await silentIn(120)).toBe(true)
  await asSuperuser(
    "UPDATE line_switch SET from_at = now() + interval '50 minutes', until_at = now() + interval '70 minutes'",
  )
  expect(await silentIn(120)).toBe(false)
  expect(await longestSilence(later)).toBe(0)
  await endContract(systemScope(linde.id), desk.id)
})

test('a phone opens a screen that changes nothing by itself, and one press makes it a call, once', async () => {
  const query = (call: string) =>
    `/screen-pop?exchange=${exchange.id}&number=0612345678&dialled=0850001122&call=${call}`
  const { pop, caller } = await popPage(await opened(operator, query('pop-1')))
  expect(caller).toEqual({ text: '06 12 34 56 78', isHidden: false })
  const calls = () =>
    asSuperuser<{ id: string }>('SELECT id, state, phone, dialled FROM exchange_call WHERE exchange_id = $1', [
      exchange.id,
    ])
  expect(await calls()).toEqual([])
  const press = async (fields: object) =>
    popPost(await sent(operator, '/screen-pop', { fields: fields as Record<string, string> }))
  for (let times = 0; times < 2; times++) expect(await press(pop ?? {})).toMatchObject({ status: 302 })
  expect(await calls()).toMatchObject([{ state: 'answered', phone: '+31612345678', dialled: '+31850001122' }])
  const { pop: unknown, caller: nobody } = await popPage(
    await opened(operator, query('{call}').replace('0612345678', '{number}')),
  )
  expect(unknown?.call).toMatch(/^[0-9a-f-]{36}$/)
  expect(nobody).toEqual({ text: null, isHidden: true })
  const strange = { ...pop, exchange: '00000000-0000-7000-8000-000000000000' }
  expect(await press(strange)).toMatchObject({ data: { isUnknown: true } })
  expect(await press({ number: 'x' })).toMatchObject({ data: { isUnknown: true } })
  expect((await popPage(await opened(operator, '/screen-pop'))).pop).toBeNull()
})

test('an operator gives a call of nobody to a line', async () => {
  const press = { exchange: exchange.id, number: '0612345678', dialled: '0850009999', call: 'pop-2' }
  await popPost(await sent(operator, '/screen-pop', { fields: press }))
  const { calls, choices } = await callsPage(await opened(operator, '/desk/unassigned-calls'))
  expect(calls).toMatchObject([{ dialled: '085 000 9999', phone: { text: '06 12 34 56 78' } }])
  const callId = calls[0]?.id ?? ''
  const assign = async (line: string) =>
    callPut(await sent(operator, '/desk/unassigned-calls', { method: 'PUT', fields: { line }, params: { callId } }))
  const to = (answer: Response) => answer.headers.get('Location')
  expect(to(await assign(''))).toBe('/desk/unassigned-calls?refused=line')
  expect(to(await assign(choices[0]?.value ?? ''))).toBe('/desk/unassigned-calls?assigned')
  expect(to(await assign(choices[0]?.value ?? ''))).toBe('/desk/unassigned-calls?refused=assigned-already')
  expect((await callsPage(await opened(operator, '/desk/unassigned-calls'))).calls).toEqual([])
  const book = await inScope(operator, (tx) => tx.sql({ text: 'SELECT action FROM desk_event', values: [] }))
  expect(JSON.stringify(book)).not.toContain('+316')
})

test('a call of a known line that a phone opens is in hand of whoever pressed', async () => {
  const line = `${linde.id}:${lineId}`
  await exchangePost(await sent(administrator, at(), { fields: { numbers: '0850001122', line }, params: ofExchange() }))
  const fields = { exchange: exchange.id, number: '0612345678', dialled: '0850001122', call: 'pop-3' }
  const answer = (await popPost(await sent(operator, '/screen-pop', { fields }))) as Response
  const [contact] = await asSuperuser<{ id: string }>(
    'SELECT id, state, claimed_by, phone FROM desk_contact WHERE desk_id = $1',
    [desk.id],
  )
  expect(contact).toMatchObject({ state: 'talking', claimed_by: operator.accountId, phone: '+31612345678' })
  expect(answer.headers.get('Location')).toBe(`/contacts/${contact?.id}`)
})

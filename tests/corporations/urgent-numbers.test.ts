import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { action as change, loader as changePage } from '#app/corporations/pages/urgent-number.tsx'
import { action as position } from '#app/corporations/pages/urgent-number-position.tsx'
import { action as removal } from '#app/corporations/pages/urgent-number-removal.tsx'
import { action as add, loader as page } from '#app/corporations/pages/urgent-numbers.tsx'
import { addUrgentNumber, listUrgentNumbers, mostUrgentNumbers } from '#app/corporations/urgent-numbers.server.ts'
import { readUrgentPhone } from '#app/corporations/urgent-phone.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted } from '#tests/support/signed-in.ts'

let coordinator: Actor
let caller: Actor
let stranger: Actor

beforeAll(useDatabase)
beforeEach(async () => {
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller' })
  stranger = await anActor(await aCorporation(), { role: 'administrator' })
})

type Handler = (args: { request: Request; params: object; context: object }) => unknown
const call = async (handler: unknown, actor: Actor, { fields = {}, params = {} }: Sent = {}) => {
  const request = await posted(actor, '/settings/urgent-numbers', fields)
  return answerOf(async () => (handler as Handler)({ request, params, context: {} }))
}
type Sent = { fields?: Record<string, string>; params?: { numberId?: string } }

const filledIn = { name: 'Wijkbeheerder', phone: '0162 412 233', ringWhen: 'op werkdagen', notes: 'Vraag naar Jan.' }
const send = (fields: Record<string, string>) =>
  call(add, coordinator, { fields: { key: uuidV7(), ...filledIn, ...fields } })
const listed = (actor = coordinator) => inScope(actor, (tx) => listUrgentNumbers(tx, actor))
const namesInOrder = async () => (await listed()).map(({ name }) => name)

async function three() {
  for (const [name, phone] of [
    ['112', '112'],
    ['Coördinator', '06 12345678'],
    ['Wijkbeheerder', '0162-412233'],
  ] as const)
    await send({ name, phone })
  return (await listed()).map(({ id }) => id)
}

test('are added, changed and removed, and each of it stands in the log', async () => {
  expect(await send({})).toMatchObject({ status: 302 })
  const [{ id = '' } = {}] = await listed()
  expect(await listed()).toEqual([{ id, ...filledIn, phone: '+31162412233' }])
  expect(await call(changePage, coordinator, { params: { numberId: id } })).toMatchObject({ phone: '0162 412 233' })
  const fields = { ...filledIn, phone: '112', notes: '' }
  expect(await call(change, coordinator, { fields, params: { numberId: id } })).toMatchObject({ status: 302 })
  expect(await listed()).toEqual([{ id, ...fields }])
  await call(removal, coordinator, { params: { numberId: id } })
  expect(await listed()).toEqual([])
  const written = await asSuperuser<{ action: string }>(
    'SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id',
    [id],
  )
  expect(written.map(({ action }) => action)).toEqual([
    'urgent-number:added',
    'urgent-number:changed',
    'urgent-number:removed',
  ])
  for (const handler of [change, changePage, position, removal])
    expect(await call(handler, coordinator, { fields, params: { numberId: id } })).toMatchObject({ status: 404 })
})

test('stand in the order somebody gives them, and what is first stays first', async () => {
  const [first, second, third] = await three()
  const move = (numberId: string | undefined, direction: string) =>
    call(position, coordinator, { fields: { direction }, params: { numberId } })
  await move(third, 'up')
  expect(await namesInOrder()).toEqual(['112', 'Wijkbeheerder', 'Coördinator'])
  await move(first, 'down')
  expect(await namesInOrder()).toEqual(['Wijkbeheerder', '112', 'Coördinator'])
  await move(third, 'up')
  await move(second, 'down')
  expect(await namesInOrder()).toEqual(['Wijkbeheerder', '112', 'Coördinator'])
  await send({ name: 'Later' })
  expect(await namesInOrder()).toEqual(['Wijkbeheerder', '112', 'Coördinator', 'Later'])
})

test('two who move at once leave every number in the list, each at one place', async () => {
  const ids = await three()
  const moves = ids.flatMap((numberId) => ['up', 'down'].map((direction) => ({ numberId, direction })))
  await Promise.all(
    moves.map(({ numberId, direction }) =>
      call(position, coordinator, { fields: { direction }, params: { numberId } }),
    ),
  )
  expect((await namesInOrder()).toSorted()).toEqual(['112', 'Coördinator', 'Wijkbeheerder'])
  const places = await asSuperuser('SELECT DISTINCT position FROM urgent_number WHERE corporation_id = $1', [
    coordinator.corporationId,
  ])
  expect(places).toHaveLength(3)
})

describe('refuse', () => {
  test.each([
    [{ name: ' ' }, { name: 'required' }],
    [{ phone: '' }, { phone: 'required' }],
    [{ phone: 'bel de balie' }, { phone: 'phone' }],
    [{ phone: '0162 41' }, { phone: 'phone' }],
    [{ ringWhen: 'a'.repeat(81) }, { ringWhen: 'too-long' }],
    [{ notes: 'Haar bsn is 111222333' }, { notes: 'bsn' }],
  ])('%j', async (fields, errors) => {
    expect(await send(fields)).toMatchObject({ init: { status: 400 }, data: { errors } })
    expect(await listed()).toEqual([])
  })

  test('a name that is there already, as a new one and as a change', async () => {
    const [first] = await three()
    expect(await send({})).toMatchObject({ init: { status: 409 }, data: { errors: { name: 'name-taken' } } })
    expect(await call(change, coordinator, { fields: filledIn, params: { numberId: first } })).toMatchObject({
      data: { errors: { name: 'name-taken' } },
    })
  })

  test('one more than can be read at a glance, also when two send it at once', async () => {
    for (let at = 1; at < mostUrgentNumbers; at++) await send({ name: `Nummer ${at}` })
    const answers = await Promise.all(['Een', 'Twee'].map((name) => send({ name })))
    expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(1)
    expect(await listed()).toHaveLength(mostUrgentNumbers)
  })

  test('who may not change settings, and whoever works for another corporation', async () => {
    const [numberId = ''] = await three()
    for (const handler of [page, add, changePage, change, position, removal])
      expect(await call(handler, caller, { fields: filledIn, params: { numberId } })).toMatchObject({ status: 403 })
    for (const handler of [changePage, change, position, removal])
      expect(await call(handler, stranger, { fields: filledIn, params: { numberId } })).toMatchObject({ status: 404 })
    expect(await listed(stranger)).toEqual([])
    expect(await listed()).toHaveLength(3)
  })
})

test('the same key adds it once', async () => {
  const key = uuidV7()
  const once = await addUrgentNumber(coordinator, key, filledIn)
  expect(await addUrgentNumber(coordinator, key, filledIn)).toEqual(once)
  expect(await listed()).toHaveLength(1)
})

test.each([
  ['112', '112'],
  [' 113 ', '113'],
  ['14 0162', '140162'],
  ['0900 8844', '09008844'],
  ['0900-1234567', '09001234567'],
  ['0800-0113', '+318000113'],
  ['(0162) 41 22 33', '+31162412233'],
  ['+32 2 555 12 12', '+3225551212'],
  ['115', null],
  ['12', null],
  ['1120', null],
  ['tien', null],
])('%j is rung as %j', (written, phone) => {
  expect(readUrgentPhone(written)).toBe(phone)
})

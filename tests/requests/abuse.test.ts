import { beforeAll, expect, test } from 'vitest'
import { triesTaken } from '#app/accounts/rate-limits.server.ts'
import { listBoard } from '#app/contacts/board.server.ts'
import { inScopeSql, systemDeskScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { readFigures } from '#app/requests/figures.server.ts'
import { aContact } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { aForm, aNetwork, aPhone, aPublicLine, send } from './a-public-line.ts'

type Line = Awaited<ReturnType<typeof aPublicLine>>
let corporation: Corporation
let desk: Desk

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  desk = await aDesk([corporation])
})

const aLine = (kind: 'urgent-repairs' | 'general' = 'urgent-repairs') =>
  aPublicLine(corporation, { kind, deskId: desk.id })
const zone = 'Europe/Amsterdam'
const figuresOf = ({ line }: Line) => readFigures(systemScope(corporation.id), line.id, { zone, now: new Date() })

/** What became of so many forms, in order: what was refused by its code, what was taken by its urgency and state. */
async function flood(line: Line, times: number, { network, phone }: { network?: string; phone?: string } = {}) {
  const answers: string[] = []
  for (let time = 0; time < times; time++) {
    const form = aForm(line, { message: `Nummer ${time}`, phone: phone ?? aPhone() })
    const answer = await send(line, form, network ?? aNetwork())
    answers.push('errors' in answer ? (answer.errors.form ?? '') : await placeOf(answer.sent.slice(-36)))
  }
  return answers
}
async function placeOf(id: string) {
  const [row] = await asSuperuser<{ urgency: number; state: string }>(
    'SELECT urgency, state FROM desk_contact WHERE id = $1',
    [id],
  )
  return `${row?.urgency} ${row?.state}`
}
const times = (count: number, what: string) => Array<string>(count).fill(what)

test('one network: three at once, then at the end and no more urgent than a question, then not at all', async () => {
  const network = '2001:db8:1:2::'
  const line = await aLine()
  const answers = [
    ...(await flood(line, 6, { network: `${network}1` })),
    ...(await flood(line, 6, { network: `${network}ffff` })),
  ]
  expect(answers).toEqual([...times(3, '1 waiting'), ...times(7, '2 call-back'), ...times(2, 'too-many')])
  expect(await flood(line, 1)).toEqual(['1 waiting'])
})

test('one number: three times in half a day, from wherever and by whichever line', async () => {
  const phone = aPhone()
  const [one, other] = [await aLine(), await aLine()]
  expect(await flood(one, 2, { phone })).toEqual(times(2, '1 waiting'))
  expect(await flood(other, 3, { phone })).toEqual(['1 waiting', ...times(2, 'too-many-of-phone')])
})

test('one line: after what a storm brings at the end, after what a desk can ring not at all; other lines go on', async () => {
  const line = await aLine()
  const answers = await flood(line, 203)
  expect(answers).toEqual([...times(30, '1 waiting'), ...times(170, '2 call-back'), ...times(3, 'too-many-of-line')])
  expect(await flood(await aLine(), 1)).toEqual(['1 waiting'])
  expect(await figuresOf(line)).toMatchObject({
    sentToday: 200,
    sentThisWeek: 200,
    open: 200,
    late: 0,
    refusedToday: 3,
  })
}, 120_000)

test('whoever rings after a flood goes before all of it that came too fast', async () => {
  const line = await aLine()
  await flood(line, 40)
  const rung = await aContact(
    { deskId: desk.id },
    { corporationId: corporation.id, lineId: line.line.id, phone: '+31698989898' },
  )
  const board = await inScopeSql({ ...systemDeskScope(desk.id), corporationIds: [corporation.id] }, (tx) =>
    listBoard(tx, desk.id),
  )
  const own = board.filter((row) => row.line === line.line.name)
  expect(own.findIndex(({ id }) => id === rung)).toBe(30)
  expect(own.slice(31)).toHaveLength(10)
})

test('sending the same again takes no try, however often', async () => {
  const line = await aLine()
  const [form, network] = [aForm(line), aNetwork()]
  const sent = new Set<string>()
  for (let time = 0; time < 20; time++) sent.add(JSON.stringify(await send(line, form, network)))
  expect(sent.size).toBe(1)
  expect(await triesTaken('requests', network)).toBe(1)
})

test('a mistake takes no try; what no person sends is counted for whoever looks after the line', async () => {
  const line = await aLine()
  const network = aNetwork()
  for (let time = 0; time < 15; time++) await send(line, aForm(line, { phone: '06' }), network)
  await send(line, aForm(line, { website: 'x' }), network)
  expect(await triesTaken('requests', network)).toBe(0)
  expect(await figuresOf(line)).toMatchObject({ sentToday: 0, refusedToday: 1 })
})

import { beforeAll, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { listBoard } from '#app/contacts/board.server.ts'
import { claimNextContact } from '#app/contacts/claim-contact.server.ts'
import { messageColumn } from '#app/contacts/insert-contact.server.ts'
import { startListening, stopListening, subscribeToDesk } from '#app/core/live.server.ts'
import { inScope, inScopeSql, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { addHours, switchLine } from '#app/lines/lines.server.ts'
import { publicLine, publishLine } from '#app/lines/public-line.server.ts'
import { formToken } from '#app/requests/form-token.server.ts'
import { aContact } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { until } from '#tests/support/until.ts'
import { aForm, aNetwork, aPhone, aPublicLine, everyDay, look, send, sentOf } from './a-public-line.ts'

type Line = Awaited<ReturnType<typeof aPublicLine>>
let corporation: Corporation
let desk: Desk
let operator: DeskActor
let line: Line

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  desk = await aDesk([corporation])
  operator = await aDeskActor(desk, { corporations: [corporation] })
  line = await aPublicLine(corporation, { deskId: desk.id })
})

type Row = Record<string, unknown> & { id: string }
const rowsOf = (lineId: string) =>
  asSuperuser<Row>('SELECT * FROM desk_contact WHERE line_id = $1 ORDER BY arrived_at', [lineId])
type Found = Row & { promised_at: Date | null }
async function rowOf(id: string): Promise<Found> {
  const [row] = await asSuperuser<Found>('SELECT * FROM desk_contact WHERE id = $1', [id])
  if (!row) throw new Error('It is not there.')
  return row
}
const refusalOf = async (fields: Record<string, string>, network?: string) => {
  const answer = await send(line, fields, network)
  return 'errors' in answer ? answer.errors : answer
}
const minutesFromNow = (at: unknown) => ((at as Date).getTime() - Date.now()) / 60_000

test('what is sent stands in the queue at once, sealed, with what was promised', async () => {
  const heard: unknown[] = []
  await startListening()
  const stop = subscribeToDesk(desk.id, (event) => heard.push(...(event.contacts ?? [])))
  const id = await sentOf(line, aForm(line, { phone: '06-87 65 43 21', postcode: '4811ab', houseNumber: ' 12 a ' }))
  const row = await rowOf(id)
  expect(row).toMatchObject({
    ...{ corporation_id: corporation.id, desk_id: desk.id, line_id: line.line.id, channel: 'form', state: 'waiting' },
    ...{ urgency: 2, phone: '+31687654321', is_hidden: false, is_danger: null, due_at: null, claimed_by: null },
  })
  expect(minutesFromNow(row.promised_at)).toBeGreaterThan(59)
  expect(minutesFromNow(row.promised_at)).toBeLessThan(66)
  const sealed = row.message_sealed as Buffer
  expect(sealed.toString('latin1')).not.toContain('kraan')
  const text = await inScope(systemScope(corporation.id), async (tx) =>
    (await sealerFor(tx, corporation.id)).open(messageColumn(id), sealed),
  )
  expect(text).toMatch(
    /^Naam: Mevrouw de Wit\nAdres: 4811 AB 12 a\nBellen: zo snel mogelijk, beloofd vóór \d\d-\d\d-\d{4} \d\d:\d\d\n\nDe kraan drupt\.$/,
  )
  const steps = await asSuperuser('SELECT kind, details, account_id, desk_id FROM contact_step WHERE contact_id = $1', [
    id,
  ])
  expect(steps).toEqual([{ kind: 'arrived', details: { channel: 'form' }, account_id: null, desk_id: desk.id }])
  await until('the desk was told', () => heard.includes(id))
  stop()
  await stopListening()
})

test('it is on the board of the desk, and an operator takes it as any other', async () => {
  const id = await sentOf(line, aForm(line))
  const board = await inScopeSql(operator, (tx) => listBoard(tx, desk.id))
  expect(board.find((row) => row.id === id)).toMatchObject({ channel: 'form', corporation: corporation.name })
  await asSuperuser(
    'UPDATE desk_contact SET claimed_by = NULL, state = $2, closed_at = now() WHERE desk_id = $1 AND id <> $3',
    [desk.id, 'closed', id],
  )
  expect(await claimNextContact(operator)).toMatchObject({ ok: true, contactId: id })
})

test('they read before when they are rung and a code to say, and nothing personal is in the address', async () => {
  const form = aForm(line)
  const answer = await send(line, form)
  const sent = 'sent' in answer ? answer.sent : ''
  expect(sent).toMatch(new RegExp(`^/b/${line.address}\\?sent=[0-9a-f-]{36}$`))
  const id = sent.slice(-36)
  const { receipt } = await look(line, `?sent=${id}`)
  expect(receipt?.code.replace(' ', '')).toBe(id.slice(-6).toUpperCase())
  expect(receipt?.promisedAt).toBe((await rowOf(id)).promised_at?.toISOString())
  expect(JSON.stringify(await look(line, `?sent=${id}`))).not.toMatch(/Wit|kraan|316/)
})

test('what came by telephone cannot be looked at by its id, nor can what was sent to another corporation', async () => {
  const other = await aCorporation({ name: 'De Eik' })
  const theirs = await aPublicLine(other, { deskId: (await aDesk([other])).id })
  const rung = await aContact(operator, { corporationId: corporation.id, lineId: line.line.id })
  for (const id of [rung, await sentOf(theirs, aForm(theirs)), 'x', ''])
    expect((await look(line, `?sent=${id}`)).receipt).toBeNull()
})

test('sent twice it is there once, with the promise of the first time', async () => {
  const form = aForm(line, { message: 'Tweemaal.' })
  const network = aNetwork()
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => sentOf(line, form, network)))
  const later = await sentOf(line, form, network)
  expect(new Set([one, two, three, later]).size).toBe(1)
  expect(await asSuperuser('SELECT count(*)::int AS n FROM contact_step WHERE contact_id = $1', [one])).toEqual([
    { n: 1 },
  ])
})

test('whoever goes back and mends their number is not taken for the one before', async () => {
  const form = aForm(line)
  const ids = [await sentOf(line, form), await sentOf(line, { ...form, phone: aPhone() })]
  expect(new Set(ids).size).toBe(2)
})

test('two processes that get the same form at once put it in the queue once', async () => {
  const { insertFormContact } = await import('#app/contacts/insert-form-contact.server.ts')
  const { id } = await rowOf(await sentOf(line, aForm(line)))
  const again = {
    id,
    deskId: desk.id,
    lineId: line.line.id,
    urgency: 2 as const,
    phone: '+31600000001',
    message: 'x',
    dueAt: null,
    promisedAt: null,
  }
  await Promise.all([1, 2, 3].map(() => insertFormContact(line.scope, again)))
  expect(await rowOf(id)).not.toMatchObject({ phone: '+31600000001' })
})

test.each([
  [{ name: ' ' }, { name: 'name' }],
  [{ name: 'x'.repeat(101) }, { name: 'too-long' }],
  [{ phone: '' }, { phone: 'phone' }],
  [{ phone: '0900 1234' }, { phone: 'dear-phone' }],
  [{ message: '' }, { message: 'message' }],
  [{ message: 'x'.repeat(1001) }, { message: 'too-long-message' }],
  [{ message: 'Mijn nummer is 123456782.' }, { message: 'bsn' }],
  [{ postcode: '48' }, { postcode: 'postcode' }],
  [{ houseNumber: 'hoek' }, { houseNumber: 'house-number' }],
  [{ when: '2020-01-01/morning' }, { when: 'moment-gone' }],
  [{ when: '' }, { when: 'when' }],
  [{ website: 'https://x.example' }, { form: 'trap' }],
  [{ token: '' }, { form: 'expired' }],
])('%o is refused as %o, and all that was typed comes back', async (fields, errors) => {
  const form = aForm(line, fields as Record<string, string>)
  const before = (await rowsOf(line.line.id)).length
  const answer = await send(line, form)
  expect(answer).toMatchObject({ errors })
  const { website: _, ...typed } = form as Record<string, string>
  expect('typed' in answer && answer.typed).toMatchObject(typed)
  expect((await rowsOf(line.line.id)).length).toBe(before)
})

test('a form is of its line, not older than a day, and was not filled in faster than anybody can', async () => {
  const other = await aPublicLine(corporation, { deskId: desk.id })
  const ago = (ms: number) => formToken(line.scope, new Date(Date.now() - ms))
  expect(await refusalOf(aForm(line, { token: formToken(other.scope, new Date(Date.now() - 10_000)) }))).toEqual({
    form: 'expired',
  })
  expect(await refusalOf(aForm(line, { token: ago(25 * 3600_000) }))).toEqual({ form: 'expired' })
  expect(await refusalOf(aForm(line, { token: ago(500) }))).toEqual({ form: 'too-fast' })
  expect(await refusalOf(aForm(line, { token: `${ago(5_000).slice(0, -1)}!` }))).toEqual({ form: 'expired' })
  await sentOf(line, aForm(line, { token: ago(23 * 3600_000) }))
})

test('closed: to be rung back from the next opening on', async () => {
  const shut = await aPublicLine(corporation, { deskId: desk.id, kind: 'urgent-repairs' })
  const until = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3600_000)
  await switchLine(systemScope(corporation.id), shut.line.id, { kind: 'closed', until, deskId: null })
  const row = await rowOf(await sentOf(shut, aForm(shut)))
  expect(row).toMatchObject({ state: 'call-back', urgency: 1, due_at: until })
  expect(row.promised_at?.getTime()).toBeGreaterThan(until.getTime())
})

test('a part of a day: from its beginning, before its end', async () => {
  const [part] = (await look(line)).parts
  if (!part) throw new Error('no part of a day is offered')
  const row = await rowOf(await sentOf(line, aForm(line, { when: part.wish })))
  expect(row).toMatchObject({ state: 'call-back', promised_at: part.until })
})

test('of a line without hours it is whoever serves the corporation, and no time is promised', async () => {
  const bare = await aPublicLine(corporation, { deskId: null })
  const row = await rowOf(await sentOf(bare, aForm(bare)))
  expect(row).toMatchObject({ desk_id: desk.id, state: 'waiting', promised_at: null })
})

test('a desk whose contract has ended gets nothing; with no other left nothing is taken, and the form says so', async () => {
  const owner = await aCorporation({ name: 'De Es' })
  const [gone, left] = [await aDesk([owner]), await aDesk([owner])]
  const theirs = await aPublicLine(owner, { deskId: gone.id })
  const end = (deskId: number) =>
    asSuperuser(
      `UPDATE desk_corporation SET serves_until = now() - interval '1 second' WHERE corporation_id = $1 AND desk_id = $2`,
      [owner.id, deskId],
    )
  await end(gone.id)
  expect(await rowOf(await sentOf(theirs, aForm(theirs)))).toMatchObject({ desk_id: left.id })
  const form = aForm(theirs)
  await end(left.id)
  expect(await send(theirs, form)).toMatchObject({
    errors: { form: 'nobody-answers' },
    typed: { message: form.message },
  })
  expect((await look(theirs)).isTaken).toBe(false)
})

test('switched off, the address is gone for reading and for sending', async () => {
  const off = await aPublicLine(corporation, { deskId: desk.id })
  await publishLine(systemScope(corporation.id), off.line.id, false)
  await expect(look(off)).rejects.toMatchObject({ status: 404 })
  await expect(send(off, aForm(off))).rejects.toMatchObject({ status: 404 })
  expect(await publicLine(off.address)).toBeNull()
})

test('a number that anybody typed ends no call-back of whoever rang with it', async () => {
  const phone = '+31612121212'
  const rung = await aContact(operator, { corporationId: corporation.id, lineId: line.line.id, phone })
  await asSuperuser(`UPDATE desk_contact SET state = 'call-back', due_at = now() WHERE id = $1`, [rung])
  await sentOf(line, aForm(line, { phone }))
  expect(await rowOf(rung)).toMatchObject({ state: 'call-back', outcome: null })
})

test('the words are those of the corporation, English when asked for', async () => {
  expect((await look(line)).pageLanguage).toBe('nl')
  expect((await look(line, '?lang=en')).pageLanguage).toBe('en')
  await asSuperuser('UPDATE corporation SET language = $2 WHERE id = $1', [corporation.id, 'en'])
  expect((await look(line)).pageLanguage).toBe('en')
  expect((await look(line, '?lang=nl')).pageLanguage).toBe('nl')
  await asSuperuser('UPDATE corporation SET language = $2 WHERE id = $1', [corporation.id, 'nl'])
})

test('the number that rings the line stands on its page, and of no other line', async () => {
  const other = await aPublicLine(corporation, { deskId: desk.id })
  const [exchange] = await asSuperuser<{ id: string }>(
    `INSERT INTO exchange (desk_id, kind, name, secret_sealed) VALUES ($1, 'generic', 'Centrale', '\\x00') RETURNING id`,
    [desk.id],
  )
  const dialled = (number: string, lineId: string) =>
    asSuperuser(
      'INSERT INTO dialled_number (desk_id, exchange_id, number, corporation_id, line_id) VALUES ($1, $2, $3, $4, $5)',
      [...[desk.id, exchange?.id, number, corporation.id, lineId]],
    )
  await dialled('+31162412233', line.line.id)
  await dialled('201', line.line.id)
  await dialled('+31162412234', other.line.id)
  expect((await look(line)).numbers).toEqual([{ e164: '+31162412233', text: '0162 412 233' }])
  await addHours(systemScope(corporation.id), other.line.id, {
    days: [everyDay[0] ?? ''],
    opens: '08:00',
    closes: '08:00',
    deskId: desk.id,
  })
})

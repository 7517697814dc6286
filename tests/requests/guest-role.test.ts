import { beforeAll, expect, test } from 'vitest'
import { inScopeSql, type Scope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { aContact } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { aForm, aPublicLine, sentOf } from './a-public-line.ts'

/** What the database itself keeps from a guest, whatever the code of a page asks: each guard is taken away once. */

type Line = Awaited<ReturnType<typeof aPublicLine>>
let linde: Corporation
let eik: Corporation
let desk: Desk
let desksOfEik: Desk
let line: Line
let other: Line
let sent: string

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  desk = await aDesk([linde])
  desksOfEik = await aDesk([eik])
  line = await aPublicLine(linde, { kind: 'urgent-repairs', deskId: desk.id })
  other = await aPublicLine(linde, { kind: 'general', deskId: desk.id })
  sent = await sentOf(line, aForm(line))
  await aContact({ deskId: desk.id }, { corporationId: linde.id, lineId: line.line.id, phone: '+31611111111' })
})

const ask = (scope: Scope, text: string) => inScopeSql(scope, async (tx) => (await tx.client.query(text)).rowCount)

async function without(guard: string, back: string, work: () => Promise<void>) {
  await asSuperuser(guard)
  try {
    await work()
  } finally {
    await asSuperuser(back)
  }
}

const good = {
  corporation_id: '0',
  id: '',
  desk_id: '0',
  line_id: '',
  channel: `'form'`,
  urgency: '1',
  state: `'waiting'`,
  due_at: 'NULL',
  phone: `'+31612345678'`,
}
/** A row of the line of the guest, with some of it otherwise. */
function insert(changed: Partial<typeof good> & Record<string, string> = {}) {
  const own = {
    corporation_id: `${linde.id}`,
    id: `'${uuidV7()}'`,
    desk_id: `${desk.id}`,
    line_id: `'${line.line.id}'`,
  }
  const row = { ...good, ...own, ...changed }
  return `INSERT INTO desk_contact (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`
}

test('a guest puts themselves in the queue by their own line', async () => {
  expect(await ask(line.scope, insert())).toBe(1)
})

const refusals: [string, () => Record<string, string>][] = [
  ['by another line of the corporation', () => ({ line_id: `'${other.line.id}'`, urgency: '2' })],
  ['as a danger', () => ({ urgency: '0' })],
  ['as a call', () => ({ channel: `'phone'` })],
  ['as closed', () => ({ state: `'closed'` })],
  ['as being helped', () => ({ state: `'talking'` })],
  ['without a number', () => ({ phone: 'NULL' })],
  ['at a desk of another corporation', () => ({ desk_id: `${desksOfEik.id}` })],
  ['at another corporation', () => ({ corporation_id: `${eik.id}` })],
]
test.each(refusals)('not %s', async (_, changed) => {
  await expect(ask(line.scope, insert(changed()))).rejects.toMatchObject({ code: '42501' })
})

test('nor more urgent than the line', async () => {
  const general = () => insert({ line_id: `'${other.line.id}'` })
  await expect(ask(other.scope, general())).rejects.toMatchObject({ code: '42501' })
})

test('the policy is what refuses it: without it a guest is a danger on a line that is not theirs', async () => {
  const [policy] = await asSuperuser<{ check: string }>(
    `SELECT with_check AS check FROM pg_policies WHERE tablename = 'desk_contact' AND policyname = 'by_form'`,
  )
  const back = `CREATE POLICY by_form ON desk_contact AS RESTRICTIVE FOR INSERT TO rondbel_guest WITH CHECK ${policy?.check}`
  await without('DROP POLICY by_form ON desk_contact', back, async () => {
    expect(await ask(line.scope, insert({ urgency: '0', line_id: `'${other.line.id}'` }))).toBe(1)
  })
  await expect(ask(line.scope, insert({ urgency: '0' }))).rejects.toMatchObject({ code: '42501' })
})

test.each([
  'claimed_by',
  'caller_sealed',
  'tenant_id',
  'home_id',
  'notes_sealed',
  'is_danger',
  'arrived_at',
  'waiting_since',
])('a guest does not fill in %s', async (column) => {
  await expect(ask(line.scope, insert({ [column]: 'NULL' }))).rejects.toMatchObject({ code: '42501' })
})

test.each([
  'SELECT phone FROM desk_contact',
  'SELECT message_sealed FROM desk_contact',
  'SELECT sealed_key FROM corporation',
  'SELECT FROM contact_step',
  'UPDATE desk_contact SET urgency = 0',
  'DELETE FROM desk_contact',
  'SELECT FROM tenant',
  'SELECT FROM exchange',
])('refused aloud: %s', async (statement) => {
  await expect(ask(line.scope, statement)).rejects.toMatchObject({ code: '42501' })
})

test('of the queue a guest sees what they sent, with its id, and of a call not even that', async () => {
  const [call] = await asSuperuser<{ id: string }>(`SELECT id FROM desk_contact WHERE channel = 'phone'`)
  const seen = (subject: string, corporationId = linde.id) =>
    ask({ as: 'guest', corporationId, subject }, 'SELECT promised_at FROM desk_contact')
  expect(await seen(sent)).toBe(1)
  expect(await seen(line.scope.subject)).toBe(0)
  expect(await seen(call?.id ?? '')).toBe(0)
  expect(await seen(sent, eik.id)).toBe(0)
  const back = `CREATE POLICY of_link ON desk_contact AS RESTRICTIVE FOR SELECT TO rondbel_guest USING (id = (SELECT app_subject()) AND channel = 'form')`
  await without('DROP POLICY of_link ON desk_contact', back, async () =>
    expect(await seen(line.scope.subject)).toBeGreaterThan(1),
  )
})

test('a step is no more than that it came, and only by somebody with the address of a line', async () => {
  const step = (kind: string) =>
    `INSERT INTO contact_step (corporation_id, id, contact_id, desk_id, kind) VALUES (${linde.id}, '${uuidV7()}', '${sent}', ${desk.id}, '${kind}')`
  expect(await ask(line.scope, step('arrived'))).toBe(1)
  await expect(ask(line.scope, step('closed'))).rejects.toMatchObject({ code: '42501' })
  const nobody = { ...line.scope, subject: uuidV7() }
  await expect(ask(nobody, step('arrived'))).rejects.toMatchObject({ code: '42501' })
  const back = `CREATE POLICY by_form ON contact_step AS RESTRICTIVE FOR INSERT TO rondbel_guest WITH CHECK (
    kind = 'arrived' AND EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = contact_step.corporation_id))`
  await without('DROP POLICY by_form ON contact_step', back, async () =>
    expect(await ask(nobody, step('closed'))).toBe(1),
  )
})

test('who answers and what rings the line is there for whoever has its address, and for nobody else', async () => {
  const [exchange] = await asSuperuser<{ id: string }>(
    `INSERT INTO exchange (desk_id, kind, name, secret_sealed) VALUES ($1, 'generic', 'Centrale', '\\x00') RETURNING id`,
    [desk.id],
  )
  for (const [number, lineId] of [
    ['+31162412233', line.line.id],
    ['+31162412234', other.line.id],
  ])
    await asSuperuser(
      'INSERT INTO dialled_number (desk_id, exchange_id, number, corporation_id, line_id) VALUES ($1, $2, $3, $4, $5)',
      [...[desk.id, exchange?.id, number, linde.id, lineId]],
    )
  const stranger = { ...line.scope, subject: uuidV7() }
  const seen = async (scope: Scope) => [
    await ask(scope, 'SELECT desk_id FROM desk_corporation'),
    await ask(scope, 'SELECT number FROM dialled_number'),
  ]
  expect(await seen(line.scope)).toEqual([1, 1])
  expect(await seen(stranger)).toEqual([0, 0])
  const policyOf = (table: string, own: string) =>
    `CREATE POLICY of_link ON ${table} AS RESTRICTIVE TO rondbel_guest USING (EXISTS (SELECT FROM phone_line l WHERE ${own}))`
  await without(
    'DROP POLICY of_link ON desk_corporation',
    policyOf('desk_corporation', 'l.corporation_id = desk_corporation.corporation_id'),
    async () => expect((await seen(stranger))[0]).toBe(1),
  )
  await without(
    'DROP POLICY of_link ON dialled_number',
    policyOf('dialled_number', 'l.corporation_id = dialled_number.corporation_id AND l.id = dialled_number.line_id'),
    async () => expect((await seen(stranger))[1]).toBe(2),
  )
})

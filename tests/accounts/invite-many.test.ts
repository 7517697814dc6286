import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { readPeople } from '#app/accounts/invitation-lines.ts'
import { acceptInvitation } from '#app/accounts/invitations.server.ts'
import { action } from '#app/accounts/pages/invitations.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { countOf } from '#tests/campaigns/rows.ts'
import { useDatabase } from '#tests/support/database.ts'
import { answerOf, posted } from '#tests/support/signed-in.ts'

let administrator: Actor
beforeAll(async () => {
  await useDatabase()
  administrator = await anActor(await aCorporation(), { role: 'administrator' })
})

const read = (text: string, members: string[] = []) => readPeople(text, new Set(members))
const fatma = { name: 'Fatma Yılmaz', email: 'fatma@example.nl', problem: null }

test.each([
  ['a mail program', 'Fatma Yılmaz <fatma@example.nl>'],
  ['with quotes', '"Fatma Yılmaz" <Fatma@Example.nl>'],
  ['semicolons', 'Fatma Yılmaz;fatma@example.nl'],
  ['a comma', 'Fatma Yılmaz, fatma@example.nl'],
  ['a spreadsheet', 'Fatma\tYılmaz\tfatma@example.nl\t'],
  ['the address first', 'fatma@example.nl;Fatma Yılmaz'],
  ['a quoted cell', '"Fatma Yılmaz";"fatma@example.nl"'],
  ['a blank between', 'Fatma Yılmaz fatma@example.nl'],
  ['a link to mail', 'Fatma Yılmaz\tmailto:fatma@example.nl'],
])('one person on a line, as from %s', (_, line) => {
  expect(read(line)).toEqual([{ line: 1, ...fatma }])
})

test('several on one line, a comma in a name, the names of columns and empty lines are read as people mean them', () => {
  const text =
    'Naam;E-mail\r\n\r\nFatma Yılmaz <fatma@example.nl>; "Jansen, Bart" <bart@example.nl>\r\n"De Wit; Clara";clara@example.nl'
  expect(read(text).map(({ line, name, email }) => [line, name, email])).toEqual([
    [3, 'Fatma Yılmaz', 'fatma@example.nl'],
    [3, 'Jansen, Bart', 'bart@example.nl'],
    [4, 'De Wit; Clara', 'clara@example.nl'],
  ])
})

test('what is wrong is said of its line', () => {
  const text = [
    'Fatma Yılmaz <fatma@example.nl>',
    'Fatma <FATMA@example.nl>',
    'Bart <bart@example>',
    'Bart Smit',
    'clara@example.nl',
    'Dirk;dirk@example.nl',
    `${'e'.repeat(201)};eva@example.nl`,
    'f'.repeat(2_000),
  ].join('\n')
  expect(read(text, ['dirk@example.nl']).map(({ line, problem }) => [line, problem])).toEqual([
    [1, null],
    [2, 'twice'],
    [3, 'email'],
    [4, 'email'],
    [5, 'no-name'],
    [6, 'already-member'],
    [7, 'too-long'],
    [8, 'too-long'],
  ])
})

test('a hundred at a time', () => {
  const text = Array.from({ length: 102 }, (_, nr) => `Collega ${nr};collega${nr}@example.nl`).join('\n')
  const problems = read(text).map(({ problem }) => problem)
  expect(problems.slice(0, 100).every((problem) => problem === null)).toBe(true)
  expect(problems.slice(100)).toEqual(['too-many', 'too-many'])
})

test('the longest text costs what it is long', () => {
  for (const piece of ['<', '>', ';', '"', ' ', '@', "'", 'a@b.', '\t', 'a,', '\n', '<>', 'a <']) {
    const text = piece.repeat(Math.floor(40_000 / piece.length))
    const startedAt = performance.now()
    read(text)
    expect([piece, performance.now() - startedAt < 1_000]).toEqual([piece, true])
  }
})

const post = async (actor: Actor, fields: Record<string, string>) =>
  answerOf(async () =>
    (action as unknown as (args: object) => Promise<unknown>)({
      request: await posted(actor, '/accounts/invitations', fields),
      params: {},
      context: {},
    }),
  )

test('first it is shown who is on the list, then each gets a link that works', async () => {
  const people = `Fatma Yılmaz <fatma@example.nl>\nSanne;${administrator.email}\nBart;bart@example.nl`
  const invited = () => countOf('invitation', `corporation_id = ${administrator.corporationId}`)
  expect(await post(administrator, { people, role: 'caller' })).toMatchObject({
    is: 'checked',
    people: [{ problem: null }, { problem: 'already-member' }, { problem: null }],
  })
  expect(await invited()).toBe(0)
  const answer = (await post(administrator, { people, role: 'caller', isChecked: 'yes' })) as {
    sent: { name: string; email: string; link: string }[]
  }
  expect(answer.sent.map(({ name, email }) => [name, email])).toEqual([
    ['Fatma Yılmaz', 'fatma@example.nl'],
    ['Bart', 'bart@example.nl'],
  ])
  expect(await invited()).toBe(2)
  const token = answer.sent[0]?.link.split('/').at(-1) ?? ''
  const accepted = await acceptInvitation(token, 'zeven paarse fietsbellen', { address: '10.8.0.1', now: new Date() })
  expect(accepted).toMatchObject({ ok: true })
  expect(await countOf('audit_event', "action = 'invitation:sent'")).toBe(2)
})

test('nobody but an administrator invites, and a text that is too long is refused', async () => {
  const coordinator = await anActor(await aCorporation({ name: 'De Eik' }))
  expect(await post(coordinator, { people: 'A;a@example.nl', role: 'caller', isChecked: 'yes' })).toMatchObject({
    status: 403,
  })
  expect(await post(administrator, { people: 'a'.repeat(40_001), role: 'caller' })).toMatchObject({
    data: { is: 'refused', errors: { people: 'too-long' } },
  })
})

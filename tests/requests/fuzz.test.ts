import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { formToken } from '#app/requests/form-token.server.ts'
import { aContact } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { aForm, aNetwork, aPhone, aPublicLine, send } from './a-public-line.ts'

type Line = Awaited<ReturnType<typeof aPublicLine>>
let corporation: Corporation
let desk: Desk
let lines: Line[]

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  desk = await aDesk([corporation])
  const aLine = () => aPublicLine(corporation, { deskId: desk.id, kind: 'urgent-repairs' })
  lines = await Promise.all(Array.from({ length: 12 }, aLine))
})

const posts = 2_000
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '0', '__proto__', "'; DROP TABLE tenant; --", '<script>', '\0', '☎️'),
)
/** Left as it should be, most of the time. */
const mostly = (good: string | (() => string)) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(null).map(() => (typeof good === 'string' ? good : good())) },
    { weight: 1, arbitrary: text },
  )
const phone = fc.oneof(
  text,
  fc.constantFrom('0900 1234', '+252611234567', '112', '0612345678 0687654321'),
  mostly(aPhone),
  mostly(aPhone),
)
const token = fc.oneof(
  { weight: 6, arbitrary: fc.constant('good') },
  { weight: 1, arbitrary: fc.constantFrom('old', 'young', 'of-another', 'broken') },
  { weight: 1, arbitrary: text },
)
const post = fc.record({
  at: fc.nat(11),
  token,
  network: fc.oneof(fc.constantFrom('10.9.9.9', '2001:db8::1', 'unknown'), fc.constant(null).map(aNetwork)),
  again: fc.boolean(),
  fields: fc.record(
    {
      name: mostly('Jan'),
      phone,
      when: mostly('now'),
      message: mostly('De lift doet het niet.'),
      postcode: mostly(''),
      houseNumber: mostly(''),
      website: mostly(''),
      urgency: text,
      desk_id: text,
    },
    { requiredKeys: [] },
  ),
})

function tokenOf(line: Line, kind: string): string {
  const made = (ms: number) => formToken(line.scope, new Date(Date.now() - ms))
  const tokens: Record<string, string> = {
    good: made(60_000),
    old: made(30 * 3600_000),
    young: made(0),
    'of-another': formToken(
      { ...line.scope, corporationId: line.scope.corporationId + 1 },
      new Date(Date.now() - 60_000),
    ),
    broken: made(60_000).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
  }
  return tokens[kind] ?? kind
}

test('two thousand forms filled in with anything: each is taken once or refused in words; nothing else changes', async () => {
  const called = await aContact(
    { deskId: desk.id },
    { corporationId: corporation.id, lineId: lines[0]?.line.id ?? '', phone: '+31612345678' },
  )
  const before = await asSuperuser('SELECT * FROM desk_contact WHERE id = $1', [called])
  const taken = new Set<string>()
  const seen = new Map<string, number>()
  for (const { at, token, network, again, fields } of fc.sample(post, { numRuns: posts, seed: 8 })) {
    const line = lines[at] as Line
    const form = { ...aForm(line), ...fields, token: tokenOf(line, token) } as Record<string, string>
    const answers = [await send(line, form, network), ...(again ? [await send(line, form, network)] : [])]
    for (const answer of answers) {
      if ('sent' in answer) taken.add(answer.sent.slice(-36))
      else for (const code of Object.values(answer.errors)) seen.set(code, (seen.get(code) ?? 0) + 1)
    }
    const [first, second] = answers
    if (first && 'sent' in first && second) expect(second).toEqual(first)
  }
  const rows = await asSuperuser<{ id: string }>(
    `SELECT id FROM desk_contact WHERE channel = 'form' AND urgency > 0 AND state IN ('waiting', 'call-back') AND claimed_by IS NULL
       AND desk_id = $1 AND phone ~ '^\\+31[1-9]\\d{8}$' AND message_sealed IS NOT NULL AND promised_at > arrived_at`,
    [desk.id],
  )
  expect(rows.map(({ id }) => id).sort()).toEqual([...taken].sort())
  expect(taken.size).toBeGreaterThan(50)
  const all = await asSuperuser<{ n: number }>('SELECT count(*)::int AS n FROM desk_contact')
  expect(all[0]?.n).toBe(taken.size + 1)
  expect(await asSuperuser('SELECT * FROM desk_contact WHERE id = $1', [called])).toEqual(before)
  for (const code of ['expired', 'too-fast', 'trap', 'no-phone', 'dear-phone', 'two-phones', 'message'])
    expect([code, seen.has(code)]).toEqual([code, true])
  expect(seen.has('other')).toBe(false)
}, 300_000)

import { beforeAll, expect, test } from 'vitest'
import { closeDatabase, pool } from '#app/core/db.server.ts'
import { type GuestScope, inScope, inScopeAtOnce, inScopeSql, type Scope, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { addHours, addLine, switchLine } from '#app/lines/lines.server.ts'
import { publicAddress, publicLine, publishLine } from '#app/lines/public-line.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let eik: Corporation
/** Whoever opened the page of the urgent line of De Linde. */
let guest: GuestScope
/** Whoever holds a link that leads to nothing. */
let stranger: GuestScope

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  for (const { id } of [linde, eik]) await aTenant(systemScope(id))
  guest = await lineWithPage(linde)
  await lineWithPage(linde)
  await lineWithPage(eik)
  stranger = { ...guest, subject: uuidV7() }
})

let count = 0
/** With hours and a switch, so that there is something to see. */
async function lineWithPage(corporation: Corporation): Promise<GuestScope> {
  const scope = systemScope(corporation.id)
  const { id: deskId } = await aDesk([corporation])
  const added = await addLine(scope, { name: `Lijn ${count++}`, kind: 'general' })
  if (!added.ok) throw new Error(added.reason)
  await addHours(scope, added.id, { days: ['1'], opens: '17:00', closes: '08:00', deskId })
  await switchLine(scope, added.id, { kind: 'outage', until: null, deskId: null })
  await publishLine(scope, added.id, true)
  const address = await addressOf(corporation, added.id)
  const found = await publicLine(address)
  if (!found) throw new Error(`no line at ${address}`)
  return found.scope
}

async function addressOf({ id: corporationId }: Corporation, lineId: string) {
  const [row] = await inScope(systemScope(corporationId), (tx) =>
    tx.sql<{ publicToken: string }>(
      sql`SELECT public_token AS "publicToken" FROM phone_line WHERE id = ${lineId}::uuid`,
    ),
  )
  return (publicAddress({ corporationId, publicToken: row?.publicToken ?? null }) ?? '').split('/b/')[1] ?? ''
}

const ask = (scope: Scope, text: string) =>
  inScopeSql(scope, (tx) => tx.sql<Record<string, unknown>>({ text, values: [] }))
const rows = async (scope: Scope, table: string) => (await ask(scope, `SELECT FROM ${table}`)).length

/** With this statement undone afterwards by the other. */
async function without(guard: string, back: string, work: () => Promise<void>) {
  await asSuperuser(guard)
  try {
    await work()
  } finally {
    await asSuperuser(back)
  }
}

test('a guest sees the line its link leads to and its corporation, and with another link nothing at all', async () => {
  for (const table of ['phone_line', 'line_hours', 'line_switch', 'corporation']) {
    expect([table, await rows(guest, table)]).toEqual([table, 1])
    expect([table, await rows(stranger, table)]).toEqual([table, 0])
  }
})

test.each([
  ['phone_line', 'public_token = (SELECT app_subject())', 2],
  [
    'line_hours',
    'EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = line_hours.corporation_id AND l.id = line_hours.line_id)',
    2,
  ],
  [
    'line_switch',
    'EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = line_switch.corporation_id AND l.id = line_switch.line_id)',
    2,
  ],
  ['corporation', 'EXISTS (SELECT FROM phone_line l WHERE l.corporation_id = corporation.id)', 1],
])(
  'the link is what keeps %s shut: with its policy gone the rest of the corporation is there',
  async (table, own, seen) => {
    const back = `CREATE POLICY of_link ON ${table} AS RESTRICTIVE TO rondbel_guest USING (${own})`
    await without(`DROP POLICY of_link ON ${table}`, back, async () => expect(await rows(stranger, table)).toBe(seen))
    expect(await rows(stranger, table)).toBe(0)
  },
)

test('every other table is shut to a guest: refused aloud, not empty', async () => {
  const tables = await asSuperuser<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p', 'v') AND relnamespace = 'public'::regnamespace`,
  )
  const open = ['phone_line', 'line_hours', 'line_switch', 'corporation', 'desk_corporation', 'dialled_number']
  // Of these there is nothing until a corporation has a number of its own.
  open.push('reference_value')
  // Of this one there is what they sent themselves, with its id for a link.
  open.push('desk_contact')
  expect([await rows(guest, 'desk_contact'), await rows(stranger, 'desk_contact')]).toEqual([0, 0])
  const others = tables.map(({ name }) => name).filter((name) => !open.includes(name))
  expect(others).toEqual(expect.arrayContaining(['tenant', 'home', 'account', 'membership', 'audit_event', 'session']))
  for (const table of others)
    await expect(ask(guest, `SELECT FROM ${table}`), table).rejects.toMatchObject({ code: '42501' })
})

test('what shuts them is that nothing was granted: with a grant a guest would see the tenants of the corporation', async () => {
  await without('GRANT SELECT ON tenant TO rondbel_guest', 'REVOKE SELECT ON tenant FROM rondbel_guest', async () =>
    expect(await rows(guest, 'tenant')).toBe(1),
  )
  await expect(ask(guest, 'SELECT FROM tenant')).rejects.toMatchObject({ code: '42501' })
})

test('a guest writes nothing', async () => {
  for (const statement of [
    `UPDATE phone_line SET name = 'x'`,
    'DELETE FROM line_hours',
    `INSERT INTO phone_line (corporation_id, kind, name) VALUES (${linde.id}, 'chat', 'x')`,
    `INSERT INTO audit_event (corporation_id, action, subject_kind) VALUES (${linde.id}, 'x:y', 'x')`,
    'UPDATE corporation SET name = name',
  ])
    await expect(ask(guest, statement), statement).rejects.toMatchObject({ code: '42501' })
})

test('a link is a uuid: anything else is no scope, and never the role of the application', async () => {
  for (const subject of ['', 'x', `${guest.subject}'`]) {
    expect(() => inScope({ ...guest, subject }, async () => 1)).toThrow('UUID')
    expect(await publicLine(`${linde.id}-${subject}`)).toBeNull()
  }
  expect(await publicLine(`${eik.id}-${guest.subject}`)).toBeNull()
  expect(await publicLine(`${linde.id}-${stranger.subject}`)).toBeNull()
})

test('a thousand questions of guests and of members, over five connections: no foreign row, and nobody keeps the role', async () => {
  const links = [guest, await lineWithPage(eik)]
  const scopes: Scope[] = [...links, stranger, systemScope(linde.id), systemScope(eik.id)]
  const question = {
    name: 'guest-scope-foreign-rows',
    text: 'SELECT corporation_id AS corporation, public_token AS token, current_user::text AS role FROM phone_line',
    values: [],
  }
  type Seen = { corporation: number; token: string; role: string }
  await closeDatabase()
  pool().options.max = 5
  try {
    const foreign = (scope: Scope, { corporation, token, role }: Seen) =>
      scope.as === 'guest'
        ? role !== 'rondbel_guest' || token !== scope.subject
        : role !== 'rondbel_app' || !('corporationId' in scope) || corporation !== scope.corporationId
    const counts = { foreign: 0, own: 0 }
    await Promise.all(
      Array.from({ length: 1_000 }, async (_, at) => {
        const scope = scopes[at % scopes.length] ?? guest
        const seen = await (at % 2
          ? inScopeAtOnce<Seen>(scope, question)
          : inScopeSql(scope, (tx) => tx.sql<Seen>(question)))
        counts.own += seen.length
        counts.foreign += seen.filter((row) => foreign(scope, row)).length
      }),
    )
    // Of each guest one line, of a stranger none, of each corporation its two.
    expect(counts).toEqual({ foreign: 0, own: 200 * (1 + 1 + 0 + 2 + 2) })
  } finally {
    await closeDatabase()
  }
}, 60_000)

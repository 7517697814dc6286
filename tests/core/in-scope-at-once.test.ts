import { beforeAll, expect, test } from 'vitest'
import { closeDatabase, pool } from '#app/core/db.server.ts'
import { inScopeAtOnce, systemScope } from '#app/core/scope.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { useDatabase } from '#tests/support/database.ts'

beforeAll(async () => {
  await useDatabase()
})

const tenants = { name: 'tenants-seen', text: 'SELECT id, $1::text AS said FROM tenant', values: ['ja'] }
const settings = `SELECT current_setting('app.corporations', true) AS corporations, current_setting('plan_cache_mode') AS plans`

/** One connection, so that whatever is left behind meets the next. */
async function onOneConnection<T>(work: () => Promise<T>) {
  await closeDatabase()
  pool().options.max = 1
  try {
    return await work()
  } finally {
    await closeDatabase()
  }
}

test('sees its own corporation, whoever had the connection before it, and leaves its settings nowhere', async () => {
  const [first, second] = [await aCorporation(), await aCorporation()]
  const [mine, theirs] = [await aTenant(systemScope(first.id)), await aTenant(systemScope(second.id))]
  const [one, other] = [await anActor(first), await anActor(second)]
  const seen = await onOneConnection(async () => [
    await inScopeAtOnce(one, tenants),
    await inScopeAtOnce(other, tenants),
    await inScopeAtOnce(one, tenants),
    (await pool().query(settings)).rows,
    (await pool().query('SELECT id FROM tenant')).rows,
  ])
  expect(seen).toEqual([
    [{ id: mine.id, said: 'ja' }],
    [{ id: theirs.id, said: 'ja' }],
    [{ id: mine.id, said: 'ja' }],
    [{ corporations: '', plans: 'auto' }],
    [],
  ])
})

test.each([
  ['cannot be read', 'SELECT nothing FROM nowhere', '42P01'],
  [
    'fails half way',
    'WITH kept AS (UPDATE tenant SET is_do_not_call = true RETURNING id) SELECT 1 / (id IS NULL)::int FROM kept',
    '22012',
  ],
  ['is refused a row', 'INSERT INTO segment (corporation_id) VALUES ($1)', '23502'],
])('one that %s changes nothing and the next goes on', async (_what, text, code) => {
  const corporation = await aCorporation()
  const tenant = await aTenant(systemScope(corporation.id))
  const actor = await anActor(corporation)
  const values = text.includes('$1') ? [corporation.id] : []
  await onOneConnection(async () => {
    for (const name of ['once', 'once more'])
      await expect(inScopeAtOnce(actor, { name, text, values })).rejects.toMatchObject({ code })
    const kept = { text: 'SELECT id, is_do_not_call AS "isDoNotCall" FROM tenant' }
    expect(await inScopeAtOnce(actor, kept)).toEqual([{ id: tenant.id, isDoNotCall: false }])
  })
})

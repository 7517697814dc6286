import { createRequestHandler } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { asNobody, currentPerson } from '#app/accounts/authorize.server.ts'
import { warmUp } from '#app/warm-up.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { wholeBuild } from '#tests/core/whole-build.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

beforeAll(async () => {
  await useDatabase()
  await aTenant(await anActor(await aCorporation()))
})

const requestFrom = (headers: Record<string, string>, path = '/') =>
  new Request(`http://localhost:3000${path}`, { headers })
const written = () =>
  asSuperuser(`SELECT relname, n_tup_ins + n_tup_upd + n_tup_del AS writes FROM pg_stat_user_tables
    WHERE relname <> 'rate_limit' ORDER BY relname`)

test.each(['/', '/calls'])(
  'before anybody is let in, %s is answered as it is to a caller with nothing to do',
  async (path) => {
    const { build } = await wholeBuild()
    const context = { nonce: '', requestId: '', address: '', sayAgainLater: () => {} }
    const answer = await asNobody((headers) =>
      createRequestHandler(build, 'production')(requestFrom(headers, path), context),
    )
    expect(answer.status).toBe(200)
  },
)

test('nobody is nobody outside that work, and warming up writes nothing', async () => {
  const headers = await asNobody(async (given) => given)
  expect(await currentPerson(requestFrom(headers))).toBeNull()
  await asSuperuser('SELECT pg_stat_force_next_flush()')
  const before = await written()
  await warmUp((await wholeBuild()).build)
  await asSuperuser('SELECT pg_stat_force_next_flush()')
  expect(await written()).toEqual(before)
})

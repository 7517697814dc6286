import { beforeAll, expect, test } from 'vitest'
import { chainAudit } from '#app/audit/audit-chain.server.ts'
import { oldestUnlinkedAt } from '#app/audit/oldest-unlinked.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { inScope, systemScope } from '#app/core/scope.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

beforeAll(() => useDatabase())

const write = (corporationId: number) => {
  const scope = systemScope(corporationId)
  return inScope(scope, (tx) =>
    recordAudit(tx, scope, { action: 'account:sign-in-refused', subject: 'account', subjectId: null }),
  )
}
const settle = () => asSuperuser(`UPDATE audit_event SET at = at - interval '1 minute'`)

test('the oldest event without a place in its chain is found in whichever corporation it is, and none when all have one', async () => {
  const [one, two] = [(await aCorporation()).id, (await aCorporation()).id]
  await chainAudit(systemScope(one))
  await chainAudit(systemScope(two))
  await write(one)
  await settle()
  await write(two)
  const [first] = await asSuperuser<{ at: Date }>(`SELECT min(at) AS at FROM audit_event WHERE corporation_id = $1`, [
    one,
  ])
  expect(await oldestUnlinkedAt([one, two])).toEqual(first?.at)
  await chainAudit(systemScope(one))
  const [second] = await asSuperuser<{ at: Date }>(`SELECT min(at) AS at FROM audit_event WHERE corporation_id = $1`, [
    two,
  ])
  expect(await oldestUnlinkedAt([one, two])).toEqual(second?.at)
  expect(await oldestUnlinkedAt([one])).toBeNull()
  expect(await oldestUnlinkedAt([])).toBeNull()
})

import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import { type Addressee, postObstacle } from '#app/tenants/addressee.ts'
import { addresseeColumns, addresseeJoins } from '#app/tenants/addressee-columns.server.ts'
import { asksNotToBeRung, hasDied, hasLeft, whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { useDatabase } from '#tests/support/database.ts'

const today = '2026-11-25'
const moment = new Date('2026-11-20T10:00:00Z')
let coordinator: Actor

beforeAll(async () => {
  await useDatabase()
  coordinator = await anActor(await aCorporation())
})

test.each([
  [{}, null],
  [{ deceasedOn: moment }, 'deceased'],
  [{ reportedDeceasedAt: moment }, 'deceased'],
  [{ isDeceased: true }, 'deceased'],
  [{ isEstate: true }, 'deceased'],
  [{ goneSince: moment }, 'not-listed'],
  [{ goneSince: moment, reportedMovedAt: moment }, 'moved'],
  [{ reportedMovedAt: moment }, 'moved'],
  [{ tenancyEndedOn: new Date('2026-11-25') }, 'moved'],
  [{ tenancyEndedOn: new Date('2026-11-26') }, null],
  [{ objectedAt: moment }, 'do-not-call'],
  [{ isDoNotCall: true }, 'do-not-call'],
  [{ isEstate: true, goneSince: moment, isDoNotCall: true }, 'deceased'],
])('a tenant with %j may not be rung because of %s, and every question says the same', async (change, expected) => {
  const { id } = await aTenant(coordinator, change)
  const [row] = await inScope(coordinator, (tx) =>
    tx.sql<Record<'why' | 'died' | 'left' | 'asks', unknown> & { label: Addressee }>(sql`
      SELECT ${rawSql(whyNotCallableSql(`date '${today}'`))} AS why, ${hasDied} AS died, ${hasLeft(today)} AS left,
        ${asksNotToBeRung} AS asks, to_jsonb(label) AS label
      FROM tenant t, LATERAL (SELECT ${addresseeColumns(today)} FROM (SELECT t.corporation_id, t.id AS tenant_id) r ${addresseeJoins}) label
      WHERE t.corporation_id = ${coordinator.corporationId}::int AND t.id = ${id}::uuid`),
  )
  expect(row?.why).toBe(expected)
  expect(row?.died).toBe(expected === 'deceased')
  expect(row?.label).toMatchObject({ hasDied: row?.died, hasLeft: row?.left })
  expect(row && postObstacle(row.label)).toBe(expected === 'do-not-call' ? null : expected)
  expect(expected === null).toBe(!(row?.died || row?.left || row?.asks))
})

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { contactColumns, whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import {
  type ContactStatus,
  contactFields,
  contactStatus,
  notCallableReasons,
  whyNotCallable,
} from '#app/tenants/contact-status.ts'
import {
  hasWorkingNumber,
  numbersToDial,
  phoneFields,
  phonesOf,
  struckNumbers,
  workingNumbers,
} from '#app/tenants/phone-numbers.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'

const today = '2026-11-25'
const numbers = ['+31162412233', '+31612345678', '+31201234567'] as const
let coordinator: Actor

beforeAll(async () => {
  await useDatabase()
  coordinator = await anActor(await aCorporation())
})

const flag = fc.constantFrom(false, false, false, false, true)
const moment = fc.constantFrom(null, null, null, null, '2026-11-20T10:00:00Z')
const day = fc.constantFrom(null, null, null, '2026-11-24', '2026-11-25', '2026-11-26')
const phone = fc.constantFrom(null, ...numbers)

/** Any mixture of what a list, a call and the tenant may say; so few numbers that they meet. */
const someone = fc.record({
  is_estate: flag,
  is_deceased: flag,
  deceased_on: fc.constantFrom(null, null, null, null, '2026-11-20'),
  reported_deceased_at: moment,
  gone_since: moment,
  reported_moved_at: moment,
  tenancy_ended_on: day,
  objected_at: moment,
  is_do_not_call: flag,
  mobile: phone,
  landline: phone,
  other_phone: phone,
  struck: fc.subarray([...numbers]),
})
type Someone = typeof someone extends fc.Arbitrary<infer Facts> ? Facts : never

async function write(tx: Tx, people: (Someone & { id: string })[]) {
  const columns = sql`is_estate, is_deceased, deceased_on, reported_deceased_at, gone_since, reported_moved_at, tenancy_ended_on, objected_at,
    is_do_not_call, mobile, landline, other_phone`
  const corporation = sql`${coordinator.corporationId}::int`
  await tx.sql(sql`
    INSERT INTO tenant (corporation_id, id, number, last_name, ${columns})
    SELECT ${corporation}, id, id::text, 'Jansen', ${columns}
    FROM jsonb_populate_recordset(NULL::tenant, ${JSON.stringify(people)}::jsonb)`)
  const strikes = people.flatMap(({ id, struck }) => struck.map((number) => ({ tenant_id: id, number })))
  await tx.sql(sql`
    INSERT INTO number_strike (corporation_id, tenant_id, number, reason, account_id)
    SELECT ${corporation}, tenant_id, number, 'wrong-number', ${coordinator.accountId}::uuid
    FROM jsonb_populate_recordset(NULL::number_strike, ${JSON.stringify(strikes)}::jsonb)`)
}

type Answer = ContactStatus & {
  id: string
  why: string | null
  working: string[]
  toDial: string[]
  hasWorking: boolean
}

const askedOfSql = (tx: Tx, ids: string[]) =>
  tx.sql<Answer>(sql`
    SELECT t.id, ${contactColumns(today)}, ${rawSql(whyNotCallableSql(`date '${today}'`))} AS why, ${workingNumbers} AS working,
      ${numbersToDial} AS "toDial", ${hasWorkingNumber} AS "hasWorking"
    FROM tenant t LEFT JOIN (${struckNumbers(coordinator.corporationId)}) struck ON struck.tenant_id = t.id
    WHERE t.corporation_id = ${coordinator.corporationId}::int AND t.id = ANY(${ids}::uuid[]) ORDER BY t.id`)

async function decidedInMemory(tx: Tx, ids: string[]): Promise<Answer[]> {
  const tenants = await tx.tenant.findMany({
    where: { corporationId: coordinator.corporationId, id: { in: ids } },
    select: { id: true, ...contactFields, ...phoneFields },
    orderBy: { id: 'asc' },
  })
  return tenants.map((tenant) => {
    const status = contactStatus(tenant, today)
    const phones = phonesOf(tenant, status)
    const working = phones.flatMap(({ number, isStruck }) => (isStruck ? [] : [number]))
    const toDial = phones.flatMap(({ number, isToDial }) => (isToDial ? [number] : []))
    return {
      id: tenant.id,
      ...status,
      why: whyNotCallable(status),
      working,
      toDial,
      hasWorking: working.length > 0,
    }
  })
}

test('whoever may not be rung, why, and which numbers are left: the database and memory say the same', async () => {
  const met = new Set<string | null>()
  await fc.assert(
    fc.asyncProperty(fc.array(someone, { minLength: 100, maxLength: 200 }), async (facts) => {
      const people = facts.map((one) => ({ ...one, id: uuidV7() }))
      const ids = people.map(({ id }) => id)
      const [fromSql, fromMemory] = await inScope(coordinator, async (tx) => {
        await write(tx, people)
        return [await askedOfSql(tx, ids), await decidedInMemory(tx, ids)]
      })
      expect(fromSql).toHaveLength(people.length)
      expect(fromSql).toEqual(fromMemory)
      for (const { why } of fromSql) met.add(why)
    }),
    { numRuns: 10 },
  )
  expect(met).toEqual(new Set([null, ...notCallableReasons]))
}, 60_000)

test('nobody who has died or asks not to be rung has a number to dial, and no struck number is', async () => {
  const people = fc.sample(someone, 300).map((one) => ({ ...one, id: uuidV7() }))
  const answers = await inScope(coordinator, async (tx) => {
    await write(tx, people)
    return askedOfSql(
      tx,
      people.map(({ id }) => id),
    )
  })
  for (const { id, hasDied, asksNotToBeRung, toDial } of answers) {
    const struck = people.find((one) => one.id === id)?.struck
    if (hasDied || asksNotToBeRung) expect(toDial).toEqual([])
    expect(toDial.filter((number) => struck?.some((one) => one === number))).toEqual([])
  }
  expect(answers.filter(({ toDial }) => toDial.length > 0).length).toBeGreaterThan(20)
})

test('whoever moved is on no list of a round, and has the numbers to keep a promise by', async () => {
  const people = fc.sample(someone, 300).map((one) => ({ ...one, id: uuidV7() }))
  const answers = await inScope(coordinator, async (tx) => {
    await write(tx, people)
    return askedOfSql(
      tx,
      people.map(({ id }) => id),
    )
  })
  const moved = answers.filter((one) => one.why === 'moved' && !one.asksNotToBeRung)
  expect(moved.length).toBeGreaterThan(0)
  for (const { toDial, working } of moved) expect(toDial).toEqual(working)
  expect(moved.filter(({ toDial }) => toDial.length > 0).length).toBeGreaterThan(0)
})

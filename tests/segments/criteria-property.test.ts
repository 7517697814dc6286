import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { type Criteria, parseCriteria } from '#app/segments/criteria.ts'
import { criteriaToSql, joinsOf } from '#app/segments/criteria-to-sql.ts'
import type { TenantFacts } from '#app/segments/field.ts'
import { fieldNames, fieldOf } from '#app/segments/fields.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { holds } from '#tests/segments/holds.ts'
import { useDatabase } from '#tests/support/database.ts'
import { someCriteria, someone } from './random-criteria.ts'
import { writeTenants } from './write-tenants.ts'

const people: TenantFacts[] = fc.sample(someone, { numRuns: 300, seed: 11 })
let corporationId = 0
let asking = { corporationId, today: '2026-11-22', timeZone: 'Europe/Amsterdam' }

beforeAll(async () => {
  await useDatabase()
  const [one, other] = [await aCorporation(), await aCorporation()]
  corporationId = one.id
  asking = { ...asking, corporationId }
  await writeTenants(await anActor(one), people)
  await writeTenants(await anActor(other), people)
})

/** The numbers of the matching tenants as the database finds them, for many trees in one transaction. */
const foundBy = (trees: Criteria[]) =>
  inScopeSql(systemScope(corporationId), async (tx) => {
    const found: number[][] = []
    for (const criteria of trees) {
      const rows = await tx.sql<{ number: string }>(sql`
        SELECT t.number FROM tenant t${joinsOf(criteria)}
        WHERE t.corporation_id = ${corporationId}::int AND ${criteriaToSql(criteria, asking)}`)
      found.push(rows.map(({ number }) => Number(number)).sort((a, b) => a - b))
    }
    return found
  })

const expectedOf = (criteria: Criteria) =>
  people.flatMap((facts, index) => (holds(criteria, facts, asking) ? [index] : []))

describe('criteria in the database and in memory', () => {
  it('find the same tenants, whatever the tree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someCriteria, { minLength: 20, maxLength: 20 }), async (trees) => {
        expect(await foundBy(trees)).toEqual(trees.map(expectedOf))
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('let "not" take exactly those the rule leaves, for every field', async () => {
    const rules = fc.sample(someCriteria, { numRuns: 200, seed: 5 })
    const [yes, no] = [await foundBy(rules), await foundBy(rules.map((not) => ({ not })))]
    rules.forEach((_, index) => {
      expect([...(yes[index] ?? []), ...(no[index] ?? [])].sort((a, b) => a - b)).toEqual(
        people.map((_, number) => number),
      )
    })
  })

  it('are tried with every operator of every field, each finding some and leaving some', () => {
    const seen = new Map<string, Set<boolean>>()
    for (const criteria of fc.sample(someCriteria, { numRuns: 4000, seed: 3 })) {
      expect(parseCriteria(criteria).ok || JSON.stringify(criteria).length > 500).toBe(true)
      if (!('field' in criteria)) continue
      const answers = seen.get(`${criteria.field} ${criteria.operator}`) ?? new Set()
      for (const facts of people) answers.add(holds(criteria, facts, asking))
      seen.set(`${criteria.field} ${criteria.operator}`, answers)
    }
    const operators = fieldNames.flatMap((name) =>
      Object.keys(fieldOf(name).operators).map((operator) => `${name} ${operator}`),
    )
    expect(operators.filter((operator) => seen.get(operator)?.size !== 2)).toEqual([])
  })
})

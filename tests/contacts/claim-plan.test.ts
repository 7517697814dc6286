import { beforeAll, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { listBoard } from '#app/contacts/board.server.ts'
import { contactStatements } from '#app/contacts/contact-claims.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { aWholeDesk, fillClosed, fillWaiting } from '#tests/bench/a-desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let operator: DeskActor

// Years of contacts behind a queue, as the planner will see it.
beforeAll(async () => {
  await useDatabase()
  const whole = await aWholeDesk({ corporations: 10, operators: 1 })
  const owner = { query: asSuperuser }
  await fillClosed(owner, whole, 60_000)
  await fillWaiting(owner, whole, 400)
  await asSuperuser('ANALYZE desk_contact')
  operator = whole.operators[0] as DeskActor
})

/** As a desk asks it, under its policies; with the plan that holds for whatever is asked for. */
const planOf = (text: string, values: unknown[]) =>
  inScopeSql(
    operator,
    async (tx) => {
      const rows = await tx.sql<Record<string, string>>({
        text: `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`,
        values,
      })
      return rows.flatMap((row) => Object.values(row)).join('\n')
    },
    { plansOnce: true },
  )

test('the next contact is looked up in the order of its turn, whatever was closed before', async () => {
  const plan = await planOf(contactStatements.next.text, [operator.deskId, operator.accountId])
  expect(plan).toContain('using contact_free on desk_contact')
  expect(plan).toContain('contact_one_claim_per_operator')
  expect(plan).not.toContain('Seq Scan on desk_contact')
  expect(plan).not.toMatch(/Sort Key: g(_\d+)?\.turn_at/)
})

test('the board reads what is open and nothing else', async () => {
  const plan: string[] = []
  await inScopeSql(operator, (tx) =>
    listBoard(
      {
        sql: async <Row>({ text, values }: { text: string; values: unknown[] }): Promise<Row[]> => {
          const rows = await tx.sql<Record<string, string>>({ text: `EXPLAIN ${text}`, values })
          plan.push(...rows.flatMap((row) => Object.values(row)))
          return []
        },
      },
      operator.deskId,
    ),
  )
  expect(plan.join('\n')).toContain('contact_open')
  expect(plan.join('\n')).not.toContain('Seq Scan on desk_contact')
})

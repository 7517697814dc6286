import { conflict } from './http-errors.ts'
import type { Place, Tx } from './scope.server.ts'
import { type SqlRunner, sql } from './sql.ts'

type Person = Place & { accountId: string }

/**
 * Does a person's write once: the same key gives the answer of the first time. Call it first in the transaction: a
 * second request with the key waits here until the first has ended. The answer must survive JSON.
 */
export async function idempotently<Answer>(
  { tx, scope }: { tx: SqlRunner; scope: Person },
  { key, operation }: { key: string; operation: string },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const row = rowOf(scope, key)
  const taken = await tx.sql(sql`
    INSERT INTO idempotent_write (corporation_id, account_id, key, operation, answer)
    VALUES (${scope.corporationId}::int, ${scope.accountId}::uuid, ${key}::uuid, ${operation}, 'null')
    ON CONFLICT DO NOTHING RETURNING key`)
  if (taken.length === 0) {
    const [before] = await tx.sql<{ operation: string; answer: Answer }>(
      sql`SELECT operation, answer FROM idempotent_write WHERE ${row}`,
    )
    if (before?.operation !== operation) throw conflict('key-used')
    return before.answer
  }
  const answer = await work()
  await tx.sql(sql`UPDATE idempotent_write SET answer = ${JSON.stringify(answer ?? null)}::jsonb WHERE ${row}`)
  return answer
}

/** Whether a write with this key was done; a refusal is none. */
export async function hasSucceeded(tx: SqlRunner, scope: Person, key: string): Promise<boolean> {
  const done = await tx.sql(sql`SELECT FROM idempotent_write WHERE ${rowOf(scope, key)} AND answer -> 'ok' = 'true'`)
  return done.length > 0
}

const rowOf = ({ corporationId, accountId }: Person, key: string) =>
  sql`corporation_id = ${corporationId}::int AND account_id = ${accountId}::uuid AND key = ${key}::uuid`

/** Keys that nobody will send again. */
export const deleteKeysBefore = (tx: Tx, corporationId: number, at: Date) =>
  tx.idempotentWrite.deleteMany({ where: { corporationId, at: { lt: at } } })

import type { CorporationScope } from './scope.server.ts'
import { type SqlRunner, sql } from './sql.ts'

/**
 * Does a person's write once: the same key gives the answer of the first time. Call it first in the transaction: a
 * second request with the key waits here until the first has ended. The answer must survive JSON.
 */
export async function idempotently<Answer>(
  tx: SqlRunner,
  scope: CorporationScope & { accountId: string },
  { key, operation }: { key: string; operation: string },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const row = sql`corporation_id = ${scope.corporationId}::int AND account_id = ${scope.accountId}::uuid AND key = ${key}::uuid`
  const taken = await tx.sql(sql`
    INSERT INTO idempotent_write (corporation_id, account_id, key, operation, answer)
    VALUES (${scope.corporationId}::int, ${scope.accountId}::uuid, ${key}::uuid, ${operation}, 'null')
    ON CONFLICT DO NOTHING RETURNING key`)
  if (taken.length === 0) {
    const [before] = await tx.sql<{ operation: string; answer: Answer }>(
      sql`SELECT operation, answer FROM idempotent_write WHERE ${row}`,
    )
    if (before?.operation !== operation) throw new Error('One key was used for two different writes.')
    return before.answer
  }
  const answer = await work()
  await tx.sql(sql`UPDATE idempotent_write SET answer = ${JSON.stringify(answer ?? null)}::jsonb WHERE ${row}`)
  return answer
}

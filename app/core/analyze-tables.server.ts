import { inScopeSql, type Scope } from './scope.server.ts'
import { type SqlRunner, sql } from './sql.ts'

const refresh = (tx: SqlRunner) => tx.sql(sql`SELECT refresh_statistics()::text`)

/**
 * After thousands of rows came at once: until the planner knows, a count of seconds takes minutes. PostgreSQL would find
 * out by itself, but only after a while. Nothing depends on it but speed.
 */
export async function analyzeTables(scope: Scope) {
  await inScopeSql(scope, refresh).catch(() => {})
}

/**
 * The same as the last thing of the transaction that brings the rows, so that nobody ever sees them without. Waits three
 * seconds at most for whoever is at the tables, as a VACUUM is, and goes on; whether it was done.
 */
export async function analyzeWithin(tx: SqlRunner): Promise<boolean> {
  await tx.sql(sql`SAVEPOINT statistics`)
  try {
    await tx.sql(sql`SET LOCAL lock_timeout = '3s'`)
    await refresh(tx)
    return true
  } catch {
    await tx.sql(sql`ROLLBACK TO SAVEPOINT statistics`)
    return false
  }
}

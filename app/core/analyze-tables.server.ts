import { inScopeSql, type Scope } from './scope.server.ts'
import { sql } from './sql.ts'

/**
 * After thousands of rows came at once: until the planner knows, a count of seconds takes minutes. PostgreSQL would find
 * out by itself, but only after a while. Nothing depends on it but speed.
 */
export async function analyzeTables(scope: Scope) {
  await inScopeSql(scope, (tx) => tx.sql(sql`SELECT refresh_statistics()::text`)).catch(() => {})
}

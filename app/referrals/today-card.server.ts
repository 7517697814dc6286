import type { Actor } from '#app/accounts/authorize.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { askingIsDue, toldIsDue } from './filter-sql.server.ts'

/** Own referrals without news for a week, and tenants this person should tell how it went. */
export async function readOwnReferrals(
  tx: SqlRunner,
  { corporationId, accountId }: Actor,
  today: string,
): Promise<{ ask: number; tell: number }> {
  const [counts] = await tx.sql<{ ask: number; tell: number }>(sql`
    SELECT count(*) FILTER (WHERE r.owner_id = ${accountId}::uuid AND ${askingIsDue(today)})::int AS ask,
      count(*) FILTER (WHERE r.promised_by = ${accountId}::uuid AND ${toldIsDue})::int AS tell
    FROM referral r WHERE r.corporation_id = ${corporationId}::int`)
  return counts ?? { ask: 0, tell: 0 }
}

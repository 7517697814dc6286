import type { Actor } from '#app/accounts/authorize.server.ts'
import { codeList, rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import { askingIsDue, toldIsDue } from './filter-sql.server.ts'
import { permissions } from './permissions.ts'

const tellers = rawSql(codeList(permissions['referral:write']))

/** Whoever promised it tells the tenant; once they have left, whoever keeps the referral. */
const tellerIs = (accountId: string) => sql`(CASE WHEN EXISTS (
    SELECT FROM membership m WHERE m.corporation_id = r.corporation_id AND m.account_id = r.promised_by
      AND m.ended_at IS NULL AND m.role IN ${tellers}) THEN r.promised_by ELSE r.owner_id END) = ${accountId}::uuid`

/** Own referrals without news for a week, and tenants this person should tell how it went. */
export async function readOwnReferrals(
  tx: SqlRunner,
  { corporationId, accountId }: Actor,
  today: string,
): Promise<{ ask: number; tell: number }> {
  const [counts] = await tx.sql<{ ask: number; tell: number }>(sql`
    SELECT count(*) FILTER (WHERE r.owner_id = ${accountId}::uuid AND ${askingIsDue(today)})::int AS ask,
      count(*) FILTER (WHERE ${tellerIs(accountId)} AND ${toldIsDue})::int AS tell
    FROM referral r WHERE r.corporation_id = ${corporationId}::int`)
  return counts ?? { ask: 0, tell: 0 }
}

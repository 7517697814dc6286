import { auditEach } from '#app/audit/record-audit.server.ts'
import type { CorporationScope, DeskScope } from '#app/core/scope.server.ts'
import { rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import { bookOf, type Changed, type ClaimKind, claimLapses, ownerId } from './claim-kind.ts'

/**
 * Gives back the rows whose lease has lapsed. Whoever had one may still save it while nobody took it after them. Gives
 * how many were given back.
 */
export async function sweepLapsed(
  tx: SqlRunner,
  scope: CorporationScope | DeskScope,
  { table, owner, news, audit }: ClaimKind,
): Promise<number> {
  const ofOwner = sql`g.${rawSql(bookOf[owner].column)} = ${ownerId(scope)}::int`
  const lapsed = await tx.sql<Changed>(sql`
    WITH held AS (
      SELECT g.id FROM ${rawSql(table)} g
      WHERE ${ofOwner} AND g.claimed_by IS NOT NULL AND g.lease_until < clock_timestamp()
      ORDER BY g.id FOR NO KEY UPDATE
    ), lapsed AS (
      UPDATE ${rawSql(table)} g SET ${claimLapses} FROM held
      WHERE ${ofOwner} AND g.id = held.id
      RETURNING g.id, g.${rawSql(news.column)} AS group_id
    ), written AS (${auditEach(scope, { action: audit.lapsed, subject: audit.subject }, sql`lapsed`)})
    SELECT id, group_id AS "group" FROM lapsed`)
  if (lapsed.length > 0) await news.publish(tx, scope, lapsed)
  return lapsed.length
}

import { auditEach } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import { type ClaimKind, claimLapses } from './claim-kind.ts'

/**
 * Gives back the rows whose lease has lapsed. Whoever had one may still save it while nobody took it after them. Gives
 * how many were given back.
 */
export async function sweepLapsed(
  tx: SqlRunner,
  scope: CorporationScope,
  { table, group, audit }: ClaimKind,
): Promise<number> {
  const lapsed = await tx.sql<{ groupId: string }>(sql`
    WITH held AS (
      SELECT g.id FROM ${rawSql(table)} g
      WHERE g.corporation_id = ${scope.corporationId}::int AND g.claimed_by IS NOT NULL AND g.lease_until < clock_timestamp()
      ORDER BY g.id FOR NO KEY UPDATE
    ), lapsed AS (
      UPDATE ${rawSql(table)} g SET ${claimLapses} FROM held
      WHERE g.corporation_id = ${scope.corporationId}::int AND g.id = held.id
      RETURNING g.id, g.${rawSql(group.column)} AS group_id
    ), written AS (${auditEach(scope, { action: audit.lapsed, subject: audit.subject }, sql`lapsed`)})
    SELECT group_id AS "groupId" FROM lapsed`)
  const groups = new Set(lapsed.map(({ groupId }) => groupId))
  for (const id of groups) await publish(tx, scope.corporationId, group.topicOf(id))
  return lapsed.length
}

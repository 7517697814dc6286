import { auditEach } from '#app/audit/record-audit.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import { type Changed, type Claimant, type ClaimKind, claimLapses } from './claim-kind.ts'

/** Whatever somebody has in hand goes back, to be taken up again by them for as long as nobody else did. Drafts stay. */
export function layAside(claimant: Claimant, { table, news, audit }: ClaimKind): Promise<void> {
  return inScopeSql(claimant, async (tx) => {
    const laid = await tx.sql<Changed>(sql`
      WITH laid AS (
        UPDATE ${rawSql(table)} g SET ${claimLapses}
        WHERE g.corporation_id = ${claimant.corporationId}::int AND g.claimed_by = ${claimant.accountId}::uuid
        RETURNING g.id, g.${rawSql(news.column)} AS group_id
      ), written AS (${auditEach(claimant, { action: audit.released, subject: audit.subject }, sql`laid`)})
      SELECT id, group_id AS "group" FROM laid`)
    await news.publish(tx, claimant, laid)
  })
}

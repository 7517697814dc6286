import { recordAudit } from '#app/audit/record-audit.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import { type Changed, type Claim, type Claimant, claimEnds } from './claim-kind.ts'
import { type NotClaimed, whyNotClaimed } from './why-not-claimed.server.ts'

/** Gives a row back untouched. What was typed about it stays as a draft. */
export function releaseClaim(claimant: Claimant, claim: Claim): Promise<{ ok: true } | NotClaimed> {
  const { kind, id, fence } = claim
  const { table, news, audit } = kind
  const onRelease = kind.onRelease ? sql`, ${kind.onRelease(claimant.accountId)}` : sql``
  return inScopeSql(claimant, async (tx) => {
    const [released] = await tx.sql<Changed>(sql`
      UPDATE ${rawSql(table)} g SET ${claimEnds}${onRelease}
      WHERE g.corporation_id = ${claimant.corporationId}::int AND g.id = ${id}::uuid
        AND g.claimed_by = ${claimant.accountId}::uuid AND g.fence = ${fence}::int
      RETURNING g.id, g.${rawSql(news.column)} AS "group"`)
    if (!released) return whyNotClaimed(tx, claimant, claim)
    await recordAudit(tx, claimant, { action: audit.released, subject: audit.subject, subjectId: id })
    await news.publish(tx, claimant, [released])
    return { ok: true }
  })
}

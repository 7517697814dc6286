import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { TriageKind } from './kinds.ts'

type Of = Pick<CorporationScope, 'corporationId'>
export type Approval = { by: string; at: Date }

/** By the hash of the text, who of the corporation stands for it. What is not there is a concept. */
export async function approvalsOf(
  tx: SqlRunner,
  { corporationId }: Of,
  kind: TriageKind,
): Promise<Map<string, Approval>> {
  const rows = await tx.sql<Approval & { hash: string }>(sql`
    SELECT text_hash AS hash, approved_by AS by, approved_at AS at FROM text_approval
    WHERE corporation_id = ${corporationId}::int AND kind = ${kind}`)
  return new Map(rows.map(({ hash, ...approval }) => [hash, approval]))
}

/** Gives of how many of these texts nobody was known to stand for them. */
export async function keepApprovals(
  tx: SqlRunner,
  { corporationId, accountId }: CorporationScope,
  { kind, hashes }: { kind: TriageKind; hashes: readonly string[] },
): Promise<number> {
  const added = await tx.sql(sql`
    INSERT INTO text_approval (corporation_id, kind, text_hash, approved_by)
    SELECT ${corporationId}::int, ${kind}, hash, ${accountId}::uuid FROM unnest(${hashes}::text[]) AS hash
    ON CONFLICT (corporation_id, kind, text_hash) DO NOTHING RETURNING 1`)
  return added.length
}

/** False when it was a concept already. */
export async function removeApproval(
  tx: SqlRunner,
  { corporationId }: Of,
  { kind, hash }: { kind: TriageKind; hash: string },
): Promise<boolean> {
  const gone = await tx.sql(sql`
    DELETE FROM text_approval WHERE corporation_id = ${corporationId}::int AND kind = ${kind} AND text_hash = ${hash}
    RETURNING 1`)
  return gone.length > 0
}

import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { hashOf } from './hash-of.ts'
import type { TriageKind } from './kinds.ts'
import type { Protocol } from './protocol.ts'

type NewVersion = { kind: TriageKind; body: Protocol; baseHash: string; reason: string; proposedBy: string }

/**
 * From now on callers of the corporation are judged on this; gives the number of the version. One that is word for word what
 * held before is that one again.
 */
export async function keepVersion(
  tx: SqlRunner,
  { corporationId, accountId }: CorporationScope,
  { kind, body, baseHash, reason, proposedBy }: NewVersion,
): Promise<number> {
  const hash = hashOf(body)
  const [row] = await tx.sql<{ number: number }>(sql`
    WITH former AS (SELECT number, hash FROM protocol_version WHERE corporation_id = ${corporationId}::int AND kind = ${kind})
    INSERT INTO protocol_version
      (corporation_id, kind, number, body, hash, base_hash, reason, proposed_by, published_by, restored_from)
    SELECT ${corporationId}::int, ${kind}, coalesce((SELECT max(number) FROM former), 0) + 1, ${JSON.stringify(body)}::jsonb,
      ${hash}, ${baseHash}, ${reason}, ${proposedBy}::uuid, ${accountId}::uuid,
      (SELECT max(number) FROM former WHERE hash = ${hash})
    RETURNING number`)
  return row?.number as number
}

import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { TriageKind } from './kinds.ts'
import type { Protocol } from './protocol.ts'

/** What a run is judged on for ever: a version that a corporation published, or the base with this hash. */
export type Pinned = { version: number; baseHash: null } | { version: null; baseHash: string }
export type InForce = Pinned & { protocol: Protocol; publishedAt: Date | null }

/**
 * The protocol that holds now for a corporation: what it published last, else the base that came with this version of
 * Rondbel (`hash`). Null when neither is in the database.
 */
export async function protocolInForce(
  tx: SqlRunner,
  { corporationId, kind, hash }: { corporationId: number; kind: TriageKind; hash: string },
): Promise<InForce | null> {
  const [found] = await tx.sql<InForce>(sql`
    (SELECT number AS version, NULL AS "baseHash", body AS protocol, published_at AS "publishedAt" FROM protocol_version
      WHERE corporation_id = ${corporationId}::int AND kind = ${kind} ORDER BY number DESC LIMIT 1)
    UNION ALL
    (SELECT NULL, hash, body, NULL FROM base_protocol WHERE hash = ${hash})
    LIMIT 1`)
  return found ?? null
}

/** The protocol of a run, years later too; null when it is not there. */
export async function pinnedProtocol(
  tx: SqlRunner,
  { corporationId, kind, pinned }: { corporationId: number; kind: TriageKind; pinned: Pinned },
): Promise<Protocol | null> {
  const [found] = await tx.sql<{ body: Protocol }>(
    pinned.version === null
      ? sql`SELECT body FROM base_protocol WHERE hash = ${pinned.baseHash}`
      : sql`SELECT body FROM protocol_version WHERE corporation_id = ${corporationId}::int AND kind = ${kind}
          AND number = ${pinned.version}::int`,
  )
  return found?.body ?? null
}

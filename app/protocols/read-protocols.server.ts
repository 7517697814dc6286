import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { nationalValues } from '#app/reference-values/national-values.ts'
import { readOwn } from '#app/reference-values/read-values.server.ts'
import { valuesAt } from '#app/reference-values/values-at.ts'
import { baseOf } from '#app/triage/base-protocols.ts'
import { type TriageKind, triageKinds } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { textHashes } from './approve-texts.server.ts'
import { type MissingValue, missingValues } from './missing-values.ts'

export type ListedProtocol = {
  kind: TriageKind
  /** What the corporation published last; null while the national one holds. */
  number: number | null
  publishedAt: Date | null
  texts: number
  approved: number
  draft: { by: string; at: Date; isProposed: boolean } | null
  suggestions: number
  hasNewBase: boolean
}

type Row = {
  kind: TriageKind
  number: number | null
  publishedAt: Date | null
  body: Protocol | null
  baseHash: string | null
  approved: string[]
  draftBy: string | null
  draftAt: Date
  draftBaseHash: string | null
  isProposed: boolean
  suggestions: number
}

export type ProtocolList = { protocols: ListedProtocol[]; missing: MissingValue[] }

/** All protocols of a corporation, in the order of danger, and which numbers their texts lack. `today` in its zone. */
export function listProtocols(actor: Actor, today: string): Promise<ProtocolList> {
  return inScope(actor, async (tx) => {
    const rows = await tx.sql<Row>(sql`
      SELECT kinds.kind, v.number, v.published_at AS "publishedAt", v.body, v.base_hash AS "baseHash",
        coalesce((SELECT array_agg(t.text_hash) FROM text_approval t
          WHERE t.corporation_id = ${actor.corporationId}::int AND t.kind = kinds.kind), '{}') AS approved,
        a.name AS "draftBy", d.changed_at AS "draftAt", d.base_hash AS "draftBaseHash",
        d.proposed_by IS NOT NULL AS "isProposed",
        (SELECT count(*)::int FROM protocol_suggestion s WHERE s.corporation_id = ${actor.corporationId}::int
          AND s.kind = kinds.kind AND s.settled_at IS NULL) AS suggestions
      FROM unnest(${[...triageKinds]}::text[]) WITH ORDINALITY AS kinds (kind, position)
      LEFT JOIN LATERAL (SELECT number, published_at, body, base_hash FROM protocol_version
        WHERE corporation_id = ${actor.corporationId}::int AND kind = kinds.kind ORDER BY number DESC LIMIT 1) v ON true
      LEFT JOIN protocol_draft d ON d.corporation_id = ${actor.corporationId}::int AND d.kind = kinds.kind
      LEFT JOIN account a ON a.id = d.changed_by
      ORDER BY kinds.position`)
    const inForce = rows.map(({ kind, body }) => body ?? baseOf(kind).body)
    return { protocols: rows.map(listed), missing: await lackedBy(tx, actor, { protocols: inForce, today }) }
  })
}

async function lackedBy(
  tx: SqlRunner,
  actor: Actor,
  { protocols, today }: { protocols: Protocol[]; today: string },
): Promise<MissingValue[]> {
  const own = await readOwn(tx, actor)
  const knownOn = (day: string) => new Set<string>(['office-hours', ...valuesAt(own, nationalValues, day).keys()])
  return missingValues(protocols, { today, own, knownOn })
}

function listed({ kind, number, publishedAt, suggestions, ...row }: Row): ListedProtocol {
  const base = baseOf(kind)
  const hashes = textHashes(row.body ?? base.body)
  const approved = new Set(row.approved)
  const { draftBy: by, draftAt: at, isProposed } = row
  return {
    ...{ kind, number, publishedAt, suggestions },
    texts: hashes.length,
    approved: hashes.filter((hash) => approved.has(hash)).length,
    draft: by === null ? null : { by, at, isProposed },
    hasNewBase: (row.draftBaseHash ?? row.baseHash ?? base.baseHash) !== base.baseHash,
  }
}

import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { findDraft, standing } from './draft.server.ts'
import { hashOf } from './hash-of.ts'
import type { TriageKind } from './kinds.ts'
import { protocolsTopic } from './live-topics.ts'
import type { Protocol } from './protocol.ts'
import { textsOf } from './texts.ts'

export type Approval = { by: string; at: Date }

/** By the hash of the text, who of the corporation stands for it. What is not there is a concept. */
export async function approvalsOf(
  tx: SqlRunner,
  { corporationId }: Pick<CorporationScope, 'corporationId'>,
  kind: TriageKind,
): Promise<Map<string, Approval>> {
  const rows = await tx.sql<Approval & { hash: string }>(sql`
    SELECT text_hash AS hash, approved_by AS by, approved_at AS at FROM text_approval
    WHERE corporation_id = ${corporationId}::int AND kind = ${kind}`)
  return new Map(rows.map(({ hash, ...approval }) => [hash, approval]))
}

/**
 * Stands for these texts, by the hash of what was read: of the draft, or of what holds now. Gives how many of them are there;
 * one that was changed meanwhile is another text, which nobody read.
 */
export function approveTexts(scope: CorporationScope, kind: TriageKind, hashes: readonly string[]): Promise<number> {
  return inScope(scope, async (tx) => {
    const there = (await hashesThere(tx, scope, kind)).filter((hash) => hashes.includes(hash))
    const added = await tx.sql(sql`
      INSERT INTO text_approval (corporation_id, kind, text_hash, approved_by)
      SELECT ${scope.corporationId}::int, ${kind}, hash, ${scope.accountId}::uuid FROM unnest(${there}::text[]) AS hash
      ON CONFLICT (corporation_id, kind, text_hash) DO NOTHING RETURNING 1`)
    if (added.length > 0) await tell(tx, scope, { kind, action: 'protocol:approved', texts: added.length })
    return there.length
  })
}

/** It is a concept again. False when it was. */
export function withdrawApproval(scope: CorporationScope, kind: TriageKind, hash: string): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const gone = await tx.sql(sql`
      DELETE FROM text_approval WHERE corporation_id = ${scope.corporationId}::int AND kind = ${kind} AND text_hash = ${hash}
      RETURNING 1`)
    if (gone.length > 0) await tell(tx, scope, { kind, action: 'protocol:approval-withdrawn', texts: 1 })
    return gone.length > 0
  })
}

async function hashesThere(tx: Tx, scope: CorporationScope, kind: TriageKind): Promise<string[]> {
  const [draft, held] = [await findDraft(tx, scope, kind), await standing(tx, scope, kind)]
  return [...new Set([...(draft ? textHashes(draft.body) : []), ...textHashes(held.body)])]
}

export const textHashes = (protocol: Protocol): string[] => textsOf(protocol).map(({ text }) => hashOf(text))

type Told = { kind: TriageKind; action: 'protocol:approved' | 'protocol:approval-withdrawn'; texts: number }

async function tell(tx: Tx, scope: CorporationScope, { kind, action, texts }: Told) {
  await recordAudit(tx, scope, { action, subject: 'protocol', details: { kind, texts } })
  await publish(tx, scope.corporationId, protocolsTopic)
}

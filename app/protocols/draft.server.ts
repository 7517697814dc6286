import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type Bodied, baseOf } from '#app/triage/base-protocols.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'

export type Draft = Bodied & {
  revision: number
  changedBy: string
  changedAt: Date
  proposedBy: string | null
  proposedAt: Date | null
}

type Of = Pick<CorporationScope, 'corporationId'>

const columns = sql`body, base_hash AS "baseHash", revision, changed_by AS "changedBy", changed_at AS "changedAt",
  proposed_by AS "proposedBy", proposed_at AS "proposedAt"`

export async function findDraft(tx: SqlRunner, { corporationId }: Of, kind: TriageKind): Promise<Draft | null> {
  const [found] = await tx.sql<Draft>(
    sql`SELECT ${columns} FROM protocol_draft WHERE corporation_id = ${corporationId}::int AND kind = ${kind}`,
  )
  return found ?? null
}

/** The same, held until the end of the transaction: whoever changes or publishes it does so one at a time. */
export async function holdDraft(tx: SqlRunner, { corporationId }: Of, kind: TriageKind): Promise<Draft | null> {
  const [found] = await tx.sql<Draft>(sql`
    SELECT ${columns} FROM protocol_draft WHERE corporation_id = ${corporationId}::int AND kind = ${kind} FOR NO KEY UPDATE`)
  return found ?? null
}

/** The base a protocol was made from. */
export async function baseFor(
  tx: SqlRunner,
  kind: TriageKind,
  { baseHash }: Pick<Bodied, 'baseHash'>,
): Promise<Protocol> {
  const newest = baseOf(kind)
  if (newest.baseHash === baseHash) return newest.body
  const [row] = await tx.sql<{ body: Protocol }>(sql`SELECT body FROM base_protocol WHERE hash = ${baseHash}`)
  return row?.body ?? newest.body
}

/** Puts a draft there; false when there is one. */
export async function insertDraft(
  tx: SqlRunner,
  { corporationId, accountId }: CorporationScope,
  { kind, body, baseHash }: Bodied & { kind: TriageKind },
): Promise<boolean> {
  const rows = await tx.sql(sql`
    INSERT INTO protocol_draft (corporation_id, kind, body, base_hash, changed_by)
    VALUES (${corporationId}::int, ${kind}, ${JSON.stringify(body)}::jsonb, ${baseHash}, ${accountId}::uuid)
    ON CONFLICT (corporation_id, kind) DO NOTHING RETURNING 1`)
  return rows.length > 0
}

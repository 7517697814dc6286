import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type Bodied, baseOf } from './base-protocols.ts'
import { type TriageKind, triageKinds } from './kinds.ts'

type Of = { corporationId: number }

/** `number`: of the version that the corporation published; null for the base, which nobody published. */
export type InForce = Bodied & { number: number | null }

/** The columns of a run that say on what it is judged for ever. */
export const pinOf = ({ number, baseHash }: InForce) => ({
  version: number,
  baseHash: number === null ? baseHash : null,
})

const nationalOf = (kind: TriageKind): InForce => ({ ...baseOf(kind), number: null })

/** The protocol that holds now for a corporation: what it published last, else what came with this version of Rondbel. */
export async function protocolInForce(tx: SqlRunner, { corporationId }: Of, kind: TriageKind): Promise<InForce> {
  const [found] = await tx.sql<InForce>(sql`
    SELECT body, base_hash AS "baseHash", number FROM protocol_version
    WHERE corporation_id = ${corporationId}::int AND kind = ${kind} ORDER BY number DESC LIMIT 1`)
  return found ?? nationalOf(kind)
}

/** A version that the corporation published, whether it holds or not; null when none has this number. */
export async function findVersion(
  tx: SqlRunner,
  { corporationId }: Of,
  { kind, number }: { kind: TriageKind; number: number },
): Promise<Bodied | null> {
  const [found] = await tx.sql<Bodied>(sql`
    SELECT body, base_hash AS "baseHash" FROM protocol_version
    WHERE corporation_id = ${corporationId}::int AND kind = ${kind} AND number = ${number}::int`)
  return found ?? null
}

/** What holds of every kind, in their order. */
export async function protocolsInForce(tx: SqlRunner, { corporationId }: Of): Promise<Map<TriageKind, InForce>> {
  const rows = await tx.sql<InForce & { kind: TriageKind }>(sql`
    SELECT DISTINCT ON (kind) kind, body, base_hash AS "baseHash", number FROM protocol_version
    WHERE corporation_id = ${corporationId}::int ORDER BY kind, number DESC`)
  const own = new Map(rows.map(({ kind, ...published }) => [kind, published]))
  return new Map(triageKinds.map((kind) => [kind, own.get(kind) ?? nationalOf(kind)]))
}

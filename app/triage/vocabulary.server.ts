import { type SqlRunner, sql } from '#app/core/sql.ts'
import { baseProtocolOf } from './base-protocols.ts'
import { type TriageKind, triageKinds } from './kinds.ts'
import type { Vocabulary } from './match-kinds.ts'

/** How callers of a corporation call each kind: in its own protocols, else in the base. */
export async function vocabularyOf(
  tx: SqlRunner,
  { corporationId }: { corporationId: number },
): Promise<Vocabulary<TriageKind>[]> {
  const own = await tx.sql<Vocabulary<TriageKind>>(sql`
    SELECT v.kind, v.body -> 'words' AS words FROM protocol_version v
    JOIN (SELECT kind, max(number) AS number FROM protocol_version WHERE corporation_id = ${corporationId}::int GROUP BY kind) held
      ON held.kind = v.kind AND held.number = v.number
    WHERE v.corporation_id = ${corporationId}::int`)
  const words = new Map(own.map((one) => [one.kind, one.words]))
  return triageKinds.map((kind) => ({ kind, words: words.get(kind) ?? baseProtocolOf(kind).words }))
}

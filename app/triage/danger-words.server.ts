import type { SqlRunner } from '#app/core/sql.ts'
import { type FilledPart, fillValues } from '#app/reference-values/fill-values.ts'
import { readValuesNow } from '#app/reference-values/read-values.server.ts'
import type { TriageKind } from './kinds.ts'
import { protocolInForce } from './protocol-in-force.server.ts'

/**
 * What a corporation has said at once to whoever is in danger of this kind, before anything is asked: the safety lines of the
 * first end of danger that has any. None when there is no such end.
 */
export async function dangerWords(
  tx: SqlRunner,
  scope: { corporationId: number },
  { kind, now }: { kind: TriageKind; now: Date },
): Promise<FilledPart[][]> {
  const { body } = await protocolInForce(tx, scope, kind)
  const ends = Object.values(body.ends).toSorted((one, other) => one.rule - other.rule)
  const lines = ends.find((end) => end.class === 'danger' && end.safety.length > 0)?.safety ?? []
  const values = await readValuesNow(tx, scope, now)
  return lines.map((line) => fillValues(line, values))
}

import type { Place } from '#app/core/scope.server.ts'
import type { SqlRunner } from '#app/core/sql.ts'
import { readValuesNow } from '#app/reference-values/read-values.server.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { checkProtocol } from './check-protocol.ts'
import type { Finding } from './findings.ts'
import { textRules } from './text-rules.ts'

/**
 * Why a corporation cannot publish this now: its texts may hold the numbers and amounts that have a value today. In the
 * process itself: what the largest protocol there may be takes stands in the report of `npm run bench`.
 */
export async function findingsNow(
  tx: SqlRunner,
  scope: Pick<Place, 'corporationId'>,
  { protocol, now }: { protocol: Protocol; now: Date },
): Promise<Finding[]> {
  const values = await readValuesNow(tx, scope, now)
  return checkProtocol(protocol, { ...textRules, known: new Set(values.keys()) })
}

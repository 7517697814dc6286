import { publish } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { joinSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { type ImportEvent, outcomeOf, statesBefore } from './import-state.ts'
import { importTopic } from './live-topics.ts'

/** The guarded change: false when the import is not, or no longer, in a state in which this can happen. */
export async function changeState(
  tx: SqlRunner,
  scope: CorporationScope,
  importId: string,
  event: ImportEvent,
  set: SqlPart[] = [],
): Promise<boolean> {
  const assignments = joinSql([sql`state = ${outcomeOf(event)}`, ...set], ', ')
  const changed = await tx.sql(sql`
    UPDATE tenant_import SET ${assignments}
    WHERE corporation_id = ${scope.corporationId}::int AND id = ${importId}::uuid AND state = ANY(${statesBefore(event)}::text[])
    RETURNING id`)
  if (changed.length === 0) return false
  await publish(tx, scope.corporationId, importTopic(importId), { state: outcomeOf(event) })
  return true
}

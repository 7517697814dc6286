import type { AuditEntry } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { type SteppedTable, takeStep } from '#app/lists/take-step.server.ts'
import type { ImportState } from './import-state.ts'
import { type ImportStep, importSteps } from './import-steps.ts'
import { importTopic } from './live-topics.ts'

type Stepping = { step: ImportStep; set?: readonly SqlPart[]; details?: AuditEntry['details'] }

const imports: SteppedTable<{ id: string; state: ImportState }> = {
  table: sql`tenant_import`,
  subject: 'tenant-import',
  async announce(tx, { corporationId }, moves) {
    for (const { row, to } of moves)
      await publish(tx, corporationId, { topic: importTopic(row.id), details: { state: to } })
  },
}

/** Takes a step with one list: false when it is not, or no longer, in a state in which this can happen. */
export async function stepImport(
  { tx, scope }: { tx: SqlRunner; scope: CorporationScope },
  importId: string,
  { step, set, details }: Stepping,
): Promise<boolean> {
  const visible = sql`r.corporation_id = ${scope.corporationId}::int`
  const answer = await takeStep({ tx, scope }, imports, {
    step: importSteps[step],
    ids: [importId],
    visible,
    set,
    details,
  })
  return answer.ok
}

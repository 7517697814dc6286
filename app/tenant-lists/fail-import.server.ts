import { recordAudit } from '#app/audit/record.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { FileRefusal } from '#imports/problems.ts'
import { changeState } from './change-state.server.ts'

/** Why an import cannot go on: what is wrong with the file, or that it is no longer there. */
export type ImportProblem = Omit<FileRefusal, 'ok'> | { reason: 'file-gone' }

export async function failImport(scope: CorporationScope, importId: string, problem: ImportProblem): Promise<void> {
  await inScopeSql(scope, async (tx) => {
    const { reason } = problem
    const details = 'details' in problem ? problem.details : undefined
    const isFailed = await changeState(tx, scope, importId, 'fail', [
      sql`problem = ${JSON.stringify({ reason, details })}::jsonb`,
    ])
    if (isFailed)
      await recordAudit(tx, scope, {
        action: 'tenant-list:failed',
        subject: 'tenant-import',
        subjectId: importId,
        details: { reason },
      })
  })
}

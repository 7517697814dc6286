import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { FileRefusal } from '#imports/problems.ts'
import { stepImport } from './step-import.server.ts'

/** Why an import cannot go on: what is wrong with the file, or that it is no longer there. */
export type ImportProblem = Omit<FileRefusal, 'ok'> | { reason: 'file-gone' }

export async function failImport(scope: CorporationScope, importId: string, problem: ImportProblem): Promise<void> {
  await inScopeSql(scope, async (tx) => {
    const { reason } = problem
    const details = 'details' in problem ? problem.details : undefined
    const set = [sql`problem = ${JSON.stringify({ reason, details })}::jsonb`]
    await stepImport({ tx, scope }, importId, { step: 'fail', set, details: { reason } })
  })
}

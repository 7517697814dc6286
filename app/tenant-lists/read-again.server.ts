import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { delimiters, encodings } from '#imports/mapping-schema.ts'
import type { FileRefusal } from '#imports/problems.ts'
import { inspectTenantList } from '#imports/read-list.ts'
import { importSteps } from './import-steps.ts'
import { inspectionOf } from './kept-inspection.ts'
import { rememberedMapping } from './remembered-mapping.server.ts'
import { uploadPath } from './upload-files.server.ts'

export const readingChoices = z.object({
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  headerRow: z.coerce.number().int().min(0).max(50).optional(),
  sheet: z.string().max(200).optional(),
})

export type ReadAgainAnswer =
  | { ok: true }
  | { ok: false; reason: 'not-in-this-state' | 'file-gone' | FileRefusal['reason'] }

/** Looks at the file once more, as somebody chose instead of as was detected, and proposes its columns anew. */
export async function readAgain(
  scope: CorporationScope,
  importId: string,
  choices: z.output<typeof readingChoices>,
): Promise<ReadAgainAnswer> {
  const path = uploadPath(scope.corporationId, importId)
  if (!(await isReadable(scope, importId))) return { ok: false, reason: 'not-in-this-state' }
  if (!(await stat(path).catch(() => null))) return { ok: false, reason: 'file-gone' }
  const look = await inspectTenantList(path, choices)
  if (!look.ok) return { ok: false, reason: look.reason }
  return inScopeSql(scope, async (tx) => {
    const remembered = await rememberedMapping(tx, scope.corporationId, look)
    const changed = await tx.sql(sql`
      UPDATE tenant_import SET inspection = ${JSON.stringify(inspectionOf(look, remembered !== null))}::jsonb,
        mapping = ${JSON.stringify(remembered ?? look.mapping)}::jsonb
      WHERE corporation_id = ${scope.corporationId}::int AND id = ${importId}::uuid AND state = ANY(${[...importSteps['confirm-mapping'].from]}::text[]) RETURNING id`)
    if (changed.length === 0) return { ok: false, reason: 'not-in-this-state' }
    await recordAudit(tx, scope, { action: 'tenant-list:read-again', subject: 'tenant-import', subjectId: importId })
    return { ok: true }
  })
}

async function isReadable(scope: CorporationScope, importId: string): Promise<boolean> {
  const rows = await inScopeSql(scope, (tx) =>
    tx.sql(sql`SELECT 1 FROM tenant_import WHERE corporation_id = ${scope.corporationId}::int AND id = ${importId}::uuid AND inspection IS NOT NULL
      AND state = ANY(${[...importSteps['confirm-mapping'].from]}::text[])`),
  )
  return rows.length > 0
}

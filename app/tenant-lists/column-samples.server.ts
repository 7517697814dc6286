import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import type { LetterExample } from '#imports/letter-examples.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { inspectTenantList } from '#imports/read-list.ts'
import { isHiddenColumn } from './hidden-columns.ts'
import { uploadPath } from './upload-files.server.ts'

const shown = 3

/** `values` per column; `letters` what an unusual way of reading them does to some names. */
export type ShownSamples = { values: string[][]; letters: LetterExample[] }

/**
 * Three values of each column, read from the file itself: they are about people, so they are kept nowhere else. None of
 * a column whose values they may not see.
 */
export async function columnSamples(
  scope: CorporationScope,
  importId: string,
  { mapping, withCircumstances }: { mapping: Mapping; withCircumstances: boolean },
): Promise<ShownSamples> {
  const { encoding, delimiter, headerRow, sheet } = mapping
  const look = await inspectTenantList(uploadPath(scope.corporationId, importId), {
    encoding,
    delimiter,
    headerRow,
    ...(sheet === null ? {} : { sheet }),
  })
  if (!look.ok) return { values: [], letters: [] }
  await inScopeSql(scope, (tx) =>
    recordAudit(tx, scope, { action: 'tenant-list:columns-viewed', subject: 'tenant-import', subjectId: importId }),
  )
  const values = look.header.map((header, at) => {
    if (isHiddenColumn({ header, field: mapping.columns[at]?.field ?? null }, withCircumstances)) return []
    const filled = look.sampleRows.map((cells) => cells[at]?.trim() ?? '').filter((value) => value !== '')
    return [...new Set(filled)].slice(0, shown)
  })
  return { values, letters: look.letters }
}

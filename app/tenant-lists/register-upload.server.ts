import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { InspectedList } from '#imports/inspect-list.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import type { FileRefusal } from '#imports/problems.ts'
import { inspectTenantList } from '#imports/read-list.ts'
import { inspectionOf } from './kept-inspection.ts'
import { rememberedMapping } from './remembered-mapping.server.ts'
import type { StoredFile } from './store-upload.server.ts'
import { removeUpload, uploadPath } from './upload-files.server.ts'
import { type NoRoom, whyNotKept } from './upload-room.server.ts'

export type Upload = {
  importId: string
  fileName: string
  /** yyyy-mm-dd */
  listedOn: string
  /** Counts against what a corporation may have unfinished; what is handed in on this machine itself does not. */
  isLimited: boolean
}

export type RegisterAnswer =
  | {
      ok: true
      importId: string
      inspected: InspectedList
      mapping: Mapping
      sameAs: { importId: string; appliedAt: string } | null
    }
  | { ok: false; importId: string; refusal: FileRefusal }

/** Writes down that a file came in and what it looks like; a file that is no list is refused, and goes away. */
export async function registerUpload(
  scope: CorporationScope,
  upload: Upload,
  stored: StoredFile,
): Promise<RegisterAnswer | { ok: false; reason: NoRoom }> {
  const { corporationId } = scope
  const found = stored.refusal ?? (await inspectTenantList(uploadPath(corporationId, upload.importId)))
  if (!found.ok) {
    await removeUpload(corporationId, upload.importId)
    await inScopeSql(scope, (tx) => writeRefused(tx, scope, { upload, stored, refusal: found }))
    return { ok: false, importId: upload.importId, refusal: found }
  }
  const answer = await inScopeSql(scope, async (tx) => {
    const noRoom = upload.isLimited ? await whyNotKept(tx, scope) : null
    return noRoom ? { ok: false as const, reason: noRoom } : writeTaken(tx, scope, { upload, stored, found })
  })
  if (!('importId' in answer)) await removeUpload(corporationId, upload.importId)
  return answer
}

async function writeTaken(
  tx: SqlTx,
  scope: CorporationScope,
  { upload, stored, found }: { upload: Upload; stored: StoredFile; found: InspectedList },
): Promise<RegisterAnswer> {
  const { corporationId } = scope
  const remembered = await rememberedMapping(tx, corporationId, found)
  const mapping = remembered ?? found.mapping
  const sameAs = await findSame(tx, corporationId, stored.hash)
  await insertImport(tx, scope, {
    upload,
    stored,
    rest: { inspection: inspectionOf(found, remembered !== null), mapping },
  })
  const details = { bytes: stored.bytes, remembered: remembered !== null, sameAsBefore: sameAs !== null }
  await recordAudit(tx, scope, {
    action: 'tenant-list:uploaded',
    subject: 'tenant-import',
    subjectId: upload.importId,
    details,
  })
  return { ok: true, importId: upload.importId, inspected: found, mapping, sameAs }
}

async function writeRefused(
  tx: SqlTx,
  scope: CorporationScope,
  { upload, stored, refusal }: { upload: Upload; stored: StoredFile; refusal: FileRefusal },
) {
  const { reason } = refusal
  const details = 'details' in refusal ? refusal.details : undefined
  await insertImport(tx, scope, { upload, stored, rest: { problem: { reason, details } } })
  await recordAudit(tx, scope, {
    action: 'tenant-list:refused',
    subject: 'tenant-import',
    subjectId: upload.importId,
    details: { reason },
  })
}

type Rest = { inspection?: unknown; mapping?: Mapping; problem?: unknown }

async function insertImport(
  tx: SqlTx,
  { corporationId, accountId }: CorporationScope,
  { upload, stored, rest }: { upload: Upload; stored: StoredFile; rest: Rest },
) {
  await tx.sql(sql`
    INSERT INTO tenant_import (corporation_id, id, state, file_name, file_bytes, file_hash, listed_on, inspection, mapping, problem, uploaded_by)
    VALUES (${corporationId}::int, ${upload.importId}::uuid, ${rest.problem ? 'failed' : 'uploaded'}, ${upload.fileName.slice(-200)}, ${stored.bytes}::bigint,
      ${stored.hash}::bytea, ${upload.listedOn}::date, ${jsonOf(rest.inspection)}::jsonb, ${jsonOf(rest.mapping)}::jsonb, ${jsonOf(rest.problem)}::jsonb, ${accountId}::uuid)`)
}

const jsonOf = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

/** The same bytes as a list that was applied: going on does no harm, and changes nothing. */
async function findSame(tx: SqlTx, corporationId: number, hash: Buffer) {
  const [same] = await tx.sql<{ importId: string; appliedAt: string }>(sql`
    SELECT id::text AS "importId", applied_at::text AS "appliedAt" FROM tenant_import
    WHERE corporation_id = ${corporationId}::int AND file_hash = ${hash}::bytea AND state = 'applied' ORDER BY applied_at DESC LIMIT 1`)
  return same ?? null
}

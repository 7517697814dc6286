import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import type { FileRefusal } from '#imports/problems.ts'
import { applyImport, requestApplication } from './apply-import.server.ts'
import { checkImport, requestCheckIn } from './check-import.server.ts'
import { keepMapping } from './confirm-mapping.server.ts'
import type { ImportCounts } from './import-counts.ts'
import { type AskedWarning, warningKey } from './import-warnings.ts'
import type { ListFollower } from './list-follower.ts'
import { importFromPath } from './receive-upload.server.ts'

export type ImportRequest = {
  path: string
  fileName: string
  /** The confirmed one of an earlier list with this header, or what was detected, when left out. */
  mapping?: Mapping
  /** The day the list was made, yyyy-mm-dd. */
  today: string
  /** Also says yes to whatever the check warns of: whoever asks for this cannot be shown it first. */
  apply: boolean
}

export type ImportRefusal = {
  reason: FileRefusal['reason'] | 'mapping-incomplete' | 'mapping-of-other-columns' | 'interrupted'
  details?: unknown
}

export type ImportAnswer =
  | { ok: true; importId: string; applied: boolean; counts: ImportCounts; warnings: AskedWarning[] }
  | { ok: false; importId: string; refusal: ImportRefusal }

/** All steps of a list one after another, by the same operations as the screens, without a queue between. */
export async function importTenantList(
  scope: CorporationScope,
  { path, fileName, mapping, today, apply }: ImportRequest,
  follower: ListFollower,
): Promise<ImportAnswer> {
  const received = await importFromPath(scope, { path, fileName, listedOn: today })
  const { importId } = received
  if (!received.ok) return { ok: false, importId, refusal: withoutOk(received.refusal) }
  const kept = await inScopeSql(scope, async (tx) => {
    const answer = await keepMapping(tx, scope, { importId, mapping: mapping ?? received.mapping })
    if (answer.ok) await requestCheckIn(tx, scope, importId)
    return answer
  })
  if (!kept.ok) {
    const reason = kept.reason === 'other-columns' ? 'mapping-of-other-columns' : 'mapping-incomplete'
    return { ok: false, importId, refusal: { reason, details: { missing: received.inspected.missing } } }
  }
  const checked = await checkImport(scope, importId, follower)
  if (!checked.ok)
    return {
      ok: false,
      importId,
      refusal: checked.reason === 'refused' ? withoutOk(checked.refusal) : { reason: 'interrupted' },
    }
  if (!apply) return { importId, applied: false, ...checked }
  return applyAll(scope, importId, { warnings: checked.warnings, follower })
}

async function applyAll(
  scope: CorporationScope,
  importId: string,
  { warnings, follower }: { warnings: AskedWarning[]; follower: ListFollower },
): Promise<ImportAnswer> {
  const confirmed = warnings.map(warningKey)
  const started = await inScopeSql(scope, (tx) => requestApplication(tx, scope, { importId, confirmed }))
  const applied = started.ok ? await applyImport(scope, importId, follower) : started
  if (!applied.ok) return { ok: false, importId, refusal: { reason: 'interrupted' } }
  return {
    ok: true,
    importId,
    applied: true,
    counts: applied.counts,
    warnings: warnings.map((warning) => ({ ...warning, confirmed: true })),
  }
}

function withoutOk({ ok: _, ...refusal }: FileRefusal): ImportRefusal {
  return refusal
}

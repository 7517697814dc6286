import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { idempotently } from '#app/core/idempotently.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { type Criteria, parseCriteria, rulesOf } from './criteria.ts'
import { mayUse } from './criteria-permissions.ts'
import { type Refused, refusalOf } from './selection.server.ts'

export type Segment = { id: string; name: string; criteria: Criteria }
type Taken = { ok: false; reason: 'name-taken' }
type Gone = { ok: false; reason: 'not-found' }

/** The saved selections this colleague may use, by name. One that no longer reads as criteria is left out. */
export async function listSegments(tx: Tx, actor: Actor): Promise<Segment[]> {
  const rows = await tx.segment.findMany({ where: { corporationId: actor.corporationId }, orderBy: { name: 'asc' } })
  return rows.flatMap((row) => {
    const segment = readSegment(row)
    return segment && mayUse(segment.criteria, (permission) => can(actor, permission)) ? [segment] : []
  })
}

export async function findSegment(tx: Tx, { corporationId }: CorporationScope, id: string): Promise<Segment | null> {
  const row = await tx.segment.findUnique({ where: { corporationId_id: { corporationId, id } } })
  return row && readSegment(row)
}

/** Keeps a selection under a name of its own. Also the way back after `deleteSegment`. */
export async function saveSegment(
  actor: Actor,
  { key, name, criteria }: { key: string; name: string; criteria: Criteria },
): Promise<{ ok: true; id: string } | Taken | Refused> {
  const refused = refusalOf(actor, criteria)
  if (refused) return refused
  return inScope(actor, (tx) =>
    idempotently({ tx, scope: actor }, { key, operation: 'segment:save' }, async () => {
      if (await isTaken(tx, actor, name)) return { ok: false, reason: 'name-taken' } as const
      const [id, { corporationId, accountId: createdBy }] = [uuidV7(), actor]
      await tx.segment.create({ data: { corporationId, id, name, criteria: criteria as object, createdBy } })
      const details = { rules: rulesOf(criteria).length }
      await recordAudit(tx, actor, { action: 'segment:saved', subject: 'segment', subjectId: id, details })
      return { ok: true, id } as const
    }),
  )
}

export async function renameSegment(actor: Actor, id: string, name: string): Promise<{ ok: true } | Taken | Gone> {
  return inScope(actor, async (tx) => {
    const segment = await findSegment(tx, actor, id)
    if (!segment || refusalOf(actor, segment.criteria)) return { ok: false, reason: 'not-found' }
    if (segment.name !== name && (await isTaken(tx, actor, name))) return { ok: false, reason: 'name-taken' }
    await tx.segment.updateMany({ where: { corporationId: actor.corporationId, id }, data: { name } })
    await recordAudit(tx, actor, { action: 'segment:renamed', subject: 'segment', subjectId: id })
    return { ok: true }
  })
}

/** Gives back what was deleted, so that it can be saved again. Campaigns made with it keep their own criteria. */
export async function deleteSegment(actor: Actor, id: string): Promise<{ ok: true; deleted: Segment } | Gone> {
  return inScope(actor, async (tx) => {
    const segment = await findSegment(tx, actor, id)
    if (!segment || refusalOf(actor, segment.criteria)) return { ok: false, reason: 'not-found' }
    await tx.segment.deleteMany({ where: { corporationId: actor.corporationId, id } })
    await recordAudit(tx, actor, { action: 'segment:deleted', subject: 'segment', subjectId: id })
    return { ok: true, deleted: segment }
  })
}

const isTaken = async (tx: Tx, { corporationId }: CorporationScope, name: string) =>
  (await tx.segment.count({ where: { corporationId, name } })) > 0

function readSegment({ id, name, criteria }: { id: string; name: string; criteria: unknown }): Segment | null {
  const parsed = parseCriteria(criteria)
  return parsed.ok ? { id, name, criteria: parsed.criteria } : null
}

import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { type Bodied, baseOf } from '#app/triage/base-protocols.ts'
import { canonical } from '#app/triage/canonical.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import { keepBaseProtocols } from '#app/triage/keep-base.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { protocolInForce } from '#app/triage/protocol-in-force.server.ts'
import { type Draft, findDraft, holdDraft, insertDraft } from './draft.server.ts'
import { protocolsTopic } from './live-topics.ts'
import type { PartPlace } from './patch.ts'
import { changed, type PlaceChange, standingAt } from './place-change.ts'
import { type Change, recordChanges } from './protocol-changes.server.ts'

/** `seen`: what stood there when its editor opened it, by its hash (`hashOf`); of nothing, of null. */
export type SeenChange = PlaceChange & { seen: string }
/** Somebody else changed this place meanwhile: nothing was written, and what stands there now is for the editor to see. */
export type Overtaken = { place: PartPlace; now: unknown; seen: string }
export type DraftChanged =
  | { ok: true; revision: number }
  | { ok: false; reason: 'unreadable' }
  | { ok: false; reason: 'changed-meanwhile'; by: string; overtaken: Overtaken[] }

/** The draft there is, held; else one of what holds now, begun for all who work on it. */
export async function draftToChange(tx: Tx, scope: CorporationScope, kind: TriageKind): Promise<Draft> {
  const found = await holdDraft(tx, scope, kind)
  if (found) return found
  await keepBaseProtocols(tx, [baseOf(kind).body])
  const { body, baseHash } = await protocolInForce(tx, scope, kind)
  await startDraft(tx, scope, { kind, body, baseHash })
  return (await holdDraft(tx, scope, kind)) as Draft
}

/** False when there is one already. */
export async function startDraft(
  tx: Tx,
  scope: CorporationScope,
  { kind, body, baseHash }: Bodied & { kind: TriageKind },
) {
  if (!(await insertDraft(tx, scope, { kind, body, baseHash }))) return false
  await recordChanges(tx, scope, { kind, changes: [{ place: 'draft', before: null, after: { body, baseHash } }] })
  await recordAudit(tx, scope, { action: 'protocol:opened', subject: 'protocol', details: { kind } })
  await publish(tx, scope.corporationId, protocolsTopic)
  return true
}

/**
 * Changes a protocol at these places, in its draft: all of them, or none when somebody changed one of them since it was opened.
 * What already stands as it is wanted is left; so sent twice is done once. A proposal to publish is taken away by it.
 */
export function changeDraft(
  scope: CorporationScope,
  kind: TriageKind,
  changes: readonly SeenChange[],
): Promise<DraftChanged> {
  return inScope(scope, async (tx): Promise<DraftChanged> => {
    const isWanted = (body: Protocol) => (change: SeenChange) =>
      canonical(standingAt(body, change.place)) !== canonical(change.after)
    if (!(await findDraft(tx, scope, kind)) && !changes.some(isWanted((await protocolInForce(tx, scope, kind)).body)))
      return { ok: true, revision: 0 }
    const draft = await draftToChange(tx, scope, kind)
    const wanted = changes.filter(isWanted(draft.body))
    if (wanted.length === 0) return { ok: true, revision: draft.revision }
    const overtaken = wanted.flatMap(({ place, seen }): Overtaken[] => {
      const now = standingAt(draft.body, place)
      return hashOf(now) === seen ? [] : [{ place, now, seen: hashOf(now) }]
    })
    const [first] = overtaken
    if (first) {
      const by = (await lastAt(tx, scope, { kind, place: first.place })) ?? draft.changedBy
      return { ok: false, reason: 'changed-meanwhile', by, overtaken }
    }
    const revision = await writeDraft(tx, scope, { kind, draft, changes: wanted })
    return revision === null ? { ok: false, reason: 'unreadable' } : { ok: true, revision }
  })
}

/** Who changed this place last. */
async function lastAt(
  tx: Tx,
  { corporationId }: CorporationScope,
  { kind, place }: { kind: TriageKind; place: PartPlace },
) {
  const [row] = await tx.sql<{ by: string }>(sql`
    SELECT changed_by AS by FROM protocol_change
    WHERE corporation_id = ${corporationId}::int AND kind = ${kind} AND place = ${place} ORDER BY id DESC LIMIT 1`)
  return row?.by
}

type Written = { kind: TriageKind; draft: Draft; changes: readonly PlaceChange[]; baseHash?: string }

/** Writes a draft that is held; null when it would be no protocol any more. Gives its revision. */
export async function writeDraft(
  tx: Tx,
  scope: CorporationScope,
  { kind, draft, changes, baseHash = draft.baseHash }: Written,
): Promise<number | null> {
  const body = changed(draft.body, changes)
  if (!body) return null
  const [row] = await tx.sql<{ revision: number }>(sql`
    UPDATE protocol_draft SET body = ${JSON.stringify(body)}::jsonb, base_hash = ${baseHash}, revision = revision + 1,
      changed_by = ${scope.accountId}::uuid, changed_at = clock_timestamp(), proposed_by = NULL, proposed_at = NULL
    WHERE corporation_id = ${scope.corporationId}::int AND kind = ${kind} RETURNING revision`)
  const written = changes.map(
    ({ place }): Change => ({ place, before: standingAt(draft.body, place), after: standingAt(body, place) }),
  )
  if (baseHash !== draft.baseHash) written.push({ place: 'base', before: draft.baseHash, after: baseHash })
  await recordChanges(tx, scope, { kind, changes: written })
  const details = { kind, places: changes.map(({ place }) => place) }
  await recordAudit(tx, scope, { action: 'protocol:changed', subject: 'protocol', details })
  await publish(tx, scope.corporationId, protocolsTopic)
  return row?.revision ?? null
}

import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Bodied } from '#app/triage/base-protocols.ts'
import { canonical } from '#app/triage/canonical.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { startDraft, writeDraft } from './change-draft.server.ts'
import { findDraft, holdDraft } from './draft.server.ts'
import { protocolsTopic } from './live-topics.ts'
import { type PlaceChange, standingAt } from './place-change.ts'
import { type Change, listSteps, recordChanges, type Step } from './protocol-changes.server.ts'

export type TakenBack = { ok: true } | { ok: false; reason: 'not-found' | 'changed-since' | 'no-draft' | 'draft-open' }

/** Puts the draft away with all that is in it, which `takeBack` brings back. False when there is none. */
export function discardDraft(scope: CorporationScope, kind: TriageKind): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const draft = await holdDraft(tx, scope, kind)
    if (!draft) return false
    await tx.sql(sql`DELETE FROM protocol_draft WHERE corporation_id = ${scope.corporationId}::int AND kind = ${kind}`)
    const { body, baseHash } = draft
    await recordChanges(tx, scope, { kind, changes: [{ place: 'draft', before: { body, baseHash }, after: null }] })
    await recordAudit(tx, scope, { action: 'protocol:discarded', subject: 'protocol', details: { kind } })
    await publish(tx, scope.corporationId, protocolsTopic)
    return true
  })
}

/**
 * Takes back what was changed in one go, by the id of that step: a change back, beside the others. Not when one of its places
 * was changed since: then what stands there is somebody's own.
 */
export function takeBack(scope: CorporationScope, kind: TriageKind, id: string): Promise<TakenBack> {
  return inScope(scope, async (tx): Promise<TakenBack> => {
    const draft = await holdDraft(tx, scope, kind)
    const steps = await listSteps(tx, scope, { kind })
    const step = steps.find((one) => one.id === id)
    const whole = step?.changes.find(({ place }) => place === 'draft')
    if (!step || (whole && whole.after !== null)) return { ok: false, reason: 'not-found' }
    if (whole) return bringBack(tx, scope, { kind, step, whole, last: steps[0] })
    if (!draft) return { ok: false, reason: 'no-draft' }
    const base = step.changes.find(({ place }) => place === 'base')
    const parts = step.changes.filter((change): change is Change & PlaceChange => change !== base)
    const isAsLeft = ({ place, after }: PlaceChange) => canonical(standingAt(draft.body, place)) === canonical(after)
    if (!parts.every(isAsLeft) || (base && base.after !== draft.baseHash)) return { ok: false, reason: 'changed-since' }
    const changes = parts.map(({ place, before }): PlaceChange => ({ place, after: before }))
    const baseHash = base ? (base.before as string) : draft.baseHash
    const revision = await writeDraft(tx, scope, { kind, draft, changes, baseHash })
    if (revision === null) return { ok: false, reason: 'changed-since' }
    await recordAudit(tx, scope, { action: 'protocol:taken-back', subject: 'protocol', details: { kind } })
    return { ok: true }
  })
}

type Put = { kind: TriageKind; step: Step; whole: Change; last: Step | undefined }

/** A draft that was put away, unless something was done with the protocol since. */
async function bringBack(tx: Tx, scope: CorporationScope, { kind, step, whole, last }: Put): Promise<TakenBack> {
  if (await findDraft(tx, scope, kind)) return { ok: false, reason: 'draft-open' }
  if (last?.id !== step.id) return { ok: false, reason: 'changed-since' }
  const { body, baseHash } = whole.before as Bodied
  const isStarted = await startDraft(tx, scope, { kind, body, baseHash })
  return isStarted ? { ok: true } : { ok: false, reason: 'draft-open' }
}

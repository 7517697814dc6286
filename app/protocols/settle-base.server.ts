import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { type Bodied, baseOf } from '#app/triage/base-protocols.ts'
import { keepBaseProtocols } from '#app/triage/keep-base.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { protocolInForce } from '#app/triage/protocol-in-force.server.ts'
import { draftToChange, writeDraft } from './change-draft.server.ts'
import { baseFor, holdDraft } from './draft.server.ts'
import { type PartPlace, proposalsOf } from './patch.ts'
import { standingAt } from './place-change.ts'

/** What the national protocol has otherwise since; `isOwn`: the corporation would lose something of its own. */
export type BaseProposal = { place: PartPlace; isOwn: boolean; before: unknown; theirs: unknown; ours: unknown }

/** What a newer base has for this protocol; nothing when it is made from the newest. */
export async function baseProposals(tx: Tx, kind: TriageKind, { body, baseHash }: Bodied): Promise<BaseProposal[]> {
  const newest = baseOf(kind)
  if (newest.baseHash === baseHash) return []
  const from = await baseFor(tx, kind, { baseHash })
  return proposalsOf(body, { from, to: newest.body }).map(({ place, isOwn }) => ({
    place,
    isOwn,
    before: standingAt(from, place),
    theirs: standingAt(newest.body, place),
    ours: standingAt(body, place),
  }))
}

export type BaseSettled = { ok: true } | { ok: false; reason: 'changed-meanwhile' | 'undecided' | 'unreadable' }
/** As it was seen (0: there was no draft), and the places that are taken over; the others are left. */
type Decisions = { revision: number; taken: readonly PartPlace[]; left: readonly PartPlace[] }

/** Takes over of the newest base what somebody chose, and leaves what they chose to leave: every place has to be decided. */
export function settleBase(
  scope: CorporationScope,
  kind: TriageKind,
  { revision, taken, left }: Decisions,
): Promise<BaseSettled> {
  return inScope(scope, async (tx): Promise<BaseSettled> => {
    const before = await holdDraft(tx, scope, kind)
    if ((before?.revision ?? 0) !== revision) return { ok: false, reason: 'changed-meanwhile' }
    const shown = before ?? (await protocolInForce(tx, scope, kind))
    if (shown.baseHash === baseOf(kind).baseHash) return { ok: true }
    const proposals = await baseProposals(tx, kind, shown)
    if (!proposals.every(({ place }) => taken.includes(place) !== left.includes(place)))
      return { ok: false, reason: 'undecided' }
    const draft = before ?? (await draftToChange(tx, scope, kind))
    const { body, baseHash } = baseOf(kind)
    // What it is made from from now on has to be there.
    await keepBaseProtocols(tx, [body])
    const changes = proposals
      .filter(({ place }) => taken.includes(place))
      .map(({ place, theirs }) => ({ place, after: theirs }))
    if ((await writeDraft(tx, scope, { kind, draft, changes, baseHash })) === null)
      return { ok: false, reason: 'unreadable' }
    const details = { kind, taken: changes.length, left: proposals.length - changes.length }
    await recordAudit(tx, scope, { action: 'protocol:base-settled', subject: 'protocol', details })
    return { ok: true }
  })
}

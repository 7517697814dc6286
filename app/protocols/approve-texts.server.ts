import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { protocolInForce } from '#app/triage/protocol-in-force.server.ts'
import { textsOf } from '#app/triage/protocol-texts.ts'
import { keepApprovals, removeApproval } from '#app/triage/text-approvals.server.ts'
import { findDraft } from './draft.server.ts'
import { protocolsTopic } from './live-topics.ts'

/**
 * Stands for these texts, by the hash of what was read: of the draft, or of what holds now. Gives how many of them are there;
 * one that was changed meanwhile is another text, which nobody read.
 */
export function approveTexts(scope: CorporationScope, kind: TriageKind, hashes: readonly string[]): Promise<number> {
  return inScope(scope, async (tx) => {
    const there = (await hashesThere(tx, scope, kind)).filter((hash) => hashes.includes(hash))
    const added = await keepApprovals(tx, scope, { kind, hashes: there })
    if (added > 0) await tell(tx, scope, { kind, action: 'protocol:approved', texts: added })
    return there.length
  })
}

/** It is a concept again. False when it was. */
export function withdrawApproval(scope: CorporationScope, kind: TriageKind, hash: string): Promise<boolean> {
  return inScope(scope, async (tx) => {
    const isGone = await removeApproval(tx, scope, { kind, hash })
    if (isGone) await tell(tx, scope, { kind, action: 'protocol:approval-withdrawn', texts: 1 })
    return isGone
  })
}

async function hashesThere(tx: Tx, scope: CorporationScope, kind: TriageKind): Promise<string[]> {
  const [draft, held] = [await findDraft(tx, scope, kind), await protocolInForce(tx, scope, kind)]
  return [...new Set([...(draft ? textHashes(draft.body) : []), ...textHashes(held.body)])]
}

export const textHashes = (protocol: Protocol): string[] => textsOf(protocol).map(({ text }) => hashOf(text))

type Told = { kind: TriageKind; action: 'protocol:approved' | 'protocol:approval-withdrawn'; texts: number }

async function tell(tx: Tx, scope: CorporationScope, { kind, action, texts }: Told) {
  await recordAudit(tx, scope, { action, subject: 'protocol', details: { kind, texts } })
  await publish(tx, scope.corporationId, protocolsTopic)
}

import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { suggestionsTopic } from '#app/quality/live-topics.ts'
import { publishSuggestions } from '#app/quality/suggestions.server.ts'
import { canonical } from '#app/triage/canonical.ts'
import { keepVersion } from '#app/triage/keep-version.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { findVersion, protocolInForce } from '#app/triage/protocol-in-force.server.ts'
import { startDraft } from './change-draft.server.ts'
import { type Draft, findDraft, holdDraft } from './draft.server.ts'
import { findingsNow } from './find-findings.server.ts'
import type { Finding } from './findings.ts'
import { protocolsTopic } from './live-topics.ts'

type Stopped =
  | { ok: false; reason: 'no-draft' | 'changed-meanwhile' | 'nothing-changed' }
  | { ok: false; reason: 'findings'; findings: Finding[] }
export type Proposed = { ok: true } | Stopped
export type Published = { ok: true; number: number } | Stopped | { ok: false; reason: 'not-proposed' | 'same-person' }

/** Somebody finds the draft ready, as they saw it (`revision`); somebody else publishes it. */
export function proposeDraft(
  scope: CorporationScope,
  kind: TriageKind,
  { revision, now }: { revision: number; now: Date },
): Promise<Proposed> {
  return inScope(scope, async (tx): Promise<Proposed> => {
    const draft = await holdDraft(tx, scope, kind)
    const stopped = await whyNot(tx, scope, { kind, draft, revision, now })
    if (stopped) return stopped
    // Of two who press at once the first stays who proposed it.
    if (draft?.proposedBy) return { ok: true }
    await tx.sql(sql`
      UPDATE protocol_draft SET proposed_by = ${scope.accountId}::uuid, proposed_at = clock_timestamp()
      WHERE corporation_id = ${scope.corporationId}::int AND kind = ${kind}`)
    await recordAudit(tx, scope, { action: 'protocol:proposed', subject: 'protocol', details: { kind, revision } })
    await publish(tx, scope.corporationId, protocolsTopic)
    return { ok: true }
  })
}

/**
 * Makes what was proposed hold from now on, as the next version, for ever as it is. Not by whoever proposed it. Numbers and
 * amounts may have changed since, so that everything is looked at once more.
 */
export function publishDraft(
  scope: CorporationScope,
  kind: TriageKind,
  { revision, reason, now }: { revision: number; reason: string; now: Date },
): Promise<Published> {
  return inScope(scope, async (tx): Promise<Published> => {
    const draft = await holdDraft(tx, scope, kind)
    const stopped = await whyNot(tx, scope, { kind, draft, revision, now })
    if (!draft || stopped) return stopped ?? { ok: false, reason: 'no-draft' }
    if (!draft.proposedBy) return { ok: false, reason: 'not-proposed' }
    if (draft.proposedBy === scope.accountId) return { ok: false, reason: 'same-person' }
    const { body, baseHash, proposedBy } = draft
    const number = await keepVersion(tx, scope, { kind, body, baseHash, reason, proposedBy })
    await tx.sql(sql`DELETE FROM protocol_draft WHERE corporation_id = ${scope.corporationId}::int AND kind = ${kind}`)
    await publishSuggestions(tx, scope, { kind, number })
    await recordAudit(tx, scope, { action: 'protocol:published', subject: 'protocol', details: { kind, number } })
    for (const topic of [protocolsTopic, suggestionsTopic]) await publish(tx, scope.corporationId, topic)
    return { ok: true, number }
  })
}

type Asked = { kind: TriageKind; draft: Draft | null; revision: number; now: Date }

async function whyNot(tx: Tx, scope: CorporationScope, { kind, draft, revision, now }: Asked): Promise<Stopped | null> {
  if (!draft) return { ok: false, reason: 'no-draft' }
  if (draft.revision !== revision) return { ok: false, reason: 'changed-meanwhile' }
  const held = await protocolInForce(tx, scope, kind)
  const isSame = canonical(held.body) === canonical(draft.body) && held.baseHash === draft.baseHash
  if (isSame && held.number !== null) return { ok: false, reason: 'nothing-changed' }
  const findings = await findingsNow(tx, scope, { protocol: draft.body, now })
  return findings.length > 0 ? { ok: false, reason: 'findings', findings } : null
}

export type Restored = { ok: true } | { ok: false; reason: 'not-found' | 'draft-open' }

/** A draft of a version of before, to be proposed and published again under a number of its own. */
export function restoreVersion(scope: CorporationScope, kind: TriageKind, number: number): Promise<Restored> {
  return inScope(scope, async (tx): Promise<Restored> => {
    const version = await findVersion(tx, scope, { kind, number })
    if (!version) return { ok: false, reason: 'not-found' }
    if (await findDraft(tx, scope, kind)) return { ok: false, reason: 'draft-open' }
    return (await startDraft(tx, scope, { kind, ...version })) ? { ok: true } : { ok: false, reason: 'draft-open' }
  })
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope } from '#app/core/scope.server.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { differencesOf } from './differences.ts'
import { findingsNow } from './find-findings.server.ts'
import { readHead, tellFindings } from './read-protocol.server.ts'
import { replayRuns } from './replay-runs.server.ts'

/** All that somebody sees before a draft is proposed or published; `draft` null when there is none. */
export function readPublication(actor: Actor, kind: TriageKind, now: Date) {
  return inScope(actor, async (tx) => {
    const { head, draft, held } = await readHead(tx, actor, kind)
    if (!draft) return { head, draft: null }
    const findings = await findingsNow(tx, actor, { protocol: draft.body, now })
    return {
      head,
      draft: {
        protocol: draft.body,
        differences: differencesOf(held.body, draft.body),
        findings: tellFindings(findings, draft.body, actor.language),
        replay: await replayRuns(tx, actor, { kind, candidate: draft.body, held: held.body, now }),
        maySeeCalls: can(actor, 'night:see'),
      },
    }
  })
}

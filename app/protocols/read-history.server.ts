import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { baseOf } from '#app/triage/base-protocols.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { findVersion } from '#app/triage/protocol-in-force.server.ts'
import { differencesOf } from './differences.ts'
import { listSteps, type Step } from './protocol-changes.server.ts'
import { namesOf, readHead } from './read-protocol.server.ts'

export type ShownVersion = {
  number: number
  reason: string
  proposedBy: string
  publishedBy: string
  publishedAt: Date
  restoredFrom: number | null
}

/** A number, "national" or "draft", as an address names one of the two that are compared. */
type Side = string | null
/** More than that nobody reads; the older ones stay in the book. */
const mostSteps = 100

/** What was published and changed, and what differs between two versions that somebody chose. */
export function readHistory(actor: Actor, kind: TriageKind, { from, to }: { from: Side; to: Side }) {
  return inScope(actor, async (tx) => {
    const { head, shown } = await readHead(tx, actor, kind)
    const versions = await tx.sql<ShownVersion>(sql`
      SELECT v.number, v.reason, p.name AS "proposedBy", u.name AS "publishedBy", v.published_at AS "publishedAt",
        v.restored_from AS "restoredFrom"
      FROM protocol_version v LEFT JOIN account p ON p.id = v.proposed_by LEFT JOIN account u ON u.id = v.published_by
      WHERE v.corporation_id = ${actor.corporationId}::int AND v.kind = ${kind} ORDER BY v.number DESC`)
    const sideOf = async (side: Side): Promise<Protocol | undefined> => {
      if (side === 'national') return baseOf(kind).body
      if (side === 'draft') return head.draft ? shown.body : undefined
      const version = versions.find(({ number }) => String(number) === side)
      return version && (await findVersion(tx, actor, { kind, number: version.number }))?.body
    }
    const [one, other] = [await sideOf(from), await sideOf(to)]
    return {
      head,
      protocol: shown.body,
      versions,
      compared: one && other ? differencesOf(one, other) : null,
      steps: await shownSteps(tx, await listSteps(tx, actor, { kind }), Boolean(head.draft)),
    }
  })
}

async function shownSteps(tx: Tx, steps: Step[], hasDraft: boolean) {
  const names = await namesOf(
    tx,
    steps.map(({ by }) => by),
  )
  const opened = steps.findIndex(({ changes }) =>
    changes.some(({ place, after }) => place === 'draft' && after !== null),
  )
  return steps.slice(0, mostSteps).map(({ id, at, by, changes }, index) => {
    const whole = changes.find(({ place }) => place === 'draft')
    const isPutAway = whole !== undefined && whole.after === null
    return {
      ...{ id, at, by: names.get(by) ?? '' },
      changes: whole ? [] : changes.map(({ place, before, after }) => ({ place, before, after })),
      whole: whole ? (isPutAway ? ('put-away' as const) : ('opened' as const)) : null,
      // What is in the draft that is open can be taken back from it; a draft that was put away comes back while nothing followed.
      mayTakeBack: whole ? isPutAway && index === 0 && !hasDraft : hasDraft && index < opened,
    }
  })
}

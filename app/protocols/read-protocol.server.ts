import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { readValuesNow } from '#app/reference-values/read-values.server.ts'
import { toldValues } from '#app/reference-values/told-values.ts'
import { type Bodied, baseOf } from '#app/triage/base-protocols.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { protocolInForce } from '#app/triage/protocol-in-force.server.ts'
import { textsOf } from '#app/triage/protocol-texts.ts'
import { type Approval, approvalsOf } from '#app/triage/text-approvals.server.ts'
import type { Language } from '#app/ui/language.tsx'
import { baseFor, type Draft, findDraft } from './draft.server.ts'
import { findingsNow } from './find-findings.server.ts'
import type { Finding } from './findings.ts'
import { type PartPlace, patchOf, placesOf } from './patch.ts'
import { standingAt } from './place-change.ts'
import { tellFinding } from './tell-finding.ts'

/** What every page of a protocol says of it. */
export type ProtocolHead = Awaited<ReturnType<typeof readHead>>['head']

/** The draft when there is one, else what holds: with its head, its base, and who is who. */
export async function readHead(tx: Tx, actor: Actor, kind: TriageKind) {
  const draft = await findDraft(tx, actor, kind)
  const held = await protocolInForce(tx, actor, kind)
  const shown: Bodied = draft ?? held
  const [publication] = await tx.sql<{ at: Date; by: string }>(sql`
    SELECT v.published_at AS at, a.name AS by FROM protocol_version v LEFT JOIN account a ON a.id = v.published_by
    WHERE v.corporation_id = ${actor.corporationId}::int AND v.kind = ${kind} AND v.number = ${held.number}::int`)
  const names = await namesOf(tx, draft ? [draft.changedBy, draft.proposedBy ?? draft.changedBy] : [])
  const head = {
    kind,
    number: held.number,
    publishedAt: publication?.at ?? null,
    publishedBy: publication?.by ?? null,
    draft: draft && shownDraft(draft, names, actor.accountId),
    hasNewBase: shown.baseHash !== baseOf(kind).baseHash,
    mayEdit: can(actor, 'protocol:edit'),
    mayApprove: can(actor, 'protocol:approve'),
    mayPublish: can(actor, 'protocol:publish'),
  }
  return { head, draft, held, shown }
}

const shownDraft = (draft: Draft, names: Map<string, string>, accountId: string | null) => ({
  revision: draft.revision,
  by: names.get(draft.changedBy) ?? '',
  at: draft.changedAt,
  proposedBy: draft.proposedBy && (names.get(draft.proposedBy) ?? ''),
  isProposedByMe: draft.proposedBy !== null && draft.proposedBy === accountId,
})

/** The names of these colleagues. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.sql<{ id: string; name: string }>(
    sql`SELECT id, name FROM account WHERE id = ANY(${[...new Set(ids)]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What stands at a place, by which a change of it is known to be of what was seen; and the national one there. */
export type ShownPlace = { place: PartPlace; seen: string; national: unknown; isOwn: boolean }
/** A finding in words, and where clicking it leads. */
export type ShownFinding = ReturnType<typeof tellFinding> & { at: PartPlace | null }

/** One protocol with all that its editor sees. `place`: the part that is open, if any. */
export function readProtocol(actor: Actor, kind: TriageKind, { place, now }: { place: PartPlace | null; now: Date }) {
  return inScope(actor, async (tx) => {
    const { head, shown } = await readHead(tx, actor, kind)
    const base = await baseFor(tx, kind, shown)
    const own = placesOf(patchOf(base, shown.body))
    const values = await readValuesNow(tx, actor, now)
    const approvals = await approvalsOf(tx, actor, kind)
    const findings = await findingsNow(tx, actor, { protocol: shown.body, now })
    return {
      head,
      protocol: shown.body,
      own,
      open: place && openPlace(place, { shown, base, own }),
      values: toldValues(values),
      concepts: conceptsIn(shown.body, approvals),
      findings: findings.map((finding) => told(finding, shown.body, actor.language)),
    }
  })
}

function openPlace(
  place: PartPlace,
  { shown, base, own }: { shown: Bodied; base: Protocol; own: PartPlace[] },
): ShownPlace {
  const seen = hashOf(standingAt(shown.body, place))
  return { place, seen, national: standingAt(base, place), isOwn: own.includes(place) }
}

/** Where a text stands for which nobody stands; not while that is so of all of them, which the list of texts says. */
function conceptsIn(protocol: Protocol, approvals: Map<string, Approval>): PartPlace[] {
  const texts = textsOf(protocol)
  const concepts = texts.filter(({ text }) => !approvals.has(hashOf(text)))
  return concepts.length === texts.length ? [] : concepts.map((text): PartPlace => `${text.in}.${text.id}`)
}

const told = (finding: Finding, protocol: Protocol, language: Language): ShownFinding => ({
  ...tellFinding(finding, protocol, language),
  at: placeOfFinding(finding),
})

function placeOfFinding({ place, ...finding }: Finding): PartPlace | null {
  if (place.in !== 'protocol') return `${place.in}s.${place.id}`
  if (finding.what === 'dead-end') return 'start'
  return finding.what === 'no-words' ? 'words' : null
}

export const tellFindings = (findings: Finding[], protocol: Protocol, language: Language): ShownFinding[] =>
  findings.map((finding) => told(finding, protocol, language))

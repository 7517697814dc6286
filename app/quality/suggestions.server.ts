import { recordAudit } from '#app/audit/record-audit.server.ts'
import { keyOf } from '#app/core/key-of.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, type InHand, inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { suggestionsTopic } from './live-topics.ts'
import type { Onlooker } from './read-figures.server.ts'
import type { SignalKind } from './signals.ts'
import type { SuggestionInput } from './suggestion-form.ts'

/** `desk`: who made it, never by person. `settler` is a colleague, and known to the corporation alone. */
export type Suggestion = {
  id: string
  corporationId: number
  corporation: string
  kind: TriageKind
  desk: string
  words: string
  signal: SignalKind | null
  place: string | null
  madeAt: Date
  settledAt: Date | null
  settler: string | null
  isDone: boolean | null
  /** Why the corporation does not do it. */
  answer: string | null
  /** The version of the protocol that it came to, once that is published. */
  inVersion: number | null
}

/** Keeps what a desk would change, for the corporation in hand. Sent twice it is there once; with other words it is another. */
export function makeSuggestion(actor: InHand, input: Omit<SuggestionInput, 'corporation'>): Promise<void> {
  const { kind, signal, place, words } = input
  const id = keyOf(input)
  return inScope(actor, async (tx) => {
    const made = await tx.sql(sql`
      INSERT INTO protocol_suggestion (corporation_id, id, kind, account_id, words, signal, place)
      VALUES (${actor.corporationId}::int, ${id}::uuid, ${kind}, ${actor.accountId}::uuid, ${words}, ${signal}, ${place})
      ON CONFLICT (corporation_id, id) DO NOTHING RETURNING 1`)
    if (made.length === 0) return
    const details = { kind, signal }
    await recordAudit(tx, actor, {
      action: 'protocol-suggestion:made',
      subject: 'protocol-suggestion',
      subjectId: id,
      details,
    })
    await publish(tx, actor.corporationId, suggestionsTopic)
  })
}

const most = 200

/** What desks would change in the protocols of the corporation, or what a desk would in those of all it serves: what is open first. */
export const listSuggestions = (
  tx: SqlRunner,
  onlooker: Onlooker,
  { kind, corporationId }: { kind: TriageKind | null; corporationId: number | null },
): Promise<Suggestion[]> =>
  tx.sql<Suggestion>(sql`
    SELECT s.id, c.name AS corporation, s.kind, d.name AS desk, s.words, s.signal, s.place, s.made_at AS "madeAt",
      s.settled_at AS "settledAt", s.is_done AS "isDone", s.answer,
      s.in_version AS "inVersion", c.id AS "corporationId", a.name AS settler
    FROM protocol_suggestion s JOIN corporation c ON c.id = s.corporation_id LEFT JOIN desk d ON d.id = s.desk_id
    LEFT JOIN account a ON a.id = s.settled_by
    WHERE ${onlooker.as === 'desk' ? sql`s.desk_id = ${onlooker.deskId}::int` : sql`s.corporation_id = ${onlooker.corporationId}::int`}
      AND (${kind}::text IS NULL OR s.kind = ${kind}::text)
      AND (${corporationId}::int IS NULL OR s.corporation_id = ${corporationId}::int)
    ORDER BY s.settled_at IS NOT NULL, s.made_at DESC, s.id LIMIT ${most}::int`)

/** `answer`: why not, when it is not done. `isInDraft`: whether the office works on the protocol of a kind now. */
type Settlement = {
  isDone: boolean | null
  answer: string | null
  isInDraft: (tx: Tx, kind: TriageKind) => Promise<boolean>
}

/**
 * What the corporation made of it; null: nothing after all. What is done while nobody works on the protocol is in the version that
 * holds; else it will be in the next one. Gives its kind, or null when there is no such suggestion.
 */
export function settleSuggestion(
  scope: CorporationScope,
  id: string,
  { isDone, answer, isInDraft }: Settlement,
): Promise<TriageKind | null> {
  return inScope(scope, async (tx) => {
    const before = sql`SELECT kind FROM protocol_suggestion WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid`
    const [found] = await tx.sql<{ kind: TriageKind }>(sql`${before} FOR NO KEY UPDATE`)
    if (!found) return null
    const isHeld = isDone === true && !(await isInDraft(tx, found.kind))
    const changed = await tx.sql(sql`
      UPDATE protocol_suggestion s SET is_done = ${isDone}::boolean, answer = ${answer}::text,
        in_version = CASE WHEN ${isHeld}::boolean THEN (
          SELECT max(v.number) FROM protocol_version v WHERE v.corporation_id = s.corporation_id AND v.kind = s.kind) END,
        settled_by = CASE WHEN ${isDone}::boolean IS NOT NULL THEN ${scope.accountId}::uuid END,
        settled_at = CASE WHEN ${isDone}::boolean IS NOT NULL THEN clock_timestamp() END
      WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid AND is_done IS DISTINCT FROM ${isDone}::boolean
      RETURNING 1`)
    if (changed.length === 0) return found.kind
    const action = isDone === null ? 'protocol-suggestion:reopened' : 'protocol-suggestion:settled'
    const details = { kind: found.kind, done: isDone }
    await recordAudit(tx, scope, { action, subject: 'protocol-suggestion', subjectId: id, details })
    await publish(tx, scope.corporationId, suggestionsTopic)
    return found.kind
  })
}

/** What was done since the version before is in this one, inside the transaction that publishes it. */
export const publishSuggestions = (
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { kind, number }: { kind: TriageKind; number: number },
): Promise<unknown> =>
  tx.sql(sql`
    UPDATE protocol_suggestion SET in_version = ${number}::int
    WHERE corporation_id = ${corporationId}::int AND kind = ${kind} AND is_done AND in_version IS NULL`)

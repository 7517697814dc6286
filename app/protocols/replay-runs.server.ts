import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Verdict } from '#app/triage/engine.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { type Answer, entry, type Protocol } from '#app/triage/protocol.ts'
import { type Difference, type JudgedRun, nothingReplayed, type Replay, replay } from './replay.ts'

const days = 90
const batch = 5_000
/** So many are shown; of the others there is a count. */
const mostShown = 50

export type ShownDifference = {
  id: string
  contactId: string
  at: Date
  what: Difference['what']
  /** What was asked, as it is asked now, in the order in which it was. */
  answers: { ask: string; answer: Answer }[]
  was: Verdict
  now: Verdict | null
  /** What this caller was not asked, and would be. */
  question: string | null
}
export type ShownReplay = { counts: Replay['counts']; shown: ShownDifference[]; more: number }

type Row = JudgedRun & { contactId: string; at: Date }
type Asked = { kind: TriageKind; candidate: Protocol; held: Protocol; now: Date }

/** What a candidate would have said of the callers of the last 90 days: of this corporation and this kind. */
export async function replayRuns(
  tx: Tx,
  scope: CorporationScope,
  { kind, candidate, held, now }: Asked,
): Promise<ShownReplay> {
  const since = new Date(now.getTime() - days * 86_400_000)
  const replayed = nothingReplayed()
  const rows = new Map<string, Row>()
  for (let after: string | null = null; ; ) {
    const part = await batchAfter(tx, scope, { kind, since, after })
    const before = replayed.differences.length
    replay(part, candidate, replayed)
    const byId = new Map(part.map((row) => [row.id, row]))
    for (const { run } of replayed.differences.slice(before)) rows.set(run, byId.get(run) as Row)
    if (part.length < batch) break
    after = part.at(-1)?.id ?? null
  }
  const newest = [...replayed.differences].reverse()
  return {
    counts: replayed.counts,
    shown: newest.slice(0, mostShown).map((one) => toShown(one, rows.get(one.run) as Row, [candidate, held])),
    more: Math.max(0, newest.length - mostShown),
  }
}

type Part = { kind: TriageKind; since: Date; after: string | null }

const batchAfter = (tx: Tx, { corporationId }: CorporationScope, { kind, since, after }: Part) =>
  tx.sql<Row>(sql`
    SELECT id, contact_id AS "contactId", started_at AS at, answers, circumstances, verdict FROM triage_run
    WHERE corporation_id = ${corporationId}::int AND kind = ${kind} AND started_at >= ${since}::timestamptz
      AND replaced_at IS NULL AND verdict IS NOT NULL AND (${after}::uuid IS NULL OR id > ${after}::uuid)
    ORDER BY id LIMIT ${batch}::int`)

function toShown(difference: Difference, row: Row, protocols: Protocol[]): ShownDifference {
  const askOf = (id: string) =>
    protocols.map(({ questions }) => entry(questions, id)?.ask).find((ask) => ask !== undefined) ?? '…'
  return {
    id: row.id,
    contactId: row.contactId,
    at: row.at,
    what: difference.what,
    answers: row.verdict.steps.map(({ question, answer }) => ({ ask: askOf(question), answer })),
    was: difference.was,
    now: 'now' in difference ? difference.now : null,
    question: 'question' in difference ? askOf(difference.question) : null,
  }
}

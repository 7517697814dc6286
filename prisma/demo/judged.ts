import type { InHand } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Circumstance } from '#app/triage/circumstances.ts'
import { type Verdict, verdictOf, walk } from '#app/triage/engine.ts'
import { foldQuality } from '#app/triage/fold-quality.ts'
import { foldRun } from '#app/triage/fold-run.ts'
import type { TriageKind } from '#app/triage/kinds.ts'
import { type Answer, type Answers, type End, entry, type Protocol, safeAnswer } from '#app/triage/protocol.ts'
import { pinOf, protocolInForce } from '#app/triage/protocol-in-force.server.ts'
import type { Entry, Override, Written } from '#app/triage/run.ts'

/** How a caller was judged that is told of afterwards. */
export type Judged = {
  contactId: string
  kind: TriageKind
  startedAt: Date
  /** By which their answers are drawn: the same number gives the same answers. */
  draw: number
}

const secondsAnAnswer = 9

/** Judges them on the protocol that holds, answer by answer, as an operator would have. */
export async function judgeOne(tx: SqlRunner, scope: InHand, { contactId, kind, startedAt, draw }: Judged) {
  const held = await protocolInForce(tx, scope, kind)
  const [operator] = await tx.sql<{ id: string }>(sql`
    SELECT account_id AS id FROM desk_member WHERE desk_id = ${scope.deskId}::int AND role = 'operator'
    ORDER BY md5(account_id::text || ${contactId}) LIMIT 1`)
  if (!operator) return
  const { version, baseHash } = pinOf(held)
  const protocol = held.body
  const entries = writtenOf(protocol, draw).map(
    (written, nr): Entry => ({
      ...written,
      at: new Date(startedAt.getTime() + (nr + 1) * secondsAnAnswer * 1000),
      accountId: operator.id,
    }),
  )
  const run = foldRun(entries)
  const quality = foldQuality(entries, run.verdict, protocol)
  const id = uuidV7()
  await tx.sql(sql`
    INSERT INTO triage_run (corporation_id, id, contact_id, kind, version, base_hash, started_at, started_by, answers, circumstances,
      verdict, judged_at, override, overridden_by, read_back_at, corrected, read_back_corrected, safety_lines, safety_read)
    VALUES (${scope.corporationId}::int, ${id}::uuid, ${contactId}::uuid, ${kind}, ${version}::int, ${baseHash}, ${startedAt}::timestamptz,
      ${operator.id}::uuid, ${JSON.stringify(run.answers)}::jsonb, ${run.circumstances}::text[], ${JSON.stringify(run.verdict)}::jsonb,
      ${run.judgedAt}::timestamptz, ${run.override && JSON.stringify(run.override)}::jsonb, ${run.overriddenBy}::uuid,
      ${run.readBackAt}::timestamptz, ${quality.corrected}::text[], ${quality.readBackCorrected}::boolean,
      ${quality.safetyLines}::int, ${quality.safetyRead}::int)`)
  for (const { kind: what, details, at } of entries)
    await tx.sql(sql`
      INSERT INTO triage_entry (corporation_id, id, run_id, at, account_id, kind, details)
      VALUES (${scope.corporationId}::int, ${uuidV7()}::uuid, ${id}::uuid, ${at}::timestamptz, ${operator.id}::uuid, ${what},
        ${JSON.stringify(details)}::jsonb)`)
}

/** All that was written of it: answers, what made it worse, what came of it, and what was said. */
function writtenOf(protocol: Protocol, draw: number): Written[] {
  const answers = drawn(protocol, draw)
  const circumstances = drawnCircumstances(protocol, draw)
  const verdict = verdictOf(protocol, { answers, circumstances })
  if (!verdict) return []
  const override = overrideOf(protocol, verdict, draw)
  const lines = draw % 5 === 0 ? [] : (protocol.ends[verdict.end]?.safety ?? [])
  return [
    ...verdict.steps.map((details): Written => ({ kind: 'answer', details })),
    ...(circumstances.length > 0 ? [{ kind: 'circumstances', details: { circumstances } } satisfies Written] : []),
    { kind: 'verdict', details: { verdict } },
    ...(override ? [{ kind: 'override', details: override } satisfies Written] : []),
    ...lines.map((_, line): Written => ({ kind: 'safety-read', details: { end: verdict.end, line } })),
    ...(draw % 7 === 0 ? [] : [{ kind: 'read-back', details: { state: 'right' } } satisfies Written]),
  ]
}

/** Answers until there is nothing left to ask: most callers are in no danger, and few do not know. */
function drawn(protocol: Protocol, draw: number): Answers {
  let answers: Answers = {}
  for (let nr = 0; ; nr++) {
    const { at, id } = walk(protocol, answers)
    const question = entry(protocol.questions, id)
    if (at !== 'question' || !question) return answers
    const isUnknown = (draw + 2 * nr) % 13 === 12
    const isDangerous = nr > 0 ? (draw + nr) % 3 === 0 : draw % 9 === 8
    const answer: Answer = isUnknown ? 'unknown' : isDangerous ? question.dangerous : safeAnswer(question)
    answers = { ...answers, [id]: answer }
  }
}

const drawnCircumstances = ({ raises }: Protocol, draw: number): Circumstance[] =>
  draw % 6 === 0 ? raises.slice(0, 1) : []

/** What is told to wait a day is often not left so long: that is what a protocol learns from. */
function overrideOf({ ends }: Protocol, { end }: Verdict, draw: number): Override | null {
  const { class: verdictClass, hours } = ends[end] as End
  if (verdictClass === 'urgent' && (hours ?? 0) >= 12 && draw % 3 === 0)
    return { class: 'urgent', hours: 4, direction: 'up', reason: null }
  if (verdictClass === 'urgent' && hours === 2 && draw % 8 === 0)
    return { class: 'urgent', hours: 24, direction: 'down', reason: 'made-safe' }
  return null
}

import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type FilledPart, fillValues } from '#app/reference-values/fill-values.ts'
import { readValuesNow, type ShownValues } from '#app/reference-values/read-values.server.ts'
import { costsOf } from './costs-of.ts'
import { walk } from './engine.ts'
import { hashOf } from './hash-of.ts'
import { type End, entry } from './protocol.ts'
import { textOfEnd } from './protocol-texts.ts'
import { currentRun, type KeptRun, readRuns } from './read-runs.server.ts'
import type { Entry } from './run.ts'
import type { RunProgress, ShownChange, ShownQuestion, ShownRun, ShownVerdict } from './shown-run.ts'

type Of = { corporationId: number }
type Asked = { contactId: string; now: Date }
type Fill = (text: string) => FilledPart[]

/** What a contact was judged on, the one that holds first, with today's numbers and amounts. */
export async function loadRuns(tx: SqlRunner, scope: Of & { accountId: string | null }, { contactId, now }: Asked) {
  const runs = await readRuns(tx, scope, contactId)
  if (runs.length === 0) return []
  const values = await readValuesNow(tx, scope, now)
  const fill: Fill = (text) => fillValues(text, values)
  const shown: ShownRun[] = []
  for (const run of runs) shown.push(shownRun(run, fill, await isConcept(tx, scope, run)))
  return shown
}

/** How far a run is now: enough to go on with, without loading its contact again. */
export async function progressOf(tx: SqlRunner, scope: Of & { accountId: string }, run: KeptRun): Promise<RunProgress> {
  const values = await readValuesNow(tx, scope, new Date())
  return progress(run, (text) => fillValues(text, values), await isConcept(tx, scope, run))
}

/** What the end of a run tells of money, by the key of its value. */
export async function amountsOf(
  tx: SqlRunner,
  scope: Of & { accountId: string },
  contactId: string,
): Promise<Record<string, string>> {
  const run = currentRun(await readRuns(tx, scope, contactId))
  const end = run?.verdict && entry(run.protocol.ends, run.verdict.end)
  if (!end) return {}
  const values: ShownValues = await readValuesNow(tx, scope, new Date())
  const parts = [end.say, ...end.safety].flatMap((text) => fillValues(text, values))
  return Object.fromEntries(parts.flatMap((part) => (part.kind === 'amount' ? [[part.key, part.text]] : [])))
}

/** Whether nobody of the corporation approved how the end of a run is said. */
async function isConcept(tx: SqlRunner, { corporationId }: Of, { kind, protocol, verdict }: KeptRun) {
  const end = verdict && entry(protocol.ends, verdict.end)
  if (!end) return false
  const approved = await tx.sql(sql`
    SELECT FROM text_approval WHERE corporation_id = ${corporationId}::int AND kind = ${kind}
      AND text_hash = ${hashOf(textOfEnd(end))}`)
  return approved.length === 0
}

function shownRun(run: KeptRun, fill: Fill, isConceptText: boolean): ShownRun {
  const { kind, version, startedAt, starter, replacedAt, readBackAt, ringBackAt, rungBackAt } = run
  return {
    ...progress(run, fill, isConceptText),
    ...{ kind, version, startedAt, starter, replacedAt, readBackAt, ringBackAt, rungBackAt },
    raises: run.protocol.raises,
    readBack: shownReadBack(run),
    changes: correctedAnswers(run, fill),
  }
}

function progress(run: KeptRun, fill: Fill, isConceptText: boolean): RunProgress {
  const { id, protocol, circumstances, entries } = run
  const walked = walk(protocol, run.answers)
  return {
    ...{ id, entryCount: entries.length, circumstances },
    steps: walked.steps.map(({ question, answer }) => ({ ...shownQuestion(run, question, fill), answer })),
    asking: walked.at === 'question' ? shownQuestion(run, walked.id, fill) : null,
    verdict: shownVerdict(run, fill, isConceptText),
  }
}

function shownQuestion({ protocol }: KeptRun, id: string, fill: Fill): ShownQuestion {
  const { ask = '', why = '' } = entry(protocol.questions, id) ?? {}
  return { id, ask: fill(ask), why: fill(why) }
}

function shownVerdict(run: KeptRun, fill: Fill, isConceptText: boolean): ShownVerdict | null {
  const { verdict, protocol, override, overrider, entries } = run
  const end = verdict && entry(protocol.ends, verdict.end)
  if (!verdict || !end) return null
  const costs = costsOf(entries, end)
  const words = entries.findLast(({ kind }) => kind === 'override')?.words ?? ''
  return {
    ...{ class: verdict.class, hours: verdict.hours, rule: verdict.rule, raisedBy: verdict.raisedBy },
    holds: { class: (override ?? verdict).class, hours: (override ?? verdict).hours },
    override: override && { ...override, by: overrider, words },
    ...saidOf(end, fill),
    safety: end.safety.map((text, line) => ({ text: fill(text), isRead: wasRead(entries, verdict.end, line) })),
    ...{ trades: end.trades, ringBackMinutes: end.ringBackMinutes },
    isOwnAccount: end.isOwnAccount && (override === null || override.class === 'urgent'),
    costsAgreed: costs ? costs.details.agreed : null,
    isConcept: isConceptText,
  }
}

const saidOf = ({ because, say, worse }: End, fill: Fill) => ({
  because: fill(because),
  say: fill(say),
  worse: fill(worse),
})

const wasRead = (entries: KeptRun['entries'], end: string, line: number) =>
  entries.some((one) => one.kind === 'safety-read' && one.details.end === end && one.details.line === line)

const lastOf = <Kind extends Entry['kind']>(entries: KeptRun['entries'], kind: Kind) =>
  entries.findLast((one) => one.kind === kind) as Extract<KeptRun['entries'][number], { kind: Kind }> | undefined

function shownReadBack({ entries, readBackAt }: KeptRun): ShownRun['readBack'] {
  const last = lastOf(entries, 'read-back')
  if (!readBackAt || !last) return null
  const before = entries.findLast((one) => one.kind === 'read-back' && one.details.state === 'read')
  const isCorrected = last.details.state === 'corrected'
  return { isCorrected, text: last.words, before: isCorrected ? (before?.words ?? '') : '' }
}

/** What was answered before it was answered otherwise, in order. */
function correctedAnswers(run: KeptRun, fill: Fill): ShownChange[] {
  const given = run.entries.flatMap((one) => (one.kind === 'answer' ? [one] : []))
  return given.flatMap(({ details: { question, answer }, at, who }, index) =>
    given.slice(index + 1).some((later) => later.details.question === question)
      ? [{ ask: shownQuestion(run, question, fill).ask, answer, at, who }]
      : [],
  )
}

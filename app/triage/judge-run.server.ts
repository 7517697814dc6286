import type { SqlRunner } from '#app/core/sql.ts'
import { canonical } from './canonical.ts'
import { circumstances as allCircumstances, type Circumstance } from './circumstances.ts'
import { costsOf } from './costs-of.ts'
import { verdictOf, walk } from './engine.ts'
import { type Answer, entry, type VerdictClass } from './protocol.ts'
import { currentRun, type KeptRun, readRuns } from './read-runs.server.ts'
import type { Override, OverrideReason, ReadBackState } from './run.ts'
import { isAsSeen, type SeenRun } from './seen-run.ts'
import { isLessUrgent, rankOf } from './urgency.ts'
import { type AtRun, type NewEntry, writeEntries } from './write-entries.server.ts'

/** Why nothing was written; `errors` by the field of the form. */
type Refused = { ok: false; reason: string; errors?: Record<string, string> }
export type Changed = { ok: true; run: KeptRun } | Refused

/** `seen`: what stood on the screen; without it there is no telling. */
type OfContact = { contactId: string; seen?: SeenRun | null }

/** Writes what `added` finds to write of the run that holds, while it is still what was seen. */
async function change(
  tx: SqlRunner,
  actor: AtRun,
  { contactId, seen, added }: OfContact & { added: (run: KeptRun) => readonly NewEntry[] | Refused },
): Promise<Changed> {
  const run = currentRun(await readRuns(tx, actor, contactId))
  if (!run) return { ok: false, reason: 'not-judged' }
  if (seen && !isAsSeen(run, seen)) return { ok: false, reason: 'judged-otherwise' }
  const entries = added(run)
  if ('reason' in entries) return entries
  return { ok: true, run: await writeEntries(tx, actor, { run, added: entries }) }
}

/** With what follows from it, when the protocol says something else now. */
function withVerdict(run: KeptRun, first: NewEntry): NewEntry[] {
  const answers =
    first.kind === 'answer' ? { ...run.answers, [first.details.question]: first.details.answer } : run.answers
  const circumstances = first.kind === 'circumstances' ? first.details.circumstances : run.circumstances
  const verdict = verdictOf(run.protocol, { answers, circumstances })
  const isSame = canonical(verdict) === canonical(run.verdict)
  return isSame ? [first] : [first, { kind: 'verdict', details: { verdict } }]
}

/** An answer to what is asked now, or another one to what was asked on the way to it. */
export function answerQuestion(
  tx: SqlRunner,
  actor: AtRun,
  { question, answer, ...of }: OfContact & { question: string; answer: Answer },
) {
  return change(tx, actor, {
    ...of,
    added: (run) => {
      const { steps, at, id } = walk(run.protocol, run.answers)
      const wasAsked = steps.some((step) => step.question === question)
      if (!wasAsked && (at !== 'question' || id !== question)) return { ok: false, reason: 'not-asked' }
      if (entry(run.answers, question) === answer) return []
      return withVerdict(run, { kind: 'answer', details: { question, answer } })
    },
  })
}

/** That a circumstance holds for this caller, or does not. */
export function setCircumstance(
  tx: SqlRunner,
  actor: AtRun,
  { circumstance, holds, ...of }: OfContact & { circumstance: Circumstance; holds: boolean },
) {
  return change(tx, actor, {
    ...of,
    added: (run) => {
      if (run.circumstances.includes(circumstance) === holds) return []
      const circumstances = allCircumstances.filter((each) =>
        each === circumstance ? holds : run.circumstances.includes(each),
      )
      return withVerdict(run, { kind: 'circumstances', details: { circumstances } })
    },
  })
}

type Overriding = OfContact & {
  verdictClass: VerdictClass
  hours: number | null
  reason: OverrideReason | null
  words: string
}

/** More urgent than the protocol says is free; less urgent has a reason. As the protocol says takes it back. */
export function overrideVerdict(tx: SqlRunner, actor: AtRun, input: Overriding) {
  const { contactId, seen, verdictClass, words, reason } = input
  return change(tx, actor, {
    contactId,
    seen,
    added: ({ verdict, override: before, entries }) => {
      if (!verdict) return { ok: false, reason: 'not-judged' }
      const hours = hoursOf(input)
      const to = { class: verdictClass, hours }
      const isDown = isLessUrgent(to, verdict)
      if (isDown && !reason) return refuse('reason', 'reason-required')
      if (isDown && reason === 'otherwise' && words === '') return refuse('words', 'words-required')
      const override: Override = { ...to, direction: isDown ? 'down' : 'up', reason: isDown ? reason : null }
      const isSame = rankOf(to) === rankOf(before ?? verdict) && override.reason === (before?.reason ?? null)
      const last = entries.findLast(({ kind }) => kind === 'override')
      // What was typed with it is kept, also when it changes nothing.
      return isSame && (words === '' || words === last?.words) ? [] : [{ kind: 'override', details: override, words }]
    },
  })
}

const refuse = (field: string, code: string): Refused => ({ ok: false, reason: 'invalid', errors: { [field]: code } })

/** Only of what somebody comes for within hours. */
const hoursOf = ({ verdictClass, hours }: Overriding): number | null =>
  verdictClass === 'urgent' ? (hours ?? 2) : null

/** What of a run is as it stands: told, once each. */
export function readSafetyLine(tx: SqlRunner, actor: AtRun, { line, ...of }: OfContact & { line: number }) {
  return change(tx, actor, {
    ...of,
    added: (run) => {
      const end = run.verdict && entry(run.protocol.ends, run.verdict.end)
      if (!run.verdict || !end || line >= end.safety.length) return { ok: false, reason: 'not-asked' }
      const details = { end: run.verdict.end, line }
      const isRead = run.entries.some(
        (one) => one.kind === 'safety-read' && canonical(one.details) === canonical(details),
      )
      return isRead ? [] : [{ kind: 'safety-read', details }]
    },
  })
}

/** What it costs was told, and this is what they said; anew when they think better of it. */
export function agreeCosts(
  tx: SqlRunner,
  actor: AtRun,
  { agreed, amounts, ...of }: OfContact & { agreed: boolean; amounts: Record<string, string> },
) {
  return change(tx, actor, {
    ...of,
    added: ({ verdict, protocol, entries }) => {
      const end = verdict && entry(protocol.ends, verdict.end)
      if (!end) return { ok: false, reason: 'not-judged' }
      const said = { agreed, amounts }
      const last = costsOf(entries, end)
      return last && canonical(last.details) === canonical(said) ? [] : [{ kind: 'costs-agreed', details: said }]
    },
  })
}

/** They hang up and are rung outside after the minutes of the verdict. */
export const promiseOutside = (tx: SqlRunner, actor: AtRun, of: OfContact) =>
  change(tx, actor, {
    ...of,
    added: ({ verdict, protocol }) => {
      const minutes = verdict && entry(protocol.ends, verdict.end)?.ringBackMinutes
      return minutes ? [{ kind: 'ring-back', details: { minutes } }] : { ok: false, reason: 'not-asked' }
    },
  })

/** They were reached there. */
export const noteRungBack = (tx: SqlRunner, actor: AtRun, of: OfContact) =>
  change(tx, actor, {
    ...of,
    added: ({ ringBackAt, rungBackAt }) => (ringBackAt && !rungBackAt ? [{ kind: 'rung-back', details: {} }] : []),
  })

/** What was read back to them, and whether it was right; of what was not both texts are kept. */
export function readBackTo(
  tx: SqlRunner,
  actor: AtRun,
  { read, corrected, ...of }: OfContact & { read: string; corrected: string },
) {
  return change(tx, actor, {
    ...of,
    added: ({ verdict, readBackAt, entries }) => {
      if (!verdict) return { ok: false, reason: 'not-judged' }
      const isRight = corrected === '' || corrected === read
      const last = entries.findLast(({ kind }) => kind === 'read-back')
      if (readBackAt && last?.words === (isRight ? read : corrected)) return []
      const readBack = (state: ReadBackState, words: string): NewEntry => ({
        kind: 'read-back',
        details: { state },
        words,
      })
      return isRight ? [readBack('right', read)] : [readBack('read', read), readBack('corrected', corrected)]
    },
  })
}

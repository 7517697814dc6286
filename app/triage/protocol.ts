import { z } from 'zod'
import { circumstances } from './circumstances.ts'
import { triageKinds } from './kinds.ts'

/** A caller says yes or no. Who does not know is helped as if they had given the dangerous answer. */
export const answers = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof answers)[number]
/** What was answered, by the question. */
export type Answers = Readonly<Record<string, Answer>>

/**
 * How fast somebody is helped, most urgent first. `danger`: now, the emergency services or whoever holds them on the line.
 * `urgent`: somebody is there within the hours that the end says. `working-day`: the corporation, when it is open again.
 * `none`: there is nothing to do for the corporation.
 */
export const verdictClasses = ['danger', 'urgent', 'working-day', 'none'] as const
export type VerdictClass = (typeof verdictClasses)[number]

/** Whom a corporation sends. */
export const trades = [
  'plumber',
  'heating-engineer',
  'electrician',
  'roofer',
  'carpenter',
  'glazier',
  'locksmith',
  'drain-cleaner',
  'lift-engineer',
  'asbestos-specialist',
  'fire-safety-engineer',
  'salvage',
  'duty-officer',
] as const
export type Trade = (typeof trades)[number]

/** Most that one protocol asks in all, and on one way through it: somebody is on the line, and all ways are tried before it is published. */
export const mostQuestions = 16
export const mostOnOneWay = 6

/** More entries than that nobody wrote by hand: what is refused here need not be looked at. */
const mostEntries = 200

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const id = z.string().max(60).regex(idPattern)
const line = z.string().trim().max(400)
const paragraph = z.string().trim().max(1_500)
const entriesOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.record(id, schema).refine((entries) => Object.keys(entries).length <= mostEntries)

export const questionSchema = z.strictObject({
  /** As it is said to the caller. */
  ask: line,
  /** Why it is asked, for whoever asks it. */
  why: line,
  /** Which answer is the dangerous one; "unknown" goes the same way. */
  dangerous: z.enum(['yes', 'no']),
  /** The question or the end that follows. */
  yes: id,
  no: id,
})
export type Question = z.output<typeof questionSchema>

export const endSchema = z.strictObject({
  /** Its number among the ends of this protocol, by which people name it: it stays when others go. */
  rule: z.number().int().min(1).max(99),
  class: z.enum(verdictClasses),
  /** Within how many hours somebody is there. With `urgent` always; with `danger` when somebody comes once it is safe. */
  hours: z.number().int().min(1).max(72).nullable(),
  /** Who is sent. */
  trades: z.array(z.enum(trades)).max(4),
  /** Goes on after "want": "het water stopt niet als u de kraan dichtdraait". */
  because: line,
  /** What happens next, as it is said to the caller. */
  say: paragraph,
  /** What the caller does now, each read out and ticked. */
  safety: z.array(line).max(8),
  /** What would make it urgent, or worse: then they ring again at once. */
  worse: line,
  /** They hang up and go outside; they are rung there after so many minutes. */
  ringBackMinutes: z.number().int().min(1).max(30).nullable(),
  /** They pay it themselves: what it costs is said, and agreed to, before anybody is sent. */
  isOwnAccount: z.boolean(),
  /** The end in its place when a circumstance makes it worse. */
  raised: id.nullable(),
})
export type End = z.output<typeof endSchema>

export const exampleSchema = z.strictObject({
  /** What this caller tells, in a sentence. */
  title: line,
  answers: z.record(id, z.enum(answers)),
  circumstances: z.array(z.enum(circumstances)),
  end: id,
})
export type Example = z.output<typeof exampleSchema>

/** How one kind of trouble is judged: from `start`, each question leads to another or to an end. Texts may hold `{values}`. */
export const protocolSchema = z.strictObject({
  format: z.literal(1),
  kind: z.enum(triageKinds),
  /** How callers call it. */
  words: z.array(z.string().trim().min(1).max(60)).max(60),
  start: id,
  questions: entriesOf(questionSchema),
  ends: entriesOf(endSchema),
  /** What of the circumstances makes it worse. */
  raises: z.array(z.enum(circumstances)),
  examples: entriesOf(exampleSchema),
})
export type Protocol = z.output<typeof protocolSchema>

/** The answer that leads the other way than the dangerous one. */
export const safeAnswer = ({ dangerous }: Pick<Question, 'dangerous'>) => (dangerous === 'yes' ? 'no' : 'yes')

/** Where an answer leads. */
export const next = (question: Question, answer: Answer): string =>
  question[answer === 'unknown' ? question.dangerous : answer]

/** The entry of this name; names come from people, and `constructor` is none of theirs. */
export const entry = <Entry>(entries: Readonly<Record<string, Entry>>, name: string): Entry | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined

/** What was answered to a question; undefined also when that is no answer. */
export function answerTo(given: Answers, question: string): Answer | undefined {
  const answer = entry(given, question)
  return answer !== undefined && answers.includes(answer) ? answer : undefined
}

import type { z } from 'zod'
import type { FormFields } from '#app/core/form-fields.ts'
import {
  type End,
  type Example,
  endSchema,
  exampleSchema,
  protocolSchema,
  type Question,
  questionSchema,
} from '#app/triage/protocol.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import type { PartPlace } from './patch.ts'

/** What was filled in at a place, as it would stand there; with what is wrong with it, by field. */
export type ReadPart = { after: unknown; errors: Record<string, string> }

const textOf = (form: FormFields, name: string) => String(form.get(name) ?? '').trim()
const linesOf = (form: FormFields, name: string) =>
  textOf(form, name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const numberOf = (form: FormFields, name: string) => (textOf(form, name) === '' ? null : Number(textOf(form, name)))
const allOf = (form: FormFields, name: string) => form.getAll(name).map(String)

/** Reads the form of the place. `rule`: the number an end keeps. */
export function readPart(place: PartPlace, form: FormFields, rule: number): ReadPart {
  if (place.startsWith('questions.')) return read(questionSchema, questionIn(form))
  if (place.startsWith('ends.')) return read(endSchema, endIn(form, rule))
  if (place.startsWith('examples.')) return read(exampleSchema, exampleIn(form))
  if (place === 'words') return read(protocolSchema.shape.words, linesOf(form, 'words'), 'words')
  if (place === 'raises') return read(protocolSchema.shape.raises, allOf(form, 'raises[]'), 'raises')
  return read(protocolSchema.shape.start, textOf(form, 'start'), 'start')
}

const questionIn = (form: FormFields) => ({
  ask: textOf(form, 'ask'),
  why: textOf(form, 'why'),
  dangerous: textOf(form, 'dangerous'),
  yes: textOf(form, 'yes'),
  no: textOf(form, 'no'),
})

const endIn = (form: FormFields, rule: number) => ({
  rule,
  class: textOf(form, 'class'),
  hours: numberOf(form, 'hours'),
  trades: allOf(form, 'trades[]'),
  because: textOf(form, 'because'),
  say: textOf(form, 'say'),
  safety: linesOf(form, 'safety'),
  worse: textOf(form, 'worse'),
  ringBackMinutes: numberOf(form, 'ringBackMinutes'),
  isOwnAccount: form.has('isOwnAccount'),
  raised: textOf(form, 'raised') || null,
})

const answerField = 'answer-'

function exampleIn(form: FormFields) {
  const answered = [...form.keys()]
    .filter((name) => name.startsWith(answerField) && textOf(form, name) !== '')
    .map((name) => [name.slice(answerField.length), textOf(form, name)])
  return {
    title: textOf(form, 'title'),
    answers: Object.fromEntries(answered),
    circumstances: allOf(form, 'circumstances[]'),
    end: textOf(form, 'end'),
  }
}

function read(schema: z.ZodType, after: Question | End | Example | unknown, whole?: string): ReadPart {
  const result = schema.safeParse(after)
  const errors: Record<string, string> = {}
  for (const { path, code } of result.success ? [] : result.error.issues)
    errors[whole ?? String(path[0])] ??= code === 'too_big' ? 'too-long' : 'other'
  for (const [field, text] of textsIn(after, whole)) if (!holdsNoBsn(text)) errors[field] ??= 'bsn'
  return { after: result.success ? result.data : after, errors }
}

const textsIn = (after: unknown, whole = ''): [string, string][] => {
  if (typeof after !== 'object' || after === null) return []
  if (Array.isArray(after)) return after.map((text): [string, string] => [whole, String(text)])
  return Object.entries(after).flatMap(([field, value]): [string, string][] =>
    typeof value === 'string' ? [[field, value]] : Array.isArray(value) ? [[field, value.join('\n')]] : [],
  )
}

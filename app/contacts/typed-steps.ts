import type { DraftFields } from '#app/claims/draft-fields.ts'

/** The fields of the steps in which somebody writes. What was refused without script stands in the draft as `place.place` and comes back from there. */
const typedFields = {
  number: ['phone'],
  place: ['place'],
  urgency: ['urgency', 'reason', 'words'],
  offer: ['to', 'note'],
  override: ['verdictClass', 'hours', 'reason', 'words'],
  'read-back': ['corrected'],
} as const
export type TypedStep = keyof typeof typedFields
export type Typed = Partial<Record<string, string>>
export type TypedSteps = Partial<Record<TypedStep, Typed>>

export const isTypedStep = (step: string): step is TypedStep => Object.hasOwn(typedFields, step)

const chosen = new Set(['urgency', 'reason', 'to', 'verdictClass', 'hours'])

/** Whether the field of a draft is one of a step, and written in free words. */
export function isWrittenInStep(name: string): boolean {
  const [step = '', field] = name.split('.')
  return field !== undefined && isTypedStep(step) && !chosen.has(field)
}

/** What a form of the step holds, under the names that it has in a draft. */
export const inDraft = (step: TypedStep, fields: DraftFields): DraftFields =>
  Object.fromEntries(typedFields[step].flatMap((name) => (fields[name] ? [[`${step}.${name}`, fields[name]]] : [])))

/** A draft without what stands there of the step; null when nothing does. */
export function withoutStep(step: TypedStep, fields: DraftFields): DraftFields | null {
  const rest = Object.entries(fields).filter(([name]) => !name.startsWith(`${step}.`))
  return rest.length === Object.keys(fields).length ? null : Object.fromEntries(rest)
}

/** What stands in a draft of each step. */
export function typedIn(fields: DraftFields): TypedSteps {
  const steps: TypedSteps = {}
  for (const [name, [value]] of Object.entries(fields)) {
    const [step = '', field] = name.split('.')
    if (field !== undefined && isTypedStep(step)) steps[step] = { ...steps[step], [field]: value }
  }
  return steps
}

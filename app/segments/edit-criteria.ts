import { type Criteria, isRule, operatorOf, type Rule, rulesOf, valueSchema } from './criteria.ts'
import type { Operator, RuleValue, ValueKind } from './field.ts'
import { type FieldName, fieldOf } from './fields.ts'

/** From the root down: which child each time. The child of a "not" is 0. */
export type Path = readonly number[]
export type Group = { all: Criteria[] } | { any: Criteria[] }

export const isGroup = (criteria: Criteria): criteria is Group => 'all' in criteria || 'any' in criteria
export const partsOf = (group: Group) => ('all' in group ? group.all : group.any)
export const withParts = (group: Group, parts: Criteria[]): Group => ('all' in group ? { all: parts } : { any: parts })
/** And becomes or, or becomes and. */
export const turned = (group: Group): Group => ('all' in group ? { any: group.all } : { all: group.any })
/** What the builder shows is always a group at the root. */
export const asGroup = (criteria: Criteria): Group => (isGroup(criteria) ? criteria : { all: [criteria] })

/** The same selection without "not not", so that what a "not" holds is a rule or a group. */
export function withoutDoubleNot(criteria: Criteria): Criteria {
  if (isRule(criteria)) return criteria
  if (isGroup(criteria)) return withParts(criteria, partsOf(criteria).map(withoutDoubleNot))
  const inner = withoutDoubleNot(criteria.not)
  return 'not' in inner ? inner.not : { not: inner }
}

/** The tree with one part changed; `null` takes it out, and with it a "not" around it. */
export function changeAt(criteria: Criteria, path: Path, change: (part: Criteria) => Criteria | null): Criteria | null {
  const [step, ...rest] = path
  if (step === undefined) return change(criteria)
  if (isRule(criteria)) return criteria
  if ('not' in criteria) {
    const inner = changeAt(criteria.not, rest, change)
    return inner && { not: inner }
  }
  const parts = partsOf(criteria).flatMap((part, index) =>
    index === step ? (changeAt(part, rest, change) ?? []) : [part],
  )
  return withParts(criteria, parts)
}

/** A rule as it stands when it has just been chosen: with its initial value, or still to be filled in. */
export function newRule(field: FieldName, operator = Object.keys(fieldOf(field).operators)[0] ?? ''): Rule {
  const value = defaultValue(operatorOf({ field, operator })?.value)
  return value === undefined ? { field, operator } : { field, operator, value }
}

function defaultValue(value: ValueKind | undefined): RuleValue {
  if (value?.kind === 'number' || value?.kind === 'numbers') return value.initial
  if (value?.kind === 'date') return ''
  if (value?.kind === 'dates') return { from: '', to: '' }
  return value?.kind === 'choices' ? [] : undefined
}

export const isComplete = (rule: Rule) => problemOf(rule) === null

/** What is not right yet about the value, as a message key, or null. */
export function problemOf(rule: Rule): string | null {
  const operator: Operator | undefined = operatorOf(rule)
  if (!operator) return 'required'
  const { error } = valueSchema(operator.value).safeParse(rule.value)
  return error ? (error.issues[0]?.message ?? 'required') : null
}

/** Rules that are still being filled in, from left to right; each field once. */
export const unfinishedFields = (criteria: Criteria): FieldName[] => [
  ...new Set(rulesOf(criteria).flatMap((rule) => (isComplete(rule) ? [] : [rule.field]))),
]

/** Without rules that are still being filled in, and groups left empty by that: what can be counted now. */
export function finished(criteria: Criteria): Group {
  const kept = prune(criteria)
  return kept ? asGroup(kept) : { all: [] }
}

function prune(criteria: Criteria): Criteria | null {
  if (isRule(criteria)) return isComplete(criteria) ? criteria : null
  if ('not' in criteria) {
    const inner = prune(criteria.not)
    return inner && { not: inner }
  }
  const parts = partsOf(criteria).flatMap((part) => prune(part) ?? [])
  return parts.length === 0 ? null : withParts(criteria, parts)
}

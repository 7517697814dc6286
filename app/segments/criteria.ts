import { z } from 'zod'
import type { RuleValue, ValueKind } from './field.ts'
import { type FieldName, fieldNames, fieldOf } from './fields.ts'

/** Whom to call: all / any / not over rules. An empty `all` is everybody, an empty `any` nobody. */
export type Criteria = { all: Criteria[] } | { any: Criteria[] } | { not: Criteria } | Rule
export type Rule = { field: FieldName; operator: string; value?: RuleValue }

const limits = { depth: 8, parts: 200, choices: 500, choiceLength: 100 }

const date = z.iso.date('date')
const choice = z
  .string()
  .min(1, 'required')
  .max(limits.choiceLength, 'too-long')
  // PostgreSQL cannot hold it.
  .refine((text) => !text.includes('\0'), 'wrong-value')

/** What may be filled in for a kind of value; errors are message keys. */
export function valueSchema(value: ValueKind): z.ZodType {
  switch (value.kind) {
    case 'none':
      return z.undefined()
    case 'number':
      return numberWithin(value)
    case 'numbers':
      return z.strictObject({ from: numberWithin(value), to: numberWithin(value) }).refine(isInOrder, 'wrong-order')
    case 'date':
      return date
    case 'dates':
      return z.strictObject({ from: date, to: date }).refine(isInOrder, 'wrong-order')
    case 'choices':
      return z.array(choice).min(1, 'required').max(limits.choices, 'too-many')
  }
}

const numberWithin = ({ min, max }: { min: number; max: number }) =>
  z.number('number').int('number').min(min, 'too-low').max(max, 'too-high')
const isInOrder = <T extends number | string>({ from, to }: { from: T; to: T }) => from <= to

const rule = z
  .strictObject({ field: z.enum(fieldNames), operator: z.string(), value: z.unknown().optional() })
  .superRefine((input, context) => {
    const operator = operatorOf(input)
    if (!operator) context.addIssue({ code: 'custom', message: 'unknown-operator' })
    else if (!valueSchema(operator.value).safeParse(input.value).success)
      context.addIssue({ code: 'custom', message: 'wrong-value' })
  })

const startedRule = z
  .strictObject({ field: z.enum(fieldNames), operator: z.string(), value: z.unknown().optional() })
  .refine((input) => operatorOf(input) !== undefined, 'unknown-operator')

function treeOf(leaf: z.ZodType): z.ZodType<Criteria> {
  const tree: z.ZodType<Criteria> = z.lazy(() =>
    z.union([
      z.strictObject({ all: z.array(tree) }),
      z.strictObject({ any: z.array(tree) }),
      z.strictObject({ not: tree }),
      leaf as z.ZodType<Rule>,
    ]),
  )
  return tree
}

const node = treeOf(rule)
const startedNode = treeOf(startedRule)

/** Looked at before anything descends into it, so that a hostile tree costs nothing. */
export const criteriaSchema: z.ZodType<Criteria> = z.unknown().refine(isWithinLimits, 'criteria-too-large').pipe(node)

export type ParsedCriteria =
  | { ok: true; criteria: Criteria }
  | { ok: false; reason: 'criteria-too-large' | 'criteria-invalid' }

export function parseCriteria(input: unknown): ParsedCriteria {
  if (!isWithinLimits(input)) return { ok: false, reason: 'criteria-too-large' }
  const { success, data } = node.safeParse(input)
  return success ? { ok: true, criteria: data } : { ok: false, reason: 'criteria-invalid' }
}

/** A tree of which only the values of rules are not right yet, as while somebody is still filling them in. */
export const isUnfinished = (input: unknown) => isWithinLimits(input) && startedNode.safeParse(input).success

function isWithinLimits(input: unknown): boolean {
  let parts = 0
  const waiting: { part: unknown; depth: number }[] = [{ part: input, depth: 1 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (++parts > limits.parts || next.depth > limits.depth) return false
    for (const part of children(next.part)) waiting.push({ part, depth: next.depth + 1 })
  }
  return true
}

function children(part: unknown): readonly unknown[] {
  if (typeof part !== 'object' || part === null) return []
  if ('all' in part && Array.isArray(part.all)) return part.all
  if ('any' in part && Array.isArray(part.any)) return part.any
  return 'not' in part ? [part.not] : []
}

export const isRule = (criteria: Criteria): criteria is Rule => 'field' in criteria

export const operatorOf = ({ field, operator }: { field: FieldName; operator: string }) => {
  const { operators } = fieldOf(field)
  return Object.hasOwn(operators, operator) ? operators[operator] : undefined
}

/** Every rule of the tree, from left to right. */
export function rulesOf(criteria: Criteria): Rule[] {
  if (isRule(criteria)) return [criteria]
  return (children(criteria) as Criteria[]).flatMap(rulesOf)
}

/** The parts that are added one by one in the funnel: those of the outermost "all", else the whole as one. */
export const stepsOf = (criteria: Criteria): Criteria[] => ('all' in criteria ? criteria.all : [criteria])

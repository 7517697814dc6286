import { type Criteria, isRule, operatorOf } from '#app/segments/criteria.ts'
import type { Asking, TenantFacts } from '#app/segments/field.ts'

/** Whether a tenant matches, from facts in memory: the same answer as the SQL. */
export function holds(criteria: Criteria, facts: TenantFacts, asking: Asking): boolean {
  if (isRule(criteria)) return operatorOf(criteria)?.holds(criteria.value as never, facts, asking) ?? false
  if ('not' in criteria) return !holds(criteria.not, facts, asking)
  if ('all' in criteria) return criteria.all.every((part) => holds(part, facts, asking))
  return criteria.any.some((part) => holds(part, facts, asking))
}

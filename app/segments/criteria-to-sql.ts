import { joinSql, type SqlPart, sql } from '#app/core/sql.ts'
import { type Criteria, isRule, operatorOf, rulesOf } from './criteria.ts'
import type { Asking, Field } from './field.ts'
import { fieldOf } from './fields.ts'

/**
 * The condition under which a tenant matches, over the aliases t, h and c (see `joinsOf`). Values become parameters,
 * columns come from the fields. An unknown value makes a rule not hold, and "not" takes exactly the others.
 */
export function criteriaToSql(criteria: Criteria, asking: Asking): SqlPart {
  if (isRule(criteria)) {
    const operator = operatorOf(criteria)
    if (!operator) throw new Error(`No operator ${criteria.operator} for ${criteria.field}: the tree was not checked.`)
    return operator.sql(criteria.value as never, asking)
  }
  if ('not' in criteria) return sql`(${criteriaToSql(criteria.not, asking)}) IS NOT TRUE`
  const isAll = 'all' in criteria
  const parts = (isAll ? criteria.all : criteria.any).map((part) => criteriaToSql(part, asking))
  if (parts.length === 0) return isAll ? sql`TRUE` : sql`FALSE`
  return parts.length === 1 ? (parts[0] as SqlPart) : sql`(${joinSql(parts, isAll ? ' AND ' : ' OR ')})`
}

const joins: Record<NonNullable<Field['joins']>, SqlPart> = {
  home: sql` LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id`,
  circumstance: sql` LEFT JOIN tenant_circumstance c ON c.corporation_id = t.corporation_id AND c.tenant_id = t.id`,
}

/** The tables beside the tenant that these criteria read, and no others: a join costs. */
export function joinsOf(criteria: Criteria, also: readonly Field['joins'][] = []): SqlPart {
  const needed = new Set([...rulesOf(criteria).map(({ field }) => fieldOf(field).joins), ...also])
  return joinSql(
    [...needed]
      .filter((join) => join !== undefined)
      .sort()
      .map((join) => joins[join]),
    '\n',
  )
}

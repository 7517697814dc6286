import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Criteria } from './criteria.ts'
import { decodeCriteria } from './encode-criteria.ts'
import { refusalOf } from './selection.server.ts'

export type CriteriaFromUrl = {
  criteria: Criteria
  problem: 'criteria-invalid' | 'criteria-unfinished' | 'criteria-too-large' | 'circumstances-not-permitted' | null
}

/** The criteria in an address. Those that cannot be read, or not by this colleague, are everybody with the reason why. */
export function criteriaFromUrl(actor: Actor, request: Request): CriteriaFromUrl {
  const text = new URL(request.url).searchParams.get('criteria')
  const parsed = text ? decodeCriteria(text) : { ok: true as const, criteria: { all: [] } }
  if (!parsed.ok) return { criteria: { all: [] }, problem: parsed.reason }
  const refused = refusalOf(actor, parsed.criteria)
  return refused ? { criteria: { all: [] }, problem: refused.reason } : { criteria: parsed.criteria, problem: null }
}

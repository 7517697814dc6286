import type { CorporationScope } from '#app/core/scope.server.ts'
import { joinSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { isListed } from '#app/tenants/contact-rule.ts'
import { type Criteria, stepsOf } from './criteria.ts'
import { criteriaToSql, joinsOf } from './criteria-to-sql.ts'
import { exclusionReasons, rankOf } from './exclusions.ts'
import { matchedTenants, type Selecting } from './matched-tenants.ts'
import type { HomeCounts, SelectionCounts } from './selection-counts.ts'

export type CountOptions = { today: string; timeZone?: string; campaignId?: string | null; restDays?: number }

/** The whole funnel. Two statements; ask `countHomes` when the way there does not matter. */
export async function countSelection(
  tx: SqlRunner,
  scope: CorporationScope,
  { criteria, options }: { criteria: Criteria; options: CountOptions },
): Promise<SelectionCounts> {
  const counts = await countHomes(tx, scope, { criteria, options })
  const [tenants = 0, ...before] = await countSteps(tx, selecting(scope, criteria, options))
  const steps = stepsOf(criteria).map((_, step) => ({ step, matched: before[step] ?? counts.matched }))
  return { tenants, steps, ...counts }
}

/** What is left to call and what is left out, in one statement. Exclusions come in their order, also those of none. */
export async function countHomes(
  tx: SqlRunner,
  scope: CorporationScope,
  { criteria, options }: { criteria: Criteria; options: CountOptions },
): Promise<HomeCounts> {
  const rows = await tx.sql<{ reason: number; homes: number; tenants: number }>(
    homeCounts(selecting(scope, criteria, options)),
  )
  const homesAt = new Map(rows.map(({ reason, homes }) => [reason, homes]))
  const [matched, matchedHomes] = [sum(rows.map(({ tenants }) => tenants)), sum(rows.map(({ homes }) => homes))]
  return {
    matched,
    matchedHomes,
    household: matched - matchedHomes,
    exclusions: exclusionReasons.map((reason) => ({ reason, homes: homesAt.get(rankOf(reason)) ?? 0 })),
    homes: homesAt.get(0) ?? 0,
  }
}

export const selecting = (
  { corporationId }: CorporationScope,
  criteria: Criteria,
  { timeZone = 'Europe/Amsterdam', ...rest }: CountOptions,
): Selecting => ({ corporationId, criteria, timeZone, ...rest })

function homeCounts(selecting: Selecting): SqlPart {
  return sql`
  SELECT reason, count(*)::int AS homes, sum(tenants)::int AS tenants
  FROM (SELECT min(m.reason) AS reason, count(*) AS tenants FROM (${matchedTenants(selecting)}) m GROUP BY m.unit) per_home
  GROUP BY reason`
}

/** Everybody, then what is left after each part but the last: after that one it is what `countHomes` says. */
async function countSteps(tx: SqlRunner, { criteria, ...asking }: Selecting): Promise<number[]> {
  const parts = stepsOf(criteria).slice(0, -1)
  const columns = parts.map((_, last) => {
    const until = criteriaToSql({ all: parts.slice(0, last + 1) }, asking)
    return sql`count(*) FILTER (WHERE ${until})::int`
  })
  const [row] = await tx.sql<{ steps: number[] }>(sql`
  SELECT ARRAY[${joinSql([sql`count(*)::int`, ...columns], ', ')}] AS steps
  FROM tenant t${joinsOf({ all: parts })} WHERE t.corporation_id = ${asking.corporationId}::int AND ${isListed}`)
  return row?.steps ?? []
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

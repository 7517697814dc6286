import type pg from 'pg'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { countHomes } from '#app/segments/count-selection.server.ts'
import { presets } from '#app/segments/presets.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { fillTenants, withBenchDatabase } from './bench-database.ts'
import { type Bench, percentile } from './figure.ts'

const today = '2026-11-22'
const rounds = 60

// What somebody would write by hand for exactly this question: everybody of 80 and over, and why homes fall out.
const byHand = `
  WITH matched AS (
    SELECT coalesce(t.home_id, t.id) AS unit, CASE
      WHEN t.gone_since IS NOT NULL OR t.reported_moved_at IS NOT NULL OR t.tenancy_ended_on <= $2::date THEN 1
      WHEN t.is_estate OR t.is_deceased OR t.deceased_on IS NOT NULL OR t.reported_deceased_at IS NOT NULL THEN 2
      WHEN t.is_do_not_call OR t.objected_at IS NOT NULL THEN 3
      WHEN NOT ((t.landline IS NOT NULL AND t.landline <> ALL(coalesce(s.numbers, '{}'))) OR (t.mobile IS NOT NULL AND t.mobile <> ALL(coalesce(s.numbers, '{}')))
        OR (t.other_phone IS NOT NULL AND t.other_phone <> ALL(coalesce(s.numbers, '{}')))) THEN 4
      WHEN b.home_id IS NOT NULL THEN 5
      WHEN t.last_spoken_at >= $3::timestamptz THEN 6
      WHEN t.home_id IS NULL THEN 7 ELSE 0 END AS reason
    FROM tenant t
    LEFT JOIN (SELECT tenant_id, array_agg(number) AS numbers FROM number_strike WHERE corporation_id = $1 GROUP BY 1) s ON s.tenant_id = t.id
    LEFT JOIN (SELECT DISTINCT g.home_id FROM target g JOIN campaign k ON k.corporation_id = g.corporation_id AND k.id = g.campaign_id
      WHERE g.corporation_id = $1 AND k.state IN ('running', 'paused') AND g.state IN ('open', 'retry', 'appointment')) b ON b.home_id = t.home_id
    WHERE t.corporation_id = $1 AND t.birth_on <= $4::date
  )
  SELECT reason, count(*)::int AS homes, sum(tenants)::int AS tenants FROM (SELECT min(reason) AS reason, count(*) AS tenants FROM matched GROUP BY unit) h GROUP BY reason`

/** The count of a selection with its exclusions. */
export const countBench: Bench = {
  name: 'count',
  run: (size) =>
    withBenchDatabase(async (owner) => {
      const tenants = size === 'full' ? 100_000 : 5_000
      const corporation = await aCorporation()
      const { id } = corporation
      await anActor(corporation)
      await fillTenants(owner, id, tenants)
      const scope = systemScope(id)
      const since = await owner.query<{ at: string }>(
        `SELECT (date '${today}' - 30)::timestamp AT TIME ZONE 'Europe/Amsterdam' AS at`,
      )
      const floorValues = [id, today, since.rows[0]?.at, '1946-11-22']
      const { ours, floor } = await inTurns(
        () => inScopeSql(scope, (tx) => countHomes(tx, scope, { criteria: presets['80-plus'], options: { today } })),
        () => owner.query<{ reason: number; homes: number }>({ name: 'by-hand', text: byHand, values: floorValues }),
      )
      const checked = await isSame(
        owner,
        floorValues,
        await inScopeSql(scope, (tx) => countHomes(tx, scope, { criteria: presets['80-plus'], options: { today } })),
      )
      const ratio = percentile(ours, 95) / percentile(floor, 95)
      return [
        {
          name: `count of 80+ with exclusions, ${tenants} tenants, p95`,
          value: percentile(ours, 95),
          unit: 'ms',
          floor: percentile(floor, 95),
          floorIs: 'the same question written by hand, through pg',
          ratio,
          bar: '≤ 1.3 × floor',
          isWithin: ratio <= 1.3 && checked,
          checked: checked ? 'every number equals the hand-written one' : 'THE NUMBERS DIFFER',
        },
      ]
    }),
}

/** One of each in turn, so that a busy moment of the machine hits both. */
async function inTurns(ours: () => Promise<unknown>, floor: () => Promise<unknown>) {
  const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
  for (let round = -5; round < rounds; round++)
    for (const [name, work] of Object.entries({ ours, floor })) {
      const started = performance.now()
      await work()
      if (round >= 0) times[name as keyof typeof times].push(performance.now() - started)
    }
  return times
}

async function isSame(
  owner: pg.Client,
  values: unknown[],
  counts: Awaited<ReturnType<typeof countHomes>>,
): Promise<boolean> {
  const { rows } = await owner.query<{ reason: number; homes: number; tenants: number }>(byHand, values)
  const homes = (reason: number) => rows.find((row) => row.reason === reason)?.homes ?? 0
  const matched = rows.reduce((sum, row) => sum + row.tenants, 0)
  return (
    counts.matched === matched &&
    counts.homes === homes(0) &&
    counts.homes > 0 &&
    counts.exclusions.every(({ homes: left }, at) => left === homes(at + 1))
  )
}

import type { CorporationScope, SqlTx } from '#app/core/scope.server.ts'
import { rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import type { CampaignLoss, ListFollower, OpenPromises } from '#app/tenant-lists/list-follower.ts'
import { offTheList, whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import { liveCampaigns } from './campaign-steps.ts'
import { holdHomes } from './hold-homes.server.ts'
import { isTakenOff, restoreWithdrawn } from './restore-withdrawn.server.ts'
import { stillToDo } from './still-to-do.ts'
import { uncallableTenants, withdrawUncallableIn } from './withdraw-tenant.server.ts'

type Following = { scope: CorporationScope; importId: string }

/** What a list does to the homes that campaigns are still to ring: told before, done with it, taken back with it. */
export const campaignsFollowLists: ListFollower = {
  async hold(tx, { scope, importId }) {
    const touched = sql`
      SELECT tenant_id FROM tenant_import_row s WHERE ${ofImport(scope, importId)} AND s.outcome IN ('gone', 'changed', 'unchanged')
      UNION SELECT subject_id FROM tenant_import_change s WHERE ${ofImport(scope, importId)} AND s.subject_kind = 'tenant'`
    const onLists = sql`
      SELECT g.tenant_id FROM target g JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
      WHERE g.corporation_id = ${scope.corporationId}::int AND c.state IN ${liveCampaigns} AND g.tenant_id IN (${touched})`
    // Whoever may not be rung any more is withdrawn with it, whether the list names them or not.
    await holdHomes(tx, scope, sql`${onLists} UNION ${uncallableTenants(scope, await todayOf(tx, scope))}`)
  },
  async foresee(tx, following) {
    const today = await todayOf(tx, following.scope)
    return { campaigns: await findLosses(tx, following, today), promises: await countPromises(tx, following) }
  },
  async apply(tx, { scope }) {
    const withdrawn = await withdrawUncallableIn(tx, scope, await todayOf(tx, scope))
    const named = await tx.sql<{ id: string; name: string }>(sql`
      SELECT id, name FROM campaign WHERE corporation_id = ${scope.corporationId}::int
        AND id = ANY(${[...new Set(withdrawn.map(({ campaignId }) => campaignId))]}::uuid[]) ORDER BY name, id`)
    return named.map(({ id, name }) => {
      const homes = withdrawn.filter(({ campaignId }) => campaignId === id)
      return { campaignId: id, name, homes: homes.length, appointments: countAppointments(homes) }
    })
  },
  async undo(tx, { scope, importId, appliedAt }) {
    const which = sql`g.finished_at >= ${appliedAt}::timestamptz AND g.tenant_id IN (
      SELECT subject_id FROM tenant_import_change s WHERE ${ofImport(scope, importId)} AND s.subject_kind = 'tenant')`
    const restored = await restoreWithdrawn(tx, scope, { today: await todayOf(tx, scope), which })
    const [left] = await tx.sql<{ homes: number }>(
      sql`SELECT count(*)::int AS homes FROM target g WHERE g.corporation_id = ${scope.corporationId}::int AND ${isTakenOff} AND ${which}`,
    )
    return { homes: restored.length, appointments: countAppointments(restored), leftAlone: left?.homes ?? 0 }
  },
}

const ofImport = ({ corporationId }: CorporationScope, importId: string): SqlPart =>
  sql`s.corporation_id = ${corporationId}::int AND s.import_id = ${importId}::uuid`

const countAppointments = (homes: readonly { state: string }[]) =>
  homes.filter(({ state }) => state === 'appointment').length

/** 'yyyy-mm-dd' in the corporation's zone, on the clock of the database. */
async function todayOf(tx: SqlTx, { corporationId }: CorporationScope): Promise<string> {
  const [row] = await tx.sql<{ today: string }>(
    sql`SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM corporation WHERE id = ${corporationId}::int`,
  )
  if (!row) throw new Error('There is no such corporation.')
  return row.today
}

/** The tenant `k` of a row as the list would leave them. */
const asListed = sql`jsonb_populate_record(k,
  coalesce((SELECT jsonb_object_agg(name, to_jsonb(s)->name) FROM unnest(s.changed) name), '{}')
  || CASE WHEN s.outcome = 'gone' THEN ${offTheList} ELSE '{}' END)`

function findLosses(tx: SqlTx, { scope, importId }: Following, today: string): Promise<CampaignLoss[]> {
  return tx.sql<CampaignLoss>(sql`
    SELECT c.id AS "campaignId", c.name, count(*)::int AS homes, count(*) FILTER (WHERE g.state = 'appointment')::int AS appointments
    FROM (SELECT ${today}::date AS today) day CROSS JOIN tenant_import_row s
    JOIN tenant k ON k.corporation_id = s.corporation_id AND k.id = s.tenant_id
    JOIN target g ON g.corporation_id = k.corporation_id AND g.tenant_id = k.id AND g.state IN ${stillToDo}
    JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id AND c.state IN ${liveCampaigns}
    CROSS JOIN LATERAL ${asListed} t
    WHERE ${ofImport(scope, importId)} AND s.outcome IN ('gone', 'changed') AND ${rawSql(whyNotCallableSql('day.today'))} IS NOT NULL
    GROUP BY c.id, c.name ORDER BY c.name, c.id`)
}

async function countPromises(tx: SqlTx, { scope, importId }: Following): Promise<OpenPromises> {
  const isOfGone = sql`IN (SELECT tenant_id FROM tenant_import_row s WHERE ${ofImport(scope, importId)} AND s.outcome = 'gone')`
  const [open] = await tx.sql<OpenPromises>(sql`
    SELECT (SELECT count(*)::int FROM follow_up f WHERE f.corporation_id = ${scope.corporationId}::int AND f.state = 'open'
        AND f.tenant_id ${isOfGone}) AS "followUps",
      (SELECT count(*)::int FROM gesture f WHERE f.corporation_id = ${scope.corporationId}::int AND f.state IN ('requested', 'approved')
        AND f.tenant_id ${isOfGone}) AS gestures`)
  return open ?? { followUps: 0, gestures: 0 }
}

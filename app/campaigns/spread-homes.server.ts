import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { analyzeTables, analyzeWithin } from '#app/core/analyze-tables.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type Criteria, parseCriteria } from '#app/segments/criteria.ts'
import { selectHomes } from '#app/segments/select-homes.ts'
import { policySchema } from './calling-policy.ts'
import { campaignTopic } from './live-topics.ts'
import { type CallerToSpread, type HomeToSpread, spreadHomes } from './spread.ts'

export type SpreadPreview = {
  homes: number
  callers: { accountId: string; name: string; hours: number; homes: number }[]
  /** Homes nobody on the team may call: their own, or that of a neighbour. */
  pool: number
}
export type SpreadRefusal = { ok: false; reason: 'not-found' | 'not-a-draft' | 'no-team' | 'no-homes' | 'touched' }
export type Spreading = { ok: true; preview: SpreadPreview } | SpreadRefusal

type Draft = { criteria: Criteria; restDays: number; timeZone: string }
export type TeamCaller = CallerToSpread & { name: string }
type SelectedHome = HomeToSpread & { tenantId: string }

/** Who would get how many, without writing anything. */
export function previewSpread(actor: CorporationScope, campaignId: string, today: string): Promise<Spreading> {
  return inScopeSql(actor, async (tx) => {
    const planned = await planSpread(tx, actor, { campaignId, today })
    return planned.ok ? { ok: true, preview: previewOf(planned) } : planned
  })
}

/** Draws the list as it is today and gives each home to a caller. Doing it again on a draft draws it anew. */
export async function applySpread(actor: Actor, campaignId: string, today: string): Promise<Spreading> {
  let isAnalyzed = false
  const answer = await inScopeSql(actor, async (tx): Promise<Spreading> => {
    const planned = await planSpread(tx, actor, { campaignId, today })
    if (!planned.ok) return planned
    await removeTargets(tx, actor, campaignId)
    await insertTargets(tx, actor, { campaignId, planned })
    await tx.sql(
      sql`UPDATE campaign SET drawn_on = ${today}::date, spread_at = now() WHERE corporation_id = ${actor.corporationId}::int AND id = ${campaignId}::uuid`,
    )
    const preview = previewOf(planned)
    await recordAudit(tx, actor, {
      action: 'campaign:spread',
      subject: 'campaign',
      subjectId: campaignId,
      details: { homes: preview.homes, callers: preview.callers.length },
    })
    await publish(tx, actor.corporationId, campaignTopic(campaignId))
    isAnalyzed = await analyzeWithin(tx)
    return { ok: true, preview }
  })
  if (answer.ok && !isAnalyzed) await analyzeTables(actor)
  return answer
}

/** Takes the list away again, as long as nobody was called from it. */
export function undoSpread(actor: Actor, campaignId: string): Promise<{ ok: true; homes: number } | SpreadRefusal> {
  return inScopeSql(actor, async (tx) => {
    const draft = await findDraft(tx, actor, campaignId)
    if (!draft.ok) return draft
    const homes = await removeTargets(tx, actor, campaignId)
    await tx.sql(
      sql`UPDATE campaign SET drawn_on = NULL, spread_at = NULL WHERE corporation_id = ${actor.corporationId}::int AND id = ${campaignId}::uuid`,
    )
    await recordAudit(tx, actor, {
      action: 'campaign:spread-undone',
      subject: 'campaign',
      subjectId: campaignId,
      details: { homes },
    })
    await publish(tx, actor.corporationId, campaignTopic(campaignId))
    return { ok: true, homes }
  })
}

type Planned = { ok: true; homes: SelectedHome[]; callers: TeamCaller[]; lists: number[][]; pool: number[] }

async function planSpread(
  tx: SqlRunner,
  scope: CorporationScope,
  { campaignId, today }: { campaignId: string; today: string },
): Promise<Planned | SpreadRefusal> {
  const draft = await findDraft(tx, scope, campaignId)
  if (!draft.ok) return draft
  const callers = await listTeam(tx, scope, campaignId)
  if (callers.length === 0) return { ok: false, reason: 'no-team' }
  const selection = selectHomes({ corporationId: scope.corporationId, today, campaignId, ...draft })
  const homes = await tx.sql<SelectedHome>(sql`
    SELECT selected.home_id AS "homeId", selected.tenant_id AS "tenantId", selected.complex, h.number AS "homeNumber"
    FROM (${selection}) selected JOIN home h ON h.corporation_id = ${scope.corporationId}::int AND h.id = selected.home_id
    ORDER BY h.complex NULLS LAST, h.postcode, h.number`)
  if (homes.length === 0) return { ok: false, reason: 'no-homes' }
  return { ok: true, homes, callers, ...spreadHomes(homes, callers) }
}

async function findDraft(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  campaignId: string,
): Promise<({ ok: true } & Draft) | SpreadRefusal> {
  const [row] = await tx.sql<{ state: string; criteria: unknown; policy: unknown; timeZone: string }>(sql`
    SELECT k.state, k.criteria, k.policy, c.time_zone AS "timeZone" FROM campaign k JOIN corporation c ON c.id = k.corporation_id
    WHERE k.corporation_id = ${corporationId}::int AND k.id = ${campaignId}::uuid FOR NO KEY UPDATE OF k`)
  if (!row) return { ok: false, reason: 'not-found' }
  if (row.state !== 'draft') return { ok: false, reason: 'not-a-draft' }
  const parsed = parseCriteria(row.criteria)
  return parsed.ok
    ? { ok: true, criteria: parsed.criteria, restDays: policySchema.parse(row.policy).restDays, timeZone: row.timeZone }
    : { ok: false, reason: 'no-homes' }
}

/** Those on the team now, by name, with what lies with them already and where they live themselves. */
export function listTeam(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  campaignId: string,
): Promise<TeamCaller[]> {
  return tx.sql<TeamCaller>(sql`
    SELECT m.account_id AS "accountId", coalesce(a.name, '') AS name, m.hours, s.own_home_number AS "ownHomeNumber", h.complex AS "ownComplex"
    FROM campaign_caller m
    LEFT JOIN account a ON a.id = m.account_id
    LEFT JOIN membership s ON s.corporation_id = m.corporation_id AND s.account_id = m.account_id
    LEFT JOIN home h ON h.corporation_id = m.corporation_id AND h.number = s.own_home_number
    WHERE m.corporation_id = ${corporationId}::int AND m.campaign_id = ${campaignId}::uuid AND m.left_at IS NULL
    ORDER BY a.name, m.account_id`)
}

async function removeTargets(tx: SqlRunner, { corporationId }: CorporationScope, campaignId: string): Promise<number> {
  const gone = await tx.sql(
    sql`DELETE FROM target WHERE corporation_id = ${corporationId}::int AND campaign_id = ${campaignId}::uuid RETURNING 1`,
  )
  return gone.length
}

/** One statement for the whole list. */
async function insertTargets(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { campaignId, planned: { homes, callers, lists, pool } }: { campaignId: string; planned: Planned },
) {
  const rows = [
    ...lists.flatMap((list, at) =>
      list.map((home, position) => ({ home, position, caller: callers[at]?.accountId ?? null })),
    ),
    ...pool.map((home, position) => ({ home, position, caller: null })),
  ]
  const at = (index: number) => homes[index] as SelectedHome
  await tx.sql(sql`
    INSERT INTO target (corporation_id, campaign_id, home_id, tenant_id, assigned_to, position)
    SELECT ${corporationId}::int, ${campaignId}::uuid, * FROM unnest(${rows.map(({ home }) => at(home).homeId)}::uuid[], ${rows.map(({ home }) => at(home).tenantId)}::uuid[],
      ${rows.map(({ caller }) => caller)}::uuid[], ${rows.map(({ position }) => position)}::int[])`)
}

function previewOf({ homes, callers, lists, pool }: Planned): SpreadPreview {
  return {
    homes: homes.length,
    pool: pool.length,
    callers: callers.map(({ accountId, name, hours }, at) => ({
      accountId,
      name,
      hours,
      homes: lists[at]?.length ?? 0,
    })),
  }
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import type { AuditAction } from '#app/audit/audit-words.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { isFree } from '#app/claims/claim-kind.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { Target } from '#prisma/generated/client.ts'
import type { TeamMember } from './campaign-input.ts'
import type { CampaignState } from './campaign-steps.ts'
import { leaveToAll } from './leave-to-all.server.ts'
import { type HomeToSpread, spreadHomes } from './spread.ts'
import { listTeam } from './spread-homes.server.ts'
import { stillToDo } from './still-to-do.ts'
import { teamChanged } from './team-news.ts'

export type TeamRefusal = {
  ok: false
  reason: 'not-found' | 'closed' | 'not-a-draft' | 'no-such-colleague' | 'last-caller' | 'not-on-team'
}
/** `moved`: homes that went to somebody else; `kept`: appointments and homes in somebody's hands, which stay. */
export type TeamChanged = { ok: true; moved: number; kept: number }

/** The whole team of a draft at once. */
export function setTeam(actor: Actor, campaignId: string, team: TeamMember[]): Promise<TeamChanged | TeamRefusal> {
  return inScopeSql(actor, async (tx) => {
    const state = await lockCampaign(tx, actor, campaignId)
    if (state !== 'draft') return { ok: false, reason: state ? 'not-a-draft' : 'not-found' }
    if (!(await areColleagues(tx, actor, team))) return { ok: false, reason: 'no-such-colleague' }
    await tx.sql(
      sql`DELETE FROM campaign_caller WHERE corporation_id = ${actor.corporationId}::int AND campaign_id = ${campaignId}::uuid`,
    )
    await putOnTeam(tx, actor, { campaignId, team })
    await announceTeamChange(tx, actor, { campaignId, action: 'campaign:team-set', details: { callers: team.length } })
    return { ok: true, moved: 0, kept: 0 }
  })
}

/** Somebody joins a running campaign, or offers other hours, and gets a fair share of what nobody has touched. */
export function addCaller(actor: Actor, campaignId: string, member: TeamMember): Promise<TeamChanged | TeamRefusal> {
  return inScopeSql(actor, async (tx) => {
    const state = await lockCampaign(tx, actor, campaignId)
    if (!state || state === 'closed') return { ok: false, reason: state ? 'closed' : 'not-found' }
    if (!(await areColleagues(tx, actor, [member]))) return { ok: false, reason: 'no-such-colleague' }
    await putOnTeam(tx, actor, { campaignId, team: [member] })
    const moved = state === 'draft' ? 0 : await spreadAnew(tx, actor, { campaignId, which: sql`true` })
    await announceTeamChange(tx, actor, { campaignId, action: 'campaign:caller-added', details: { moved } })
    return { ok: true, moved, kept: 0 }
  })
}

/** Somebody leaves: what they had not begun goes to the others by their hours; appointments keep their promise. */
export function removeCaller(actor: Actor, campaignId: string, accountId: string): Promise<TeamChanged | TeamRefusal> {
  return inScopeSql(actor, async (tx) => {
    const state = await lockCampaign(tx, actor, campaignId)
    if (!state || state === 'closed') return { ok: false, reason: state ? 'closed' : 'not-found' }
    const team = await listTeam(tx, actor, campaignId)
    if (!team.some((caller) => caller.accountId === accountId)) return { ok: false, reason: 'not-on-team' }
    if (state !== 'draft' && team.length === 1) return { ok: false, reason: 'last-caller' }
    await tx.sql(sql`
      UPDATE campaign_caller SET left_at = now()
      WHERE corporation_id = ${actor.corporationId}::int AND campaign_id = ${campaignId}::uuid AND account_id = ${accountId}::uuid`)
    const moved = await spreadAnew(tx, actor, { campaignId, which: sql`g.assigned_to = ${accountId}::uuid` })
    const { kept } = await previewRemoval(tx, actor, { campaignId, accountId })
    await leaveToAll(tx, actor, sql`g.campaign_id = ${campaignId}::uuid AND g.assigned_to = ${accountId}::uuid`)
    await announceTeamChange(tx, actor, { campaignId, action: 'campaign:caller-removed', details: { moved, kept } })
    return { ok: true, moved, kept }
  })
}

/** What would move and what would stay when this colleague left. */
export async function previewRemoval(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { campaignId, accountId }: { campaignId: string; accountId: string },
): Promise<{ moved: number; kept: number }> {
  const [counted] = await tx.sql<{ moved: number; kept: number }>(sql`
    SELECT count(*) FILTER (WHERE ${isUntouched})::int AS moved, count(*) FILTER (WHERE NOT ${isUntouched})::int AS kept
    FROM target g WHERE g.corporation_id = ${corporationId}::int AND g.campaign_id = ${campaignId}::uuid
      AND g.state IN ${stillToDo} AND (g.assigned_to = ${accountId}::uuid OR g.appointment_with = ${accountId}::uuid)`)
  return counted ?? { moved: 0, kept: 0 }
}

/** In nobody's hands, and promised to nobody. */
const isUntouched = sql`(g.state IN ${stillToDo} AND g.state <> 'appointment' AND ${isFree})`

/** Divides the untouched homes that `which` points at over the present team, with what each has already counted in. */
export async function spreadAnew(
  tx: SqlRunner,
  scope: CorporationScope,
  { campaignId, which }: { campaignId: string; which: ReturnType<typeof sql> },
): Promise<number> {
  const where = sql`g.corporation_id = ${scope.corporationId}::int AND g.campaign_id = ${campaignId}::uuid AND ${isUntouched}`
  const homes = await tx.sql<HomeToSpread & Pick<Target, 'id'>>(sql`
    WITH held AS (SELECT g.* FROM target g WHERE ${where} AND ${which} ORDER BY g.id FOR NO KEY UPDATE)
    SELECT g.id, g.home_id AS "homeId", h.number AS "homeNumber", h.complex FROM held g JOIN home h ON h.corporation_id = g.corporation_id AND h.id = g.home_id
    ORDER BY h.complex NULLS LAST, h.postcode, h.number`)
  const moving = new Set(homes.map(({ id }) => id))
  const assigned = await tx.sql<{ id: string; assignedTo: string }>(
    sql`SELECT g.id, g.assigned_to AS "assignedTo" FROM target g WHERE ${where} AND g.assigned_to IS NOT NULL`,
  )
  const loads = new Map<string, number>()
  for (const { id, assignedTo } of assigned)
    if (!moving.has(id)) loads.set(assignedTo, (loads.get(assignedTo) ?? 0) + 1)
  const team = await listTeam(tx, scope, campaignId)
  const { lists, pool } = spreadHomes(
    homes,
    team.map((caller) => ({ ...caller, load: loads.get(caller.accountId) ?? 0 })),
  )
  const given = [
    ...lists.flatMap((list, at) => list.map((home) => ({ home, to: team[at]?.accountId ?? null }))),
    ...pool.map((home) => ({ home, to: null })),
  ]
  await tx.sql(sql`
    UPDATE target g SET assigned_to = given.account_id
    FROM unnest(${given.map(({ home }) => homes[home]?.id)}::uuid[], ${given.map(({ to }) => to)}::uuid[]) AS given (id, account_id)
    WHERE g.corporation_id = ${scope.corporationId}::int AND g.id = given.id`)
  return homes.length
}

/** The state of the campaign, which nobody changes until this transaction ends, nor its team; null when there is none. */
export async function lockCampaign(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  campaignId: string,
): Promise<CampaignState | null> {
  const [row] = await tx.sql<{ state: CampaignState }>(
    sql`SELECT state FROM campaign WHERE corporation_id = ${corporationId}::int AND id = ${campaignId}::uuid FOR NO KEY UPDATE`,
  )
  return row?.state ?? null
}

async function areColleagues(tx: SqlRunner, { corporationId }: CorporationScope, team: TeamMember[]): Promise<boolean> {
  const ids = [...new Set(team.map(({ accountId }) => accountId))]
  const known = await tx.sql(sql`
    SELECT 1 FROM membership WHERE corporation_id = ${corporationId}::int AND account_id = ANY(${ids}::uuid[]) AND ended_at IS NULL AND role IN ('caller', 'coordinator')`)
  return known.length === ids.length
}

export function putOnTeam(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { campaignId, team }: { campaignId: string; team: TeamMember[] },
) {
  return tx.sql(sql`
    INSERT INTO campaign_caller (corporation_id, campaign_id, account_id, hours)
    SELECT ${corporationId}::int, ${campaignId}::uuid, * FROM unnest(${team.map(({ accountId }) => accountId)}::uuid[], ${team.map(({ hours }) => hours)}::float[])
    ON CONFLICT (corporation_id, campaign_id, account_id) DO UPDATE SET hours = excluded.hours, left_at = NULL`)
}

export async function announceTeamChange(
  tx: SqlRunner,
  actor: Actor,
  { campaignId, action, details }: { campaignId: string; action: AuditAction; details: Record<string, number> },
) {
  await recordAudit(tx, actor, { action, subject: 'campaign', subjectId: campaignId, details })
  await publish(tx, actor.corporationId, teamChanged(campaignId))
}

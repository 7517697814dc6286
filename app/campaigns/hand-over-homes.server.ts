import type { Actor } from '#app/accounts/authorize.server.ts'
import { auditEach } from '#app/audit/record-audit.server.ts'
import { claimEnds } from '#app/claims/claim-kind.ts'
import { publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { announceTeamChange, putOnTeam, spreadAnew } from './change-team.server.ts'
import { liesWith } from './held-homes.server.ts'
import type { HomeTaker } from './home-takers.ts'
import { type HomeToSpread, mayCall } from './spread.ts'
import { listTeam } from './spread-homes.server.ts'
import { stillToDo } from './still-to-do.ts'

type Leaving = { from: string; taker: HomeTaker; heir: string | null }
type Given = { homes: number; appointments: number }
type Round = { campaignId: string; isDraft: boolean; hours: number }

/** First of all, in the order in which everybody locks them: what is being saved is waited for, what comes after is refused. */
export async function lockHomesOf(tx: SqlRunner, { corporationId }: CorporationScope, accountId: string) {
  await tx.sql(sql`
    SELECT id FROM campaign WHERE corporation_id = ${corporationId}::int AND state <> 'closed' ORDER BY id FOR NO KEY UPDATE`)
  await tx.sql(sql`
    SELECT g.id FROM target g WHERE g.corporation_id = ${corporationId}::int AND g.state IN ${stillToDo}
      AND (${liesWith(accountId)} OR g.holder = ${accountId}::uuid) ORDER BY g.id FOR NO KEY UPDATE`)
}

/** Takes somebody off every team, with what lies with them; a draft is spread anew over who is left. Gives what the heir got. */
export async function handOverHomes(tx: SqlRunner, actor: Actor, leaving: Leaving): Promise<Given> {
  const { from, taker, heir } = leaving
  await takeFromHands(tx, actor, from)
  const given = { homes: 0, appointments: 0 }
  for (const round of await leaveTeams(tx, actor, from)) {
    const { campaignId } = round
    const got =
      heir && taker === 'colleague' && !round.isDraft ? await giveTo(tx, actor, { round, from, heir }) : nothing
    const moved =
      taker === 'spread' || round.isDraft
        ? await spreadAnew(tx, actor, { campaignId, which: sql`g.assigned_to = ${from}::uuid` })
        : got.homes + got.appointments
    const kept = await leaveRest(tx, actor, { campaignId, from })
    await announceTeamChange(tx, actor, { campaignId, action: 'campaign:caller-removed', details: { moved, kept } })
    given.homes += got.homes
    given.appointments += got.appointments
  }
  if (heir && given.homes + given.appointments > 0)
    await publishTo(tx, actor.corporationId, { account: heir, topic: todayTopic })
  return given
}

const nothing: Given = { homes: 0, appointments: 0 }

/** What they save after this is kept as a draft. */
async function takeFromHands(tx: SqlRunner, scope: CorporationScope, from: string) {
  await tx.sql(sql`
    WITH laid AS (
      UPDATE target g SET ${claimEnds}
      WHERE g.corporation_id = ${scope.corporationId}::int AND (g.claimed_by = ${from}::uuid OR g.holder = ${from}::uuid) RETURNING g.id
    ), written AS (${auditEach(scope, { action: 'target:released', subject: 'target' }, sql`laid`)}) SELECT id FROM laid`)
}

/** The rounds they were in, and those that still have something of theirs. */
function leaveTeams(tx: SqlRunner, { corporationId }: CorporationScope, from: string): Promise<Round[]> {
  return tx.sql<Round>(sql`
    WITH off AS (
      UPDATE campaign_caller k SET left_at = now() FROM campaign c
      WHERE k.corporation_id = ${corporationId}::int AND k.account_id = ${from}::uuid AND k.left_at IS NULL
        AND c.corporation_id = k.corporation_id AND c.id = k.campaign_id AND c.state <> 'closed'
      RETURNING k.campaign_id, k.hours
    )
    SELECT c.id AS "campaignId", c.state = 'draft' AS "isDraft", coalesce(off.hours, 0) AS hours
    FROM campaign c LEFT JOIN off ON off.campaign_id = c.id
    WHERE c.corporation_id = ${corporationId}::int AND c.state <> 'closed' AND (off.campaign_id IS NOT NULL OR EXISTS (
      SELECT FROM target g WHERE g.corporation_id = c.corporation_id AND g.campaign_id = c.id AND g.state IN ${stillToDo} AND ${liesWith(from)}))
    ORDER BY c.id`)
}

type Giving = { round: Round; from: string; heir: string }

/** All but the heir's own home and their neighbours'. Who was not in the team joins it with the hours of the one who left. */
async function giveTo(tx: SqlRunner, scope: CorporationScope, { round, from, heir }: Giving): Promise<Given> {
  const { campaignId, hours } = round
  const homes = await tx.sql<HomeToSpread & { id: string }>(sql`
    SELECT g.id, g.home_id AS "homeId", h.number AS "homeNumber", h.complex
    FROM target g JOIN home h ON h.corporation_id = g.corporation_id AND h.id = g.home_id WHERE ${restOf(scope, campaignId, from)}`)
  if (homes.length === 0) return nothing
  const isIn = (await listTeam(tx, scope, campaignId)).some(({ accountId }) => accountId === heir)
  if (!isIn) await putOnTeam(tx, scope, { campaignId, team: [{ accountId: heir, hours }] })
  const caller = (await listTeam(tx, scope, campaignId)).find(({ accountId }) => accountId === heir)
  const ids = homes.filter((home) => caller && mayCall(caller, home)).map(({ id }) => id)
  const given = await tx.sql<{ state: string }>(sql`
    WITH given AS (
      UPDATE target g SET assigned_to = ${heir}::uuid,
        appointment_with = CASE WHEN g.appointment_with IS NOT NULL THEN ${heir}::uuid END
      WHERE g.corporation_id = ${scope.corporationId}::int AND g.id = ANY(${ids}::uuid[]) RETURNING g.id, g.state
    ), written AS (${auditEach(scope, { action: 'target:handed-over', subject: 'target', details: { to: heir } }, sql`given`)})
    SELECT state FROM given`)
  const appointments = given.filter(({ state }) => state === 'appointment').length
  return { homes: given.length - appointments, appointments }
}

/** Nobody waits for somebody who is not there: what was promised is kept by whoever calls next. */
async function leaveRest(
  tx: SqlRunner,
  scope: CorporationScope,
  { campaignId, from }: { campaignId: string; from: string },
): Promise<number> {
  const freed = await tx.sql(sql`
    WITH freed AS (
      UPDATE target g SET assigned_to = NULL, appointment_with = NULL WHERE ${restOf(scope, campaignId, from)} RETURNING g.id
    ), written AS (${auditEach(scope, { action: 'target:left-to-all', subject: 'target' }, sql`freed`)}) SELECT id FROM freed`)
  return freed.length
}

const restOf = ({ corporationId }: CorporationScope, campaignId: string, from: string): SqlPart => sql`
  g.corporation_id = ${corporationId}::int AND g.campaign_id = ${campaignId}::uuid AND g.state IN ${stillToDo} AND ${liesWith(from)}`

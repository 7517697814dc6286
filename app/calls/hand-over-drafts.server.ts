import { auditEach } from '#app/audit/record-audit.server.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { type DraftPlace, moveText } from '#app/claims/draft-store.server.ts'
import { moveDraft } from '#app/claims/drafts.server.ts'
import { permissions as conversations } from '#app/conversations/permissions.ts'
import { publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { codeList, joinSql, rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { ofTenants } from './conversation-drafts.server.ts'
import { ofAttempts, ofConversations } from './correction-drafts.server.ts'
import { mayOpenHome } from './reachable-homes.ts'
import { targetClaims } from './target-claims.ts'

/** Texts outside any round: of which tenant, which roles open any, and whether `to` may open this one by another way. */
type Typed = { place: DraftPlace; tenantId: SqlPart; openers: SqlPart; mayOpen: (to: string) => SqlPart }

const adders = rawSql(codeList(conversations['conversation:add']))
/** Others correct only their own. */
const readers = rawSql(codeList(conversations['conversation:read']))
const byNoOtherWay = () => sql`false`

const typed: Typed[] = [
  {
    place: ofTenants,
    tenantId: sql`d.tenant_id`,
    openers: adders,
    mayOpen: (
      to,
    ) => sql`EXISTS (SELECT FROM target g WHERE g.corporation_id = d.corporation_id AND g.tenant_id = d.tenant_id
      AND ${mayOpenHome({ caller: sql`${to}::uuid`, runsRounds: sql`false` })})`,
  },
  {
    place: ofAttempts,
    tenantId: sql`(SELECT p.tenant_id FROM attempt p WHERE p.corporation_id = d.corporation_id AND p.id = d.attempt_id)`,
    openers: readers,
    mayOpen: byNoOtherWay,
  },
  {
    place: ofConversations,
    tenantId: sql`(SELECT k.tenant_id FROM conversation k WHERE k.corporation_id = d.corporation_id AND k.id = d.conversation_id)`,
    openers: readers,
    mayOpen: byNoOtherWay,
  },
]

/** Texts of somebody that were never sent, by round; null for what belongs to none. */
export function countHeldDrafts(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  accountId: string,
): Promise<{ campaignId: string | null; count: number }[]> {
  const withoutRound = typed.map(
    ({ place }) =>
      sql`SELECT NULL FROM ${rawSql(place.table)} d WHERE d.corporation_id = ${corporationId}::int AND d.account_id = ${accountId}::uuid`,
  )
  return tx.sql(sql`
    SELECT h.campaign_id AS "campaignId", count(*)::int AS count FROM (
      SELECT g.campaign_id FROM call_draft d JOIN target g ON g.corporation_id = d.corporation_id AND g.id = d.target_id
      WHERE d.corporation_id = ${corporationId}::int AND d.account_id = ${accountId}::uuid
      UNION ALL ${joinSql(withoutRound, ' UNION ALL ')}
    ) h GROUP BY h.campaign_id`)
}

/** Whether the member in the row called `alias` has any. */
export function holdsDrafts(alias: string): SqlPart {
  const [tables, member] = [[targetClaims.drafts, ...typed.map(({ place }) => place)], rawSql(alias)]
  const held = tables.map(
    ({ table }) =>
      sql`EXISTS (SELECT FROM ${rawSql(table)} d WHERE d.corporation_id = ${member}.corporation_id AND d.account_id = ${member}.account_id)`,
  )
  return sql`(${joinSql(held, ' OR ')})`
}

type Handing = { from: string; to: string }
type Moving = { about: string; to: string }

/**
 * What somebody typed and never sent goes to whoever can go on with it, else to `to`. Where the receiver has a text of
 * their own about it, it waits until that is sent. Gives how many `to` got.
 */
export async function handOverDrafts(tx: SqlRunner, scope: CorporationScope, handing: Handing): Promise<number> {
  const moved = await handOverCallDrafts(tx, scope, handing)
  for (const sort of typed) moved.push(...(await handOverTyped(tx, scope, { ...handing, ...sort })))
  for (const account of new Set(moved.map(({ to }) => to)))
    await publishTo(tx, scope.corporationId, { account, topic: todayTopic })
  return moved.filter(({ to }) => to === handing.to).length
}

/** To whoever calls that home now. */
async function handOverCallDrafts(tx: SqlRunner, scope: CorporationScope, { from, to }: Handing): Promise<Moving[]> {
  const drafts = await tx.sql<Moving>(sql`
    SELECT d.target_id AS about, coalesce(m.account_id, ${to}::uuid) AS to
    FROM call_draft d JOIN target g ON g.corporation_id = d.corporation_id AND g.id = d.target_id
    LEFT JOIN membership m ON m.corporation_id = g.corporation_id AND m.account_id = g.assigned_to AND m.ended_at IS NULL
      AND g.state IN ${stillToDo} AND m.account_id <> ${from}::uuid
    WHERE d.corporation_id = ${scope.corporationId}::int AND d.account_id = ${from}::uuid ORDER BY d.target_id FOR NO KEY UPDATE OF d`)
  const moved: Moving[] = []
  for (const draft of drafts) {
    const row = { kind: targetClaims, id: draft.about }
    if (await moveDraft(tx, { ...scope, accountId: from }, { row, to: draft.to })) moved.push(draft)
  }
  await writeDown(tx, scope, { ids: moved.map(({ about }) => about), subject: 'target' })
  return moved
}

/** To the coordinator who is here longest, where `to` may not open it. */
async function handOverTyped(
  tx: SqlRunner,
  scope: CorporationScope,
  { from, to, place, tenantId, openers, mayOpen }: Handing & Typed,
): Promise<Moving[]> {
  const column = rawSql(place.column)
  const drafts = await tx.sql<Moving & { tenantId: string }>(sql`
    SELECT d.${column} AS about, ${tenantId} AS "tenantId", coalesce(
      (SELECT m.account_id FROM membership m WHERE m.corporation_id = d.corporation_id AND m.account_id = ${to}::uuid
        AND (m.role IN ${openers} OR ${mayOpen(to)})),
      (SELECT m.account_id FROM membership m WHERE m.corporation_id = d.corporation_id AND m.ended_at IS NULL AND m.role IN ${openers}
        AND m.account_id <> ${from}::uuid ORDER BY m.created_at, m.account_id LIMIT 1), ${to}::uuid) AS to
    FROM ${rawSql(place.table)} d
    WHERE d.corporation_id = ${scope.corporationId}::int AND d.account_id = ${from}::uuid ORDER BY d.${column} FOR NO KEY UPDATE OF d`)
  const moved: typeof drafts = []
  for (const draft of drafts) {
    const moving = { spot: { place, id: draft.about }, to: draft.to }
    if (await moveText(tx, { ...scope, accountId: from }, moving)) moved.push(draft)
  }
  await writeDown(tx, scope, { ids: moved.map((draft) => draft.tenantId), subject: 'tenant' })
  return moved
}

async function writeDown(
  tx: SqlRunner,
  scope: CorporationScope,
  { ids, subject }: { ids: string[]; subject: 'target' | 'tenant' },
) {
  const moved = sql`unnest(${ids}::uuid[]) AS moved (id)`
  await tx.sql(auditEach(scope, { action: 'draft:handed-over', subject }, moved))
}

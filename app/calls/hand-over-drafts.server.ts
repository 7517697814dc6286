import { auditEach } from '#app/audit/record-audit.server.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { moveDraft } from '#app/claims/drafts.server.ts'
import { permissions as conversations } from '#app/conversations/permissions.ts'
import { publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { codeList, joinSql, rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { moveConversationDraft } from './conversation-drafts.server.ts'
import { mayOpenHome } from './reachable-homes.ts'
import { targetClaims } from './target-claims.ts'

/** Texts of somebody that were never sent, by round; null for what belongs to none. */
export function countHeldDrafts(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  accountId: string,
): Promise<{ campaignId: string | null; count: number }[]> {
  return tx.sql(sql`
    SELECT h.campaign_id AS "campaignId", count(*)::int AS count FROM (
      SELECT g.campaign_id FROM call_draft d JOIN target g ON g.corporation_id = d.corporation_id AND g.id = d.target_id
      WHERE d.corporation_id = ${corporationId}::int AND d.account_id = ${accountId}::uuid
      UNION ALL
      SELECT NULL FROM conversation_draft d WHERE d.corporation_id = ${corporationId}::int AND d.account_id = ${accountId}::uuid
    ) h GROUP BY h.campaign_id`)
}

/** Whether the member in the row called `alias` has any. */
export function holdsDrafts(alias: string): SqlPart {
  const [drafts, member] = [['call_draft', 'conversation_draft'], rawSql(alias)]
  const held = drafts.map(
    (table) =>
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
  const moved = [
    ...(await handOverCallDrafts(tx, scope, handing)),
    ...(await handOverConversationDrafts(tx, scope, handing)),
  ]
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
  await writeDown(tx, scope, { moved, subject: 'target' })
  return moved
}

const adders = rawSql(codeList(conversations['conversation:add']))

/** To the coordinator who is here longest, where `to` may open neither the tenant nor a home of theirs. */
async function handOverConversationDrafts(
  tx: SqlRunner,
  scope: CorporationScope,
  { from, to }: Handing,
): Promise<Moving[]> {
  const heir = { caller: sql`${to}::uuid`, runsRounds: sql`false` }
  const drafts = await tx.sql<Moving>(sql`
    SELECT d.tenant_id AS about, coalesce(
      (SELECT m.account_id FROM membership m WHERE m.corporation_id = d.corporation_id AND m.account_id = ${to}::uuid AND (m.role IN ${adders}
        OR EXISTS (SELECT FROM target g WHERE g.corporation_id = d.corporation_id AND g.tenant_id = d.tenant_id AND ${mayOpenHome(heir)}))),
      (SELECT m.account_id FROM membership m WHERE m.corporation_id = d.corporation_id AND m.ended_at IS NULL AND m.role IN ${adders}
        AND m.account_id <> ${from}::uuid ORDER BY m.created_at, m.account_id LIMIT 1), ${to}::uuid) AS to
    FROM conversation_draft d
    WHERE d.corporation_id = ${scope.corporationId}::int AND d.account_id = ${from}::uuid ORDER BY d.tenant_id FOR NO KEY UPDATE OF d`)
  const moved: Moving[] = []
  for (const draft of drafts) {
    const moving = { tenantId: draft.about, to: draft.to }
    if (await moveConversationDraft(tx, { ...scope, accountId: from }, moving)) moved.push(draft)
  }
  await writeDown(tx, scope, { moved, subject: 'tenant' })
  return moved
}

async function writeDown(
  tx: SqlRunner,
  scope: CorporationScope,
  { moved, subject }: { moved: Moving[]; subject: 'target' | 'tenant' },
) {
  const moves = sql`unnest(${moved.map(({ about }) => about)}::uuid[]) AS moved (id)`
  await tx.sql(auditEach(scope, { action: 'draft:handed-over', subject }, moves))
}

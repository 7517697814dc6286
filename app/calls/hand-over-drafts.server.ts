import { auditEach } from '#app/audit/record-audit.server.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { moveDraft } from '#app/claims/drafts.server.ts'
import { publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { targetClaims } from './target-claims.ts'

/** Texts of somebody that were never sent, by round. */
export function countHeldDrafts(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  accountId: string,
): Promise<{ campaignId: string; count: number }[]> {
  return tx.sql(sql`
    SELECT g.campaign_id AS "campaignId", count(*)::int AS count
    FROM call_draft d JOIN target g ON g.corporation_id = d.corporation_id AND g.id = d.target_id
    WHERE d.corporation_id = ${corporationId}::int AND d.account_id = ${accountId}::uuid GROUP BY g.campaign_id`)
}

/**
 * What somebody typed and never sent goes to whoever calls that home now, else to `to`. Where the receiver has a text of
 * their own about it, it waits until that is sent. Gives how many `to` got.
 */
export async function handOverDrafts(
  tx: SqlRunner,
  scope: CorporationScope,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const drafts = await tx.sql<{ targetId: string; to: string }>(sql`
    SELECT d.target_id AS "targetId", coalesce(m.account_id, ${to}::uuid) AS to
    FROM call_draft d JOIN target g ON g.corporation_id = d.corporation_id AND g.id = d.target_id
    LEFT JOIN membership m ON m.corporation_id = g.corporation_id AND m.account_id = g.assigned_to AND m.ended_at IS NULL
      AND g.state IN ${stillToDo} AND m.account_id <> ${from}::uuid
    WHERE d.corporation_id = ${scope.corporationId}::int AND d.account_id = ${from}::uuid ORDER BY d.target_id FOR NO KEY UPDATE OF d`)
  const moved = []
  for (const draft of drafts) {
    const row = { kind: targetClaims, id: draft.targetId }
    if (await moveDraft(tx, { ...scope, accountId: from }, { row, to: draft.to })) moved.push(draft)
  }
  await nameAuthor(tx, scope, { moved, from })
  for (const account of new Set(moved.map((draft) => draft.to)))
    await publishTo(tx, scope.corporationId, { account, topic: todayTopic })
  return moved.filter((draft) => draft.to === to).length
}

type Moved = { moved: { targetId: string; to: string }[]; from: string }

async function nameAuthor(tx: SqlRunner, scope: CorporationScope, { moved, from }: Moved) {
  await tx.sql(sql`
    WITH named AS (
      UPDATE call_draft d SET written_by = ${from}::uuid
      FROM unnest(${moved.map(({ targetId }) => targetId)}::uuid[], ${moved.map(({ to }) => to)}::uuid[]) AS moved (target_id, account_id)
      WHERE d.corporation_id = ${scope.corporationId}::int AND d.target_id = moved.target_id AND d.account_id = moved.account_id
      RETURNING d.target_id AS id
    ), written AS (${auditEach(scope, { action: 'draft:handed-over', subject: 'target' }, sql`named`)}) SELECT id FROM named`)
}

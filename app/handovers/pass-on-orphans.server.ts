import { lockMembers } from '#app/accounts/accounts.server.ts'
import { holdsDrafts } from '#app/calls/hand-over-drafts.server.ts'
import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { codeList, rawSql, sql } from '#app/core/sql.ts'
import { permissions as followUps } from '#app/follow-ups/permissions.ts'
import { toldIsDue } from '#app/referrals/filter-sql.server.ts'
import { takeOver } from './take-over.server.ts'

const keepers = rawSql(codeList(followUps['follow-up:write']))
const overseers = rawSql(codeList(followUps['follow-up:read-all']))

/**
 * What lies with people who have left or may not call any more: saved in the moment that became so, or before anybody
 * asked who takes over. It goes to whoever took over from them, else to the coordinator who is here longest. Gives of how many people.
 */
export async function passOnOrphans(scope: CorporationScope): Promise<number> {
  const { corporationId } = scope
  const orphaned = await inScope(scope, (tx) =>
    tx.sql<{ from: string; to: string }>(sql`
      SELECT left_by.account_id AS from, heir.account_id AS to FROM membership left_by CROSS JOIN LATERAL (
        SELECT m.account_id FROM membership m
        LEFT JOIN handover h ON h.corporation_id = m.corporation_id AND h.to_id = m.account_id AND h.from_id = left_by.account_id
        WHERE m.corporation_id = left_by.corporation_id AND m.ended_at IS NULL
          AND (m.role IN ${overseers} OR h.id IS NOT NULL AND m.role IN ${keepers})
        ORDER BY h.at DESC NULLS LAST, m.created_at, m.account_id LIMIT 1) heir
      WHERE left_by.corporation_id = ${corporationId}::int AND (left_by.ended_at IS NOT NULL OR left_by.role NOT IN ${keepers}) AND (
        EXISTS (SELECT FROM follow_up f WHERE f.corporation_id = left_by.corporation_id AND f.owner_id = left_by.account_id AND f.state = 'open')
        OR EXISTS (SELECT FROM referral r WHERE r.corporation_id = left_by.corporation_id AND r.owner_id = left_by.account_id
          AND (r.state <> 'ended' OR ${toldIsDue}))
        OR ${holdsDrafts('left_by')})`),
  )
  for (const { from, to } of orphaned)
    await inScope(scope, async (tx) => {
      await lockMembers(tx, scope, [from, to])
      const isStill = await tx.membership.count({ where: { corporationId, accountId: to, endedAt: null } })
      if (isStill > 0) await takeOver(tx, scope, { from, to })
    })
  return orphaned.length
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publishTo } from '#app/core/live.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import type { Handover } from '#prisma/generated/client.ts'

export type HandoverCard = (Pick<Handover, 'id' | 'homes' | 'appointments' | 'followUps' | 'referrals' | 'drafts'> & {
  from: string
})[]

/** What somebody took over and has not said to have seen. */
export function readHandovers(tx: SqlRunner, { corporationId, accountId }: Actor): Promise<HandoverCard> {
  return tx.sql(sql`
    SELECT h.id, h.homes, h.appointments, h.follow_ups AS "followUps", h.referrals, h.drafts, coalesce(a.name, '') AS from
    FROM handover h LEFT JOIN account a ON a.id = h.from_id
    WHERE h.corporation_id = ${corporationId}::int AND h.to_id = ${accountId}::uuid AND h.seen_at IS NULL ORDER BY h.at, h.id`)
}

/** Of one's own only; saying it twice is saying it once. */
export function seeHandover(actor: Actor, id: string): Promise<void> {
  const { corporationId, accountId } = actor
  return inScope(actor, async (tx) => {
    const { count } = await tx.handover.updateMany({
      where: { corporationId, id, toId: accountId, seenAt: null },
      data: { seenAt: new Date() },
    })
    if (count === 0) return
    await recordAudit(tx, actor, { action: 'handover:seen', subject: 'handover', subjectId: id })
    await publishTo(tx, corporationId, { account: accountId, topic: todayTopic })
  })
}

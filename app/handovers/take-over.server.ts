import { can } from '#app/accounts/permissions.ts'
import type { Role } from '#app/accounts/roles.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { handOverDrafts } from '#app/calls/hand-over-drafts.server.ts'
import { publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { handOverFollowUps } from '#app/follow-ups/hand-over-follow-ups.server.ts'
import { handOverReferrals } from '#app/referrals/hand-over-referrals.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'

/** Whether somebody in this role can call tenants and keep what was promised to them. */
export const keepsPromises = (role: Role) => can(role, 'call:make') && can(role, 'follow-up:write')

type TakingOver = { from: string; to: string; homes?: { homes: number; appointments: number } }

/** Promises, referrals and texts that were not sent go to one colleague, who reads so on their home page. */
export async function takeOver(tx: SqlRunner, scope: CorporationScope, { from, to, homes }: TakingOver) {
  const got = {
    ...(homes ?? { homes: 0, appointments: 0 }),
    followUps: await handOverFollowUps(tx, scope, { from, to }),
    referrals: await handOverReferrals(tx, scope, { from, to }),
    drafts: await handOverDrafts(tx, scope, { from, to }),
  }
  if (Object.values(got).every((count) => count === 0)) return
  const id = uuidV7()
  await tx.sql(sql`
    INSERT INTO handover (corporation_id, id, from_id, to_id, homes, appointments, follow_ups, referrals, drafts)
    VALUES (${scope.corporationId}::int, ${id}::uuid, ${from}::uuid, ${to}::uuid, ${got.homes}::int, ${got.appointments}::int,
      ${got.followUps}::int, ${got.referrals}::int, ${got.drafts}::int)`)
  await recordAudit(tx, scope, {
    action: 'handover:made',
    subject: 'handover',
    subjectId: id,
    details: { from, to, ...got },
  })
  await publishTo(tx, scope.corporationId, { account: to, topic: todayTopic })
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { isFinal, type TargetState, type WithdrawnReason } from '#app/campaigns/target.ts'
import { isClaimed } from '#app/claims/claim-kind.ts'
import type { Outcome } from '#app/conversations/outcomes.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { addressColumns, nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { isOfMeantHome } from '#app/tenants/meant-rows.server.ts'
import type { Address, PersonName } from '#app/tenants/names.ts'
import { mayOpenHome } from './reachable-homes.ts'

/** A home on a list, found by who rings back: whom to ask for, and where it stands. */
export type FoundHome = PersonName &
  Address & {
    targetId: string
    campaignName: string
    state: TargetState
    isFinished: boolean
    /** In the hands of this caller at this moment. */
    isMine: boolean
    /** The colleague who has it at this moment. */
    claimedBy: string | null
    lastCaller: string | null
    lastOutcome: Outcome | null
    withdrawnReason: WithdrawnReason | null
    at: string | null
  }

/** Whether this person may open one home of a list; whether it is free is another question. */
export async function mayOpen(tx: SqlRunner, actor: Actor, targetId: string): Promise<boolean> {
  const found = await tx.sql(sql`
    SELECT FROM target g WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${targetId}::uuid AND ${mayOpenHome(whoseOf(actor))}`)
  return found.length > 0
}

/** More than these are no answer: they are asked for one thing more. */
export const mostHomes = 20

/** Homes this caller may open, in which somebody lives whom `typed` means. Who was shown is written down. */
export async function findHomes(tx: Tx, actor: Actor, typed: string): Promise<FoundHome[]> {
  const rows = await tx.sql<Omit<FoundHome, 'at' | 'isFinished'> & { tenantId: string; at: Date | null }>(sql`
    SELECT g.id AS "targetId", g.tenant_id AS "tenantId", c.name AS "campaignName", g.state, ${nameColumns}, ${addressColumns},
      (g.claimed_by = ${actor.accountId}::uuid AND ${isClaimed}) IS TRUE AS "isMine",
      CASE WHEN ${isClaimed} AND g.claimed_by <> ${actor.accountId}::uuid THEN (SELECT a.name FROM account a WHERE a.id = g.claimed_by) END AS "claimedBy",
      (SELECT a.name FROM account a WHERE a.id = g.last_caller_id) AS "lastCaller", g.last_outcome AS "lastOutcome",
      g.withdrawn_reason AS "withdrawnReason", coalesce(g.finished_at, g.last_attempt_at) AS at
    FROM target g
    JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    JOIN home h ON h.corporation_id = g.corporation_id AND h.id = g.home_id
    WHERE g.corporation_id = ${actor.corporationId}::int AND ${mayOpenHome(whoseOf(actor))} AND ${await isOfMeantHome(tx, actor.corporationId, typed)}
    ORDER BY g.state IN ${stillToDo} DESC, t.last_name, t.initials, g.id LIMIT ${mostHomes + 1}::int`)
  await recordAudit(tx, actor, {
    action: 'tenant:searched',
    subject: 'tenant',
    details: { shown: rows.map(({ tenantId }) => tenantId) },
  })
  return rows.map(({ tenantId: _, at, ...row }) => ({
    ...row,
    isFinished: isFinal(row.state),
    at: at?.toISOString() ?? null,
  }))
}

export const whoseOf = (actor: Actor) => ({
  caller: sql`${actor.accountId}::uuid`,
  runsRounds: sql`${can(actor, 'campaign:launch')}::boolean`,
})

import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { auditEach } from '#app/audit/record.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { type FollowUpStep, followUpStatesBefore } from './follow-up-state.ts'
import { followUpsTopic } from './live-topics.ts'
import { resultColumn } from './sealed-columns.ts'
import { visibleFollowUps } from './visible-follow-ups.server.ts'

/** `changed` are the ids that took the step; the others stood elsewhere already. */
export type Changed =
  | { ok: true; changed: string[] }
  | { ok: false; reason: 'not-found' | 'already-changed' | 'not-a-colleague' | 'not-yours' }

/** `result` is what came of it; it belongs to one promise, so it needs exactly one id. */
export function completeFollowUps(actor: Actor, ids: string[], result = ''): Promise<Changed> {
  if (result && ids.length !== 1) throw new Error('A result belongs to one follow-up.')
  return inScope(actor, async (tx) => {
    const sealed =
      result && ids[0] ? (await sealerFor(tx, actor.corporationId)).seal(resultColumn(ids[0]), result) : null
    return change(
      tx,
      actor,
      'complete',
      ids,
      sql`state = 'done', closed_at = now(), closed_by = ${actor.accountId}::uuid, result_sealed = ${sealed}::bytea`,
    )
  })
}

export const cancelFollowUps = (actor: Actor, ids: string[]): Promise<Changed> =>
  inScope(actor, (tx) =>
    change(tx, actor, 'cancel', ids, sql`state = 'cancelled', closed_at = now(), closed_by = ${actor.accountId}::uuid`),
  )

/** Undoes closing. The result stays with it, so that nothing typed is lost. */
export const reopenFollowUps = (actor: Actor, ids: string[]): Promise<Changed> =>
  inScope(actor, (tx) => change(tx, actor, 'reopen', ids, sql`state = 'open', closed_at = NULL, closed_by = NULL`))

/** `dueTime` null: on that day, at no set time. */
export const moveFollowUps = (
  actor: Actor,
  ids: string[],
  due: { dueOn: string; dueTime: string | null },
): Promise<Changed> =>
  inScope(actor, (tx) =>
    change(tx, actor, 'move', ids, sql`due_on = ${due.dueOn}::date, due_time = ${due.dueTime}::text`),
  )

/** Gives promises to a colleague who works here now. */
export async function reassignFollowUps(actor: Actor, ids: string[], ownerId: string): Promise<Changed> {
  if (!can(actor, 'follow-up:read-all')) return { ok: false, reason: 'not-yours' }
  return inScope(actor, async (tx) => {
    const here = sql`SELECT FROM membership WHERE corporation_id = ${actor.corporationId}::int AND account_id = ${ownerId}::uuid AND ended_at IS NULL`
    if ((await tx.sql(here)).length === 0) return { ok: false, reason: 'not-a-colleague' }
    const answer = await change(tx, actor, 'reassign', ids, sql`owner_id = ${ownerId}::uuid`)
    if (answer.ok) await publish(tx, actor.corporationId, todayTopic(ownerId))
    return answer
  })
}

async function change(tx: Tx, actor: Actor, step: FollowUpStep, ids: string[], set: SqlPart): Promise<Changed> {
  const mine = sql`${visibleFollowUps(actor)} AND r.id = ANY(${ids}::uuid[])`
  const rows = await tx.sql<{ id: string; owner: string }>(sql`
    WITH before AS (
      SELECT r.id, r.owner_id FROM follow_up r
      WHERE ${mine} AND r.state = ANY(${[...followUpStatesBefore(step)]}::text[]) ORDER BY r.id FOR UPDATE
    ), changed AS (
      UPDATE follow_up f SET ${set} FROM before
      WHERE f.corporation_id = ${actor.corporationId}::int AND f.id = before.id RETURNING f.id, before.owner_id AS owner
    ), written AS (${auditEach(actor, { action: `follow-up:${step}`, subject: 'follow-up' }, sql`changed`)})
    SELECT id, owner FROM changed`)
  if (rows.length === 0) {
    const seen = await tx.sql(sql`SELECT FROM follow_up r WHERE ${mine} LIMIT 1`)
    return { ok: false, reason: seen.length === 0 ? 'not-found' : 'already-changed' }
  }
  await publish(tx, actor.corporationId, followUpsTopic)
  for (const owner of new Set(rows.map((row) => row.owner))) await publish(tx, actor.corporationId, todayTopic(owner))
  return { ok: true, changed: rows.map((row) => row.id) }
}

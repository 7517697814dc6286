import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { NotTaken } from '#app/lists/steps.ts'
import { type SteppedTable, takeStep } from '#app/lists/take-step.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { type FollowUpState, resultColumn } from './follow-up.ts'
import { type FollowUpChange, followUpSteps } from './follow-up-steps.ts'
import { followUpsTopic } from './live-topics.ts'
import { permissions } from './permissions.ts'
import { visibleFollowUps } from './visible-follow-ups.server.ts'

/** `changed` are the ids that took the step; the others stood elsewhere already. */
export type FollowUpsChanged = { ok: true; changed: string[] } | NotTaken<'not-a-colleague' | 'not-yours'>

type Row = { id: string; state: FollowUpState; ownerId: string }

const followUps: SteppedTable<Row> = {
  table: sql`follow_up`,
  subject: 'follow-up',
  columns: sql`r.owner_id AS "ownerId"`,
  async announce(tx, { corporationId }, moves) {
    await publish(tx, corporationId, followUpsTopic)
    for (const ownerId of new Set(moves.map(({ row }) => row.ownerId)))
      await publishTo(tx, corporationId, { account: ownerId, topic: todayTopic })
  },
}

/** Takes one step with these promises. A result belongs to one promise: with several it is left out. */
export function changeFollowUps(actor: Actor, ids: string[], change: FollowUpChange): Promise<FollowUpsChanged> {
  return inScope(actor, async (tx) => {
    const refusal = change.step === 'reassign' ? await whyNotTo(tx, actor, change.ownerId) : null
    if (refusal) return refusal
    const answer = await takeStep<Row>({ tx, scope: actor }, followUps, {
      step: followUpSteps[change.step],
      ids,
      visible: visibleFollowUps(actor),
      input: { ...change, accountId: actor.accountId },
      set: change.step === 'complete' ? await resultOf(tx, actor, { ids, result: change.result }) : [],
    })
    if (answer.ok && change.step === 'reassign')
      await publishTo(tx, actor.corporationId, { account: change.ownerId, topic: todayTopic })
    return answer.ok ? { ok: true, changed: answer.changed } : answer
  })
}

/** Promises are given by whoever sees them all, to a colleague who works here now and may keep them. */
async function whyNotTo(tx: Tx, actor: Actor, ownerId: string) {
  if (!can(actor, followUpSteps.reassign.permission)) return { ok: false as const, reason: 'not-yours' as const }
  const here = await tx.membership.count({
    where: {
      corporationId: actor.corporationId,
      accountId: ownerId,
      endedAt: null,
      role: { in: [...permissions['follow-up:write']] },
    },
  })
  return here > 0 ? null : { ok: false as const, reason: 'not-a-colleague' as const }
}

async function resultOf(
  tx: Tx,
  { corporationId }: Actor,
  { ids, result }: { ids: string[]; result: string },
): Promise<SqlPart[]> {
  const [id, ...more] = ids
  if (!result || !id || more.length > 0) return []
  const sealed = (await sealerFor(tx, corporationId)).seal(resultColumn(id), result)
  return [sql`result_sealed = ${sealed}::bytea`]
}

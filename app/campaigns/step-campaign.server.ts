import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimLapses } from '#app/claims/claim-kind.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { NotTaken } from '#app/lists/steps.ts'
import { type SteppedTable, takeStep } from '#app/lists/take-step.server.ts'
import {
  type CampaignState,
  type CampaignStep,
  campaignSteps,
  type LaunchFacts,
  type LaunchRefusal,
} from './campaign-steps.ts'
import { campaignsTopic } from './live-topics.ts'
import { stillToDo } from './still-to-do.ts'
import { teamChanged } from './team-news.ts'

export type CampaignStepped = { ok: true; withdrawn: number } | NotTaken<LaunchRefusal>

type Row = LaunchFacts & { id: string; state: CampaignState }

const campaigns: SteppedTable<Row> = {
  table: sql`campaign`,
  subject: 'campaign',
  columns: sql`r.purpose, r.legal_basis AS "legalBasis", r.reason_to_call AS "reasonToCall",
    (SELECT count(*)::int FROM campaign_caller m WHERE m.corporation_id = r.corporation_id AND m.campaign_id = r.id AND m.left_at IS NULL) AS callers,
    (SELECT count(*)::int FROM target g WHERE g.corporation_id = r.corporation_id AND g.campaign_id = r.id) AS targets`,
  async announce(tx, { corporationId }, moves) {
    for (const { row } of moves) await publish(tx, corporationId, teamChanged(row.id))
    await publish(tx, corporationId, campaignsTopic)
  },
}

/**
 * Starts, pauses, resumes or closes a campaign. At its close all that is still to do is withdrawn; what was promised stays
 * promised.
 */
export function stepCampaign(actor: Actor, campaignId: string, step: CampaignStep): Promise<CampaignStepped> {
  return inScope(actor, async (tx) => {
    let withdrawn = 0
    const answer = await takeStep<Row, LaunchRefusal>({ tx, scope: actor }, campaigns, {
      step: campaignSteps[step],
      ids: [campaignId],
      visible: sql`r.corporation_id = ${actor.corporationId}::int`,
      async before() {
        if (step === 'close') withdrawn = await withdrawOpenTargets(tx, actor, campaignId)
        return { ok: true, details: { withdrawn } }
      },
    })
    return answer.ok ? { ok: true, withdrawn } : answer
  })
}

/** Also those that a caller has on the screen at this moment; what they typed is kept as their draft. */
async function withdrawOpenTargets(tx: SqlRunner, { corporationId }: Actor, campaignId: string): Promise<number> {
  const gone = await tx.sql(sql`
    WITH held AS (
      SELECT id FROM target WHERE corporation_id = ${corporationId}::int AND campaign_id = ${campaignId}::uuid AND state IN ${stillToDo}
      ORDER BY id FOR NO KEY UPDATE
    )
    UPDATE target g SET state = 'withdrawn', withdrawn_reason = 'campaign-closed', finished_at = now(), next_at = NULL, ${claimLapses}
    FROM held WHERE g.corporation_id = ${corporationId}::int AND g.id = held.id RETURNING g.id`)
  return gone.length
}

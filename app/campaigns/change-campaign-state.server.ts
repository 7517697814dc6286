import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import {
  type CampaignState,
  type CampaignStep,
  campaignAfter,
  campaignSteps,
  type LaunchRefusal,
  launchRefusals,
} from './campaign-state.ts'
import { campaignsTopic, campaignTopic } from './live-topics.ts'
import { stillToDo } from './still-to-do.ts'

export type StateChanged =
  | { ok: true; state: CampaignState; withdrawn: number }
  | { ok: false; reason: 'not-found' | 'other-state' }
  | { ok: false; reason: 'incomplete'; missing: LaunchRefusal[] }

export const launchCampaign = (actor: Actor, campaignId: string) => changeState(actor, campaignId, 'launch')
export const pauseCampaign = (actor: Actor, campaignId: string) => changeState(actor, campaignId, 'pause')
export const resumeCampaign = (actor: Actor, campaignId: string) => changeState(actor, campaignId, 'resume')
/** Whatever is still to do is withdrawn; what was promised stays promised. */
export const closeCampaign = (actor: Actor, campaignId: string) => changeState(actor, campaignId, 'close')

type Found = {
  state: CampaignState
  purpose: string
  legalBasis: string
  reasonToCall: string
  callers: number
  targets: number
}

function changeState(actor: Actor, campaignId: string, step: CampaignStep): Promise<StateChanged> {
  return inScope(actor, async (tx): Promise<StateChanged> => {
    const found = await findForChange(tx, actor, campaignId)
    if (!found) return { ok: false, reason: 'not-found' }
    const to = campaignAfter(found.state, step)
    if (!to) return { ok: false, reason: 'other-state' }
    const missing = step === 'launch' ? launchRefusals(found) : []
    if (missing.length > 0) return { ok: false, reason: 'incomplete', missing }
    await moveState(tx, actor, campaignId, step)
    const withdrawn = step === 'close' ? await withdrawOpenTargets(tx, actor, campaignId) : 0
    await recordAudit(tx, actor, {
      action: `campaign:${step}`,
      subject: 'campaign',
      subjectId: campaignId,
      details: { withdrawn },
    })
    await publish(tx, actor.corporationId, campaignTopic(campaignId))
    await publish(tx, actor.corporationId, campaignsTopic)
    return { ok: true, state: to, withdrawn }
  })
}

async function findForChange(tx: Tx, { corporationId }: Actor, campaignId: string) {
  const [found] = await tx.sql<Found>(sql`
    SELECT k.state, k.purpose, k.legal_basis AS "legalBasis", k.reason_to_call AS "reasonToCall",
      (SELECT count(*)::int FROM campaign_caller m WHERE m.corporation_id = k.corporation_id AND m.campaign_id = k.id AND m.left_at IS NULL) AS callers,
      (SELECT count(*)::int FROM target g WHERE g.corporation_id = k.corporation_id AND g.campaign_id = k.id) AS targets
    FROM campaign k WHERE k.corporation_id = ${corporationId}::int AND k.id = ${campaignId}::uuid FOR UPDATE`)
  return found ?? null
}

function moveState(tx: Tx, { corporationId }: Actor, campaignId: string, step: CampaignStep) {
  const { from, to } = campaignSteps[step]
  return tx.sql(sql`
    UPDATE campaign SET state = ${to}, launched_at = CASE WHEN ${step} = 'launch' THEN now() ELSE launched_at END,
      closed_at = CASE WHEN ${step} = 'close' THEN now() ELSE closed_at END
    WHERE corporation_id = ${corporationId}::int AND id = ${campaignId}::uuid AND state = ANY(${[...from]}::text[]) RETURNING id`)
}

/** Also those that a caller has on the screen at this moment; what they typed is kept as their draft. */
async function withdrawOpenTargets(tx: Tx, { corporationId }: Actor, campaignId: string) {
  const gone = await tx.sql(sql`
    UPDATE target SET state = 'withdrawn', withdrawn_reason = 'campaign-closed', finished_at = now(), next_at = NULL, claimed_by = NULL, lease_until = NULL
    WHERE corporation_id = ${corporationId}::int AND campaign_id = ${campaignId}::uuid AND state IN ${stillToDo} RETURNING id`)
  return gone.length
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { idempotently } from '#app/core/idempotently.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Criteria } from '#app/segments/criteria.ts'
import { mayUse, usesCircumstances } from '#app/segments/criteria-permissions.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { CampaignInput } from './campaign-input.ts'
import { campaignsTopic, campaignTopic } from './live-topics.ts'

export type Saved =
  | { ok: true; campaignId: string }
  | { ok: false; reason: 'criteria-not-allowed' | 'not-found' | 'not-a-draft' | 'closed' }

/** A draft. `key`: the same one gives the same campaign, so that a double click makes one. */
export function createCampaign(actor: Actor, key: string, input: CampaignInput): Promise<Saved> {
  return inScope(actor, (tx) =>
    idempotently({ tx, scope: actor }, { key, operation: 'campaign:create' }, async (): Promise<Saved> => {
      if (!mayUseCriteria(actor, input.criteria)) return { ok: false, reason: 'criteria-not-allowed' }
      const id = uuidV7()
      await tx.campaign.create({
        data: { corporationId: actor.corporationId, id, createdBy: actor.accountId, ...columnsOf(input) },
      })
      await recordAudit(tx, actor, { action: 'campaign:created', subject: 'campaign', subjectId: id })
      await publish(tx, actor.corporationId, campaignsTopic)
      return { ok: true, campaignId: id }
    }),
  )
}

/** In a draft everything; in a running campaign all but whom to call, which was drawn from the list. */
export function updateCampaign(actor: Actor, campaignId: string, change: Partial<CampaignInput>): Promise<Saved> {
  return inScope(actor, async (tx): Promise<Saved> => {
    const where = { corporationId_id: { corporationId: actor.corporationId, id: campaignId } }
    const campaign = await tx.campaign.findUnique({ where, select: { state: true } })
    if (!campaign) return { ok: false, reason: 'not-found' }
    if (campaign.state === 'closed') return { ok: false, reason: 'closed' }
    if (change.criteria && campaign.state !== 'draft') return { ok: false, reason: 'not-a-draft' }
    if (change.criteria && !mayUseCriteria(actor, change.criteria)) return { ok: false, reason: 'criteria-not-allowed' }
    await tx.campaign.update({ where, data: columnsOf(change) })
    await recordAudit(tx, actor, {
      action: 'campaign:changed',
      subject: 'campaign',
      subjectId: campaignId,
      details: { fields: Object.keys(change) },
    })
    await publish(tx, actor.corporationId, campaignTopic(campaignId))
    return { ok: true, campaignId }
  })
}

const mayUseCriteria = (actor: Actor, criteria: Criteria) => mayUse(criteria, (permission) => can(actor, permission))

function columnsOf<Input extends Partial<CampaignInput>>({ criteria, script, policy, ...plain }: Input) {
  const asJson = { criteria, script, policy } as Record<'criteria' | 'script' | 'policy', Prisma.InputJsonValue>
  const told = criteria && { usesCircumstances: usesCircumstances(criteria) }
  return { ...plain, ...asJson, ...told } as Omit<Input, 'criteria' | 'script' | 'policy'> & typeof asJson
}

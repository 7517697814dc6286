import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { type NewGesture, requestGesture } from '#app/gestures/request-gestures.server.ts'
import { uniqueName } from '#prisma/builders/unique.ts'

export function aGesture(actor: Actor, tenantId: string, overrides: Partial<NewGesture> = {}): Promise<string> {
  const input = { tenantId, kind: 'card', text: 'Van harte beterschap', ...overrides } as const
  return inScope(actor, async (tx) =>
    requestGesture(tx, actor, { sealer: await sealerFor(tx, actor.corporationId), input }),
  )
}

/** A running campaign with so much money for gestures; null is no limit. */
export async function aCampaign(actor: Actor, budgetCents: number | null): Promise<{ id: string; name: string }> {
  const campaign = { id: uuidV7(), name: uniqueName('Belactie') }
  const required = {
    state: 'running',
    purpose: 'Contact',
    legalBasis: 'legitimate-interest',
    reasonToCall: '80 of ouder',
    criteria: {},
    policy: {},
  }
  await inScope(actor, (tx) =>
    tx.campaign.create({
      data: { ...campaign, ...required, corporationId: actor.corporationId, createdBy: actor.accountId, budgetCents },
    }),
  )
  return campaign
}

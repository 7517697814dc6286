import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { createFollowUp, type NewFollowUp } from '#app/follow-ups/create-follow-ups.server.ts'

/** A promise of this colleague to ring back, due on 18 November 2026 unless told otherwise. */
export function aFollowUp(actor: Actor, tenantId: string, overrides: Partial<NewFollowUp> = {}): Promise<string> {
  const followUp = {
    kind: 'call-back',
    promise: 'Bellen over de cv-ketel',
    ownerId: actor.accountId,
    dueOn: '2026-11-18',
    ...overrides,
  } as const
  return inScope(actor, async (tx) =>
    createFollowUp(tx, actor, { sealer: await sealerFor(tx, actor.corporationId), input: { tenantId, ...followUp } }),
  )
}

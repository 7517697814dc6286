import type { Actor } from '#app/accounts/authorize.server.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { createFollowUp } from '#app/follow-ups/create-follow-ups.server.ts'
import { requestGesture } from '#app/gestures/request-gestures.server.ts'
import { createReferral } from '#app/referrals/create-referrals.server.ts'
import { dateIn } from '#app/time/clock.ts'
import type { OutcomeInput } from './schema.ts'

/** The conversation in which it was promised. */
export type PromisedIn = { conversationId: string; tenantId: string; campaignId: string | null; at: Date }

/** What was promised: to do something, to hand over to an agency, to send something. Every free text is sealed. */
export async function recordPromises(
  tx: SqlTx,
  actor: Actor,
  { promisedIn, input }: { promisedIn: PromisedIn; input: OutcomeInput },
) {
  const sealer = await sealerFor(tx, actor.corporationId)
  const today = dateIn(actor.timeZone, promisedIn.at)
  for (const followUp of input.followUps)
    await createFollowUp(tx, actor, { sealer, input: { ...promisedIn, ...followUp } })
  for (const { ownerId, ...referral } of input.referrals) {
    await createReferral(tx, actor, {
      sealer,
      input: {
        ...promisedIn,
        ...referral,
        ownerId: ownerId ?? actor.accountId,
        today,
      },
    })
  }
  for (const gesture of input.gestures)
    await requestGesture(tx, actor, { sealer, input: { ...promisedIn, ...gesture } })
}

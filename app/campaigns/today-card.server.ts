import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { findProgress } from './campaign-progress.server.ts'
import { isLive } from './campaign-steps.ts'
import { listCampaigns } from './campaigns.server.ts'

export type CampaignsCard = Awaited<ReturnType<typeof readCampaignsCard>>

/** Campaigns that run or are paused, with how far they are and what stands still. No names of anybody. */
export async function readCampaignsCard(tx: Tx, actor: Actor, now: Date) {
  const live = (await listCampaigns(tx, actor)).filter(({ state }) => isLive(state))
  const campaigns = []
  for (const { id, name, state } of live) {
    const progress = await findProgress(tx, actor, { campaignId: id, now })
    if (progress) campaigns.push({ id, name, state, ...shownOf(progress) })
  }
  return campaigns
}

function shownOf({ figures, blocked, plan }: NonNullable<Awaited<ReturnType<typeof findProgress>>>) {
  return {
    figures,
    blocked: blocked.map(({ reason, homes }) => ({ reason, homes })),
    finishOn: plan.finishOn,
    hoursShort: Math.round(plan.hoursShort),
  }
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import type { CampaignInput } from '#app/campaigns/campaign-input.ts'
import { setTeam } from '#app/campaigns/change-team.server.ts'
import { createCampaign } from '#app/campaigns/create-campaign.server.ts'
import { defaultScripts } from '#app/campaigns/script.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'

/** A draft for tenants of 80 and over that lacks nothing but a team. */
export async function aDraft(actor: Actor, overrides: Partial<CampaignInput> = {}): Promise<string> {
  const answer = await createCampaign(actor, uuidV7(), {
    name: 'Belactie 80+',
    purpose: 'Weten hoe het gaat met onze oudste huurders.',
    legalBasis: 'legitimate-interest',
    reasonToCall: 'We vragen al onze huurders van 80 en ouder hoe het gaat.',
    criteria: { field: 'age', operator: 'at-least', value: 80 },
    script: [...defaultScripts['eighty-plus']],
    policy: defaultPolicy,
    budgetCents: null,
    ...overrides,
  })
  if (!answer.ok) throw new Error(answer.reason)
  return answer.campaignId
}

/** A draft whose homes are divided over these colleagues, fifteen hours each. */
export async function aDividedDraft(
  actor: Actor,
  team: Actor[],
  overrides: Partial<CampaignInput> = {},
): Promise<string> {
  const campaignId = await aDraft(actor, overrides)
  await setTeam(
    actor,
    campaignId,
    team.map(({ accountId }) => ({ accountId, hours: 15 })),
  )
  const spread = await applySpread(actor, campaignId, dateIn(actor.timeZone, new Date()))
  if (!spread.ok) throw new Error(spread.reason)
  return campaignId
}

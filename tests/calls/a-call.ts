import type { Actor } from '#app/accounts/authorize.server.ts'
import { defaultPolicy, type Policy } from '#app/campaigns/calling-policy.ts'
import { defaultScripts } from '#app/campaigns/script.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'

const allDay = [{ from: '00:00', to: '23:59' }]
/** Whenever a test runs, it is time to call. */
export const alwaysOpen: Policy = {
  ...defaultPolicy,
  windows: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay, 6: allDay, 7: allDay },
  onPublicHolidays: true,
}

type CampaignOptions = { name?: string; state?: string; policy?: Policy }

/** A campaign that runs, with these callers on its team. */
export async function aCampaign(
  coordinator: Actor,
  callers: Actor[],
  { name = 'Belactie 80+', state = 'running', policy = alwaysOpen }: CampaignOptions = {},
) {
  const { corporationId } = coordinator
  const id = uuidV7()
  await inScope(coordinator, async (tx) => {
    await tx.campaign.create({
      data: {
        corporationId,
        id,
        name,
        state,
        purpose: 'Weten hoe het gaat met onze oudste huurders.',
        legalBasis: 'legitimate-interest',
        reasonToCall: 'Wij bellen al onze huurders van 80 jaar en ouder om te vragen hoe het gaat.',
        criteria: { all: [] },
        script: defaultScripts['eighty-plus'].map((section) => ({ ...section })),
        policy,
        createdBy: coordinator.accountId,
        launchedAt: new Date(),
      },
    })
    await tx.campaignCaller.createMany({
      data: callers.map(({ accountId }) => ({ corporationId, campaignId: id, accountId, hours: 15 })),
    })
  })
  return { id }
}

type TargetOverrides = {
  state?: string
  assignedTo?: string | null
  nextAt?: Date
  appointmentWith?: string
  position?: number
}

/** The home of a tenant on the list of a campaign. */
export async function aTarget(
  actor: Actor,
  campaign: { id: string },
  tenant: { id: string; homeId: string | null },
  overrides: TargetOverrides = {},
): Promise<string> {
  const id = uuidV7()
  const { corporationId } = actor
  if (!tenant.homeId) throw new Error('A target is a home.')
  const data = { corporationId, id, campaignId: campaign.id, homeId: tenant.homeId, tenantId: tenant.id, ...overrides }
  await inScope(actor, (tx) => tx.target.create({ data }))
  return id
}

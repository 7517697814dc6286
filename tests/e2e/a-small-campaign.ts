import type { Actor } from '#app/accounts/authorize.server.ts'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { setTeam } from '#app/campaigns/change-team.server.ts'
import { createCampaign } from '#app/campaigns/create-campaign.server.ts'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { defaultScripts } from '#app/campaigns/script.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { addAgency } from '#app/referrals/agencies.server.ts'
import type { Criteria } from '#app/segments/criteria.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aColleague } from './people.ts'
import { aTenantList, today } from './tenant-list.ts'

type Person = Actor & { email: string }
export type SmallCampaign = {
  corporation: Corporation
  administrator: Person
  coordinator: Person
  caller: Person
  colleague: Person
  reader: Person
  'contact-person': Person
  agencyId: string
  campaignId: string
  listPath: string
}

const wholeDay = [{ from: '00:00', to: '23:59' }]
const windows = { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay, 7: wholeDay }

/** A corporation of a few hundred tenants with somebody in every role and a campaign that runs at any hour. */
export async function aSmallCampaign(
  name: string,
  change: (csv: string) => string = (csv) => csv,
): Promise<SmallCampaign> {
  const corporation = await aCorporation({ name })
  const administrator = await aColleague(corporation, 'administrator', 'Bea Beheer')
  const coordinator = await aColleague(corporation, 'coordinator', 'Sanne Visser')
  const caller = await aColleague(corporation, 'caller', 'Karin Kok')
  const colleague = await aColleague(corporation, 'caller', 'Omar Bouazza')
  const reader = await aColleague(corporation, 'reader', 'Rik Lezer')
  const contactPerson = await aColleague(corporation, 'contact-person', 'Cor Post')
  const listPath = await readIn(coordinator, change)
  const agency = orThrow(
    await addAgency(coordinator, uuidV7(), {
      name: 'Wijkteam',
      helpsWith: 'Hulp in huis',
      municipality: '',
      openingHours: '',
      phone: '0162 410 010',
      email: null,
    }),
  )
  const campaignId = await aDraft(coordinator, 'Belactie iedereen', [caller, colleague])
  orThrow(await applySpread(coordinator, campaignId, today))
  orThrow(await stepCampaign(coordinator, campaignId, 'launch'))
  return {
    corporation,
    administrator,
    coordinator,
    caller,
    colleague,
    reader,
    'contact-person': contactPerson,
    agencyId: agency.id,
    campaignId,
    listPath,
  }
}

export async function aDraft(coordinator: Actor, name: string, team: Actor[]): Promise<string> {
  const everybody: Criteria = { field: 'age', operator: 'at-least', value: 18 }
  const created = orThrow(
    await createCampaign(coordinator, uuidV7(), {
      name,
      purpose: 'Horen hoe het gaat met onze huurders.',
      legalBasis: 'legitimate-interest',
      reasonToCall: 'Wij bellen al onze huurders om te horen hoe het gaat.',
      criteria: everybody,
      script: defaultScripts.general,
      policy: { ...defaultPolicy, windows, onPublicHolidays: true },
      budgetCents: 50_000,
    }),
  )
  const members = team.map(({ accountId }) => ({ accountId, hours: 15 }))
  orThrow(await setTeam(coordinator, created.campaignId, members))
  return created.campaignId
}

async function readIn(coordinator: Actor, change: (csv: string) => string): Promise<string> {
  const { path, fileName } = aTenantList('itris', 200, change)
  orThrow(await importTenantList(coordinator, { path, fileName, today, apply: true }, campaignsFollowLists))
  return path
}

export function orThrow<Answer extends { ok: boolean }>(answer: Answer): Extract<Answer, { ok: true }> {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer as Extract<Answer, { ok: true }>
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { launchCampaign } from '#app/campaigns/change-campaign-state.server.ts'
import { createCampaign } from '#app/campaigns/create-campaign.server.ts'
import { defaultPolicy } from '#app/campaigns/policy.ts'
import { defaultScripts } from '#app/campaigns/script.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { setTeam } from '#app/campaigns/team.server.ts'
import { dateIn } from '#app/core/clock.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { addAgency } from '#app/referrals/agencies.server.ts'
import { presets } from '#app/segments/presets.ts'

const agencies = [
  { name: 'Wijkteam Oosterhout', helpsWith: 'Hulp in huis, geld, eenzaamheid', phone: '0162 410 010', email: null },
  { name: 'Surplus Welzijn', helpsWith: 'Maatjes, activiteiten, mantelzorg', phone: '0162 748 484', email: null },
  { name: 'Automaatje', helpsWith: 'Vervoer door vrijwilligers', phone: '0162 748 400', email: null },
]

// Day and night, so that the demo can be tried at any hour; a real round keeps to office hours.
const wholeDay = [{ from: '00:00', to: '23:59' }]
const alwaysOpen = { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay, 7: wholeDay }

/** One round under way among everybody of 80 and over, by the same operations as the screens. */
export async function tellDemoStory(coordinator: Actor, team: Actor[], now: Date) {
  for (const agency of agencies) await addAgency(coordinator, uuidV7(), agency)
  const campaignId = await startRound(coordinator, team, dateIn(coordinator.timeZone, now))
  await makeFirstCalls(team, campaignId)
}

async function startRound(coordinator: Actor, team: Actor[], today: string): Promise<string> {
  const created = expectOk(
    await createCampaign(coordinator, uuidV7(), {
      name: 'Belactie 80+',
      purpose: 'Horen hoe het gaat met onze oudste huurders, en helpen waar dat nodig is.',
      legalBasis: 'legitimate-interest',
      reasonToCall: 'U bent 80 jaar of ouder. Wij bellen al onze huurders van die leeftijd om te horen hoe het gaat.',
      criteria: presets['80-plus'],
      script: defaultScripts['eighty-plus'],
      policy: { ...defaultPolicy, windows: alwaysOpen, onPublicHolidays: true },
      budgetCents: 50_000,
    }),
  )
  expectOk(await setTeam(coordinator, created.campaignId, team.map(({ accountId }) => ({ accountId, hours: 4 }))))
  expectOk(await applySpread(coordinator, created.campaignId, today))
  expectOk(await launchCampaign(coordinator, created.campaignId))
  return created.campaignId
}

async function makeFirstCalls(_team: Actor[], _campaignId: string) {}

function expectOk<Answer extends { ok: boolean }>(answer: Answer): Extract<Answer, { ok: true }> {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer as Extract<Answer, { ok: true }>
}

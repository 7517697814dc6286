import type { Actor } from '#app/accounts/authorize.server.ts'
import { type Claim, claimNext } from '#app/calls/claim-next.server.ts'
import { recordOutcome } from '#app/calls/record-outcome.server.ts'
import { type OutcomeInput, outcomeSchema } from '#app/calls/schema.ts'
import { targetClaims } from '#app/calls/target-claims.ts'
import { defaultPolicy, type Policy } from '#app/campaigns/calling-policy.ts'
import { setTeam } from '#app/campaigns/change-team.server.ts'
import { createCampaign } from '#app/campaigns/create-campaign.server.ts'
import { defaultScripts } from '#app/campaigns/script.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import type { Outcome } from '#app/conversations/outcomes.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser } from '../support/database.ts'

const day = [{ from: '00:00', to: '23:59' }]
/** A campaign in which it is always calling time, except in the last minute of the day. */
export const alwaysOpen: Policy = {
  ...defaultPolicy,
  windows: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day },
  onPublicHolidays: true,
}

export type Campaign = {
  corporation: Corporation
  coordinator: Actor
  callers: Actor[]
  campaignId: string
  tenantIds: string[]
}
type CampaignOptions = {
  homes?: number
  callers?: number
  policy?: Policy
  corporation?: Corporation
  isLaunched?: boolean
  complexes?: number
}

/** A running campaign over tenants made for it, spread over its callers. */
export async function aCampaign(options: CampaignOptions = {}): Promise<Campaign> {
  const corporation = options.corporation ?? (await aCorporation())
  const coordinator = await anActor(corporation)
  const callers: Actor[] = []
  for (let nr = 1; nr <= (options.callers ?? 1); nr++)
    callers.push(await anActor(corporation, { role: 'caller', name: `Beller ${nr}` }))
  const tenantIds: string[] = []
  for (let nr = 0; nr < (options.homes ?? 1); nr++) tenantIds.push((await aTenant(coordinator)).id)
  const campaignId = await aDraft(coordinator, callers, options.policy ?? alwaysOpen)
  const spread = await applySpread(coordinator, campaignId, dateIn(corporation.timeZone, new Date()))
  if (!spread.ok) throw new Error(spread.reason)
  if (options.isLaunched !== false) {
    const launched = await stepCampaign(coordinator, campaignId, 'launch')
    if (!launched.ok) throw new Error(launched.reason)
  }
  return { corporation, coordinator, callers, campaignId, tenantIds }
}

export async function aDraft(coordinator: Actor, callers: Actor[], policy: Policy): Promise<string> {
  const created = await createCampaign(coordinator, uuidV7(), {
    name: 'Belactie 80+',
    purpose: 'Horen hoe het gaat',
    legalBasis: 'legitimate-interest',
    reasonToCall: 'U bent 80 of ouder.',
    criteria: { all: [] },
    script: defaultScripts.general,
    policy,
    budgetCents: null,
  })
  if (!created.ok) throw new Error(created.reason)
  const team = await setTeam(
    coordinator,
    created.campaignId,
    callers.map(({ accountId }) => ({ accountId, hours: 15 })),
  )
  if (!team.ok) throw new Error(team.reason)
  return created.campaignId
}

export async function claimed(actor: Actor, now = new Date()): Promise<Claim> {
  const answer = await claimNext(actor, now)
  if (!answer.ok) throw new Error(`${answer.reason} ${JSON.stringify(answer.blocked)}`)
  return answer
}

/** The same claim as the kit of claims knows it. */
export const targetClaim = ({ targetId, fence }: Claim) => ({ kind: targetClaims, id: targetId, fence })

type OutcomeFields = Partial<Record<keyof OutcomeInput, unknown>>

/** What the form of a call sends, filled in just enough for its outcome. */
export function anOutcome(claim: Claim, outcome: Outcome, fields: OutcomeFields = {}): OutcomeInput {
  const defaults: Partial<Record<Outcome, OutcomeFields>> = {
    spoken: { wellbeing: 'good', notes: 'Klein praatje.' },
    'call-back-later': { againOn: tomorrow(), againAt: '10:30' },
    skipped: { skipReason: 'no-time' },
    'wrong-number': { numberUsed: '+31612345678' },
    'out-of-service': { numberUsed: '+31612345678' },
  }
  return outcomeSchema.parse({
    key: uuidV7(),
    fence: claim.fence,
    startedAt: new Date(),
    outcome,
    ...defaults[outcome],
    ...fields,
  })
}

export const tomorrow = () => dateIn('Europe/Amsterdam', new Date(Date.now() + 86_400_000))

export const finish = (actor: Actor, claim: Claim, outcome: Outcome, fields: OutcomeFields = {}, now = new Date()) =>
  recordOutcome(actor, claim.targetId, {
    input: anOutcome(claim, outcome, fields),
    draftFields: { notes: ['wat ik typte'] },
    now,
  })

/** The moment of the home has come. */
export const due = (targetId: string) =>
  asSuperuser("UPDATE target SET next_at = now() - interval '1 second' WHERE id = $1", [targetId])

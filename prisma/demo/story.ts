import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { recordOutcome } from '#app/calls/record-outcome.server.ts'
import { outcomeSchema } from '#app/calls/schema.ts'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { setTeam } from '#app/campaigns/change-team.server.ts'
import { createCampaign } from '#app/campaigns/create-campaign.server.ts'
import { defaultScripts } from '#app/campaigns/script.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { type Outcome, outcomeRule } from '#app/conversations/outcomes.ts'
import type { Topic } from '#app/conversations/topics.ts'
import type { Wellbeing } from '#app/conversations/wellbeing.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { addUrgentNumber } from '#app/corporations/urgent-numbers.server.ts'
import { changeFollowUps } from '#app/follow-ups/change-follow-ups.server.ts'
import type { FollowUpKind } from '#app/follow-ups/follow-up.ts'
import { changeGestures } from '#app/gestures/change-gestures.server.ts'
import { setValue } from '#app/reference-values/set-value.server.ts'
import type { ValueKey } from '#app/reference-values/value-keys.ts'
import { addAgency } from '#app/referrals/agencies.server.ts'
import { presets } from '#app/segments/presets.ts'
import { addDays, dateIn, instantAt } from '#app/time/clock.ts'

const agencies = [
  {
    ...{ name: 'Wijkteam Oosterhout', municipality: 'Oosterhout', helpsWith: 'Hulp in huis, geld, eenzaamheid' },
    ...{ openingHours: 'ma t/m vr 9.00 tot 17.00 uur', phone: '0162 410 010', email: null },
  },
  {
    ...{ name: 'Surplus Welzijn', municipality: 'Oosterhout', helpsWith: 'Maatjes, activiteiten, mantelzorg' },
    ...{ openingHours: 'ma t/m do 9.00 tot 12.30 uur', phone: '0162 748 484', email: null },
  },
  {
    ...{ name: 'Automaatje', municipality: 'Oosterhout', helpsWith: 'Vervoer door vrijwilligers' },
    ...{ openingHours: 'werkdagen tot 12.00 uur', phone: '0162 748 400', email: null },
  },
]

// Day and night, so that the demo can be tried at any hour; a real campaign keeps to office hours.
const wholeDay = [{ from: '00:00', to: '23:59' }]
export const alwaysOpen = { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay, 7: wholeDay }

const urgentNumbers = [
  { name: 'Alarmnummer', phone: '112', ringWhen: 'bij levensgevaar of brand', notes: '' },
  {
    name: 'Coördinator Cora',
    phone: '+31162748490',
    ringWhen: 'op werkdagen van 9:00 tot 17:00',
    notes: 'Neemt zij niet op? Bel dan de wijkbeheerder.',
  },
  { name: 'Wijkbeheerder Oosterhout', phone: '+31612345601', ringWhen: 'er moet nu iemand langsgaan', notes: '' },
  { name: 'Huisartsenpost', phone: '+31162748411', ringWhen: 'iemand is ziek, ’s avonds of in het weekend', notes: '' },
]

const values: [ValueKey, string][] = [
  ['office', '+31162748400'],
  ['duty-officer', '+31612345602'],
  ['asbestos-specialist', '+31162748420'],
  ['call-out-weekday', '5500'],
  ['call-out-night', '7750'],
  ['locked-out-evening', '9500'],
  ['first-call', 'de opzichter'],
]

/** One campaign under way among everybody of 80 and over, by the same operations as the screens. */
export async function tellDemoStory(coordinator: Actor, team: Actor[], now: Date) {
  const added = []
  for (const agency of agencies) added.push(expectOk(await addAgency(coordinator, uuidV7(), agency)).id)
  for (const number of urgentNumbers) expectOk(await addUrgentNumber(coordinator, uuidV7(), number))
  const today = dateIn(coordinator.timeZone, now)
  for (const [key, value] of values) await setValue(coordinator, { key, value, fromOn: today }, today)
  await startCampaign(coordinator, team, today)
  await makeFirstCalls(team, added[1] as string, now)
  await keepPromises(coordinator, today)
}

async function startCampaign(coordinator: Actor, team: Actor[], today: string) {
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
  expectOk(
    await setTeam(
      coordinator,
      created.campaignId,
      team.map(({ accountId }) => ({ accountId, hours: 4 })),
    ),
  )
  expectOk(await applySpread(coordinator, created.campaignId, today))
  expectOk(await stepCampaign(coordinator, created.campaignId, 'launch'))
}

/** What came of the first calls, again and again in this order: about eight in ten were spoken to in the end. */
const demoCalls: DemoCall[] = [
  {
    outcome: 'spoken',
    wellbeing: 'good',
    topics: ['chat'],
    notes: 'Gezellig gepraat over vroeger. Woont hier graag, de kleinkinderen komen elke zondag.',
    gesture: 'Fijn dat we u even spraken. Groeten van De Linde.',
  },
  { outcome: 'no-answer' },
  {
    outcome: 'spoken',
    wellbeing: 'watch',
    topics: ['loneliness', 'activities'],
    notes: 'Ziet weinig mensen sinds de buurvrouw is verhuisd. Zou wel eens mee willen naar de koffieochtend.',
    referral: 'Kan iemand meegaan naar de eerste koffieochtend?',
  },
  {
    outcome: 'spoken',
    wellbeing: 'good',
    topics: ['repair'],
    notes: 'Kraan in de keuken lekt al een paar weken.',
    promise: { kind: 'repair-report', promise: 'Lekkende keukenkraan melden', inDays: 1 },
  },
  { outcome: 'voicemail' },
  {
    outcome: 'spoken',
    wellbeing: 'worry',
    topics: ['daily-help', 'home-adaptation'],
    notes: 'Komt de trap bijna niet meer op. Wil weten of er een traplift kan komen.',
    promise: { kind: 'call-back', promise: 'Terugbellen over de traplift', inDays: 2 },
  },
  { outcome: 'spoken', wellbeing: 'good', topics: ['compliment'], notes: 'Blij met de nieuwe kozijnen.' },
  { outcome: 'call-back-later' },
  {
    outcome: 'spoken',
    wellbeing: 'good',
    topics: ['chat', 'garden'],
    notes: 'Praatje over de tuin. Vraagt of de heg gesnoeid wordt.',
    promise: { kind: 'other', promise: 'Vragen wanneer de heg wordt gesnoeid', inDays: 4 },
  },
  { outcome: 'no-answer' },
]

type DemoCall = {
  outcome: Outcome
  wellbeing?: Wellbeing
  topics?: Topic[]
  notes?: string
  promise?: { kind: FollowUpKind; promise: string; inDays: number }
  referral?: string
  gesture?: string
}

// Nearly as many as planned.
const daysOfCalling = 3
const callsADay = 60

async function makeFirstCalls(team: Actor[], agencyId: string, now: Date) {
  for (let call = 0; call < daysOfCalling * callsADay; call++) {
    const caller = team[(call * 7) % (team.length - 1)] as Actor
    await makeCall(caller, demoCalls[call % demoCalls.length] as DemoCall, {
      agencyId,
      at: momentsOfCalls(caller.timeZone, now)[call] as Date,
    })
  }
}

/** Every eight minutes of the three days before, from nine until five: nobody rings a tenant at night. */
export function momentsOfCalls(zone: string, now: Date): Date[] {
  const today = dateIn(zone, now)
  return Array.from({ length: daysOfCalling * callsADay }, (_, call) => {
    const opens = instantAt(zone, addDays(today, Math.floor(call / callsADay) - daysOfCalling), '09:00')
    return new Date(opens.getTime() + (call % callsADay) * 8 * 60_000)
  })
}

const stillLate = 3
const stillRequested = 6

/** Most of what was promised was done on its day; what is late shows what happens then. */
async function keepPromises(coordinator: Actor, today: string) {
  const where = { corporationId: coordinator.corporationId }
  const [due, requested] = await inScope(coordinator, async (tx) => [
    await tx.followUp.findMany({ where: { ...where, dueOn: { lt: new Date(today) } }, orderBy: { dueOn: 'asc' } }),
    await tx.gesture.findMany({ where, orderBy: { id: 'asc' } }),
  ])
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  expectOk(await changeFollowUps(coordinator, ids(due.slice(0, -stillLate)), { step: 'complete', result: '' }))
  expectOk(await changeGestures(coordinator, ids(requested.slice(0, -stillRequested)), { step: 'approve' }))
}

async function makeCall(caller: Actor, demoCall: DemoCall, { agencyId, at }: { agencyId: string; at: Date }) {
  const claim = expectOk(await claimNext(caller, at))
  const on = (days: number) => addDays(dateIn(caller.timeZone, at), days)
  const input = outcomeSchema.parse({
    key: uuidV7(),
    fence: claim.fence,
    startedAt: new Date(at.getTime() - (outcomeRule(demoCall.outcome).opensNotes ? 14 : 2) * 60_000),
    outcome: demoCall.outcome,
    wellbeing: demoCall.wellbeing ?? null,
    topics: demoCall.topics ?? [],
    notes: demoCall.notes ?? '',
    ...(outcomeRule(demoCall.outcome).asks === 'appointment'
      ? { againOn: on(daysOfCalling + 1), againAt: '10:30', againWith: 'me' }
      : {}),
    followUps: demoCall.promise
      ? [{ ...demoCall.promise, ownerId: caller.accountId, dueOn: on(demoCall.promise.inDays), dueTime: null }]
      : [],
    referrals: demoCall.referral ? [{ agencyId, question: demoCall.referral, consent: true, ownerId: null }] : [],
    gestures: demoCall.gesture ? [{ kind: 'card', text: demoCall.gesture }] : [],
  })
  expectOk(await recordOutcome(caller, claim.targetId, { input, draftFields: {}, now: at }))
}

function expectOk<Answer extends { ok: boolean }>(answer: Answer): Extract<Answer, { ok: true }> {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer as Extract<Answer, { ok: true }>
}

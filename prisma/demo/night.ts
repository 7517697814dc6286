import type { Actor } from '#app/accounts/authorize.server.ts'
import { type InHand, inScopeSql, systemDeskScope } from '#app/core/scope.server.ts'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { type Night, nightBefore, nightWindow } from '#app/nights/night-window.ts'
import { isTriageKind, type TriageKind } from '#app/triage/kinds.ts'
import { type Told, tellOne, whoMayRing } from './contacts.ts'
import { judgeOne } from './judged.ts'

const told: Told[] = [
  {
    at: 2,
    kind: 'water-leak',
    wait: 8,
    outcome: 'partner-sent',
    agreed: 'somebody-comes',
    notes: 'Lekkage onder de gootsteen, hoofdkraan is dicht. Loodgieter komt voor 19.00 uur.',
  },
  {
    at: 5,
    kind: 'no-heating',
    wait: 22,
    outcome: 'for-office',
    agreed: 'office-rings',
    notes: 'Verwarming in de slaapkamer blijft koud. Rest van het huis is warm. Kan tot morgen wachten.',
  },
  {
    at: 9,
    kind: 'lift-out-of-order',
    wait: 12,
    outcome: 'partner-sent',
    agreed: 'somebody-comes',
    notes: 'Lift staat stil op de derde, niemand zit erin. Monteur onderweg.',
  },
  {
    at: 12,
    kind: 'lift-out-of-order',
    wait: 41,
    outcome: 'solved',
    notes: 'Vraagt naar de lift. Gezegd dat de monteur onderweg is.',
  },
  {
    at: 15,
    kind: 'gas-leak',
    wait: 4,
    outcome: 'passed-on',
    agreed: 'somebody-comes',
    isDanger: true,
    notes: 'Rook gas in de keuken. Buiten gaan staan, 112 en netbeheerder gebeld. Om 19.40 uur veilig verklaard.',
  },
  {
    at: 19,
    kind: 'locked-out',
    wait: 15,
    outcome: 'solved',
    notes: 'Sleutel binnen laten liggen. De buurman had een reservesleutel.',
  },
  {
    at: 24,
    kind: 'threat',
    wait: 35,
    outcome: 'for-office',
    agreed: 'office-rings',
    notes: 'Harde muziek bij de buren, al de derde avond. Wil dat iemand van kantoor belt.',
  },
  { at: 28, kind: 'blocked-drain', wait: null, outcome: 'not-reached', notes: 'Twee keer teruggebeld, geen gehoor.' },
  {
    at: 33,
    kind: 'power-failure',
    wait: 19,
    outcome: 'solved',
    notes: 'Stoppenkast: aardlekschakelaar weer aangezet, alles doet het.',
  },
  { at: 40, kind: 'other-question', wait: null, outcome: 'no-number', isHidden: true },
  {
    at: 46,
    kind: 'home-not-closing',
    wait: 11,
    outcome: 'partner-sent',
    agreed: 'somebody-comes',
    notes: 'Ruit van de voordeur stuk. Wordt vannacht dichtgezet.',
  },
  {
    at: 55,
    kind: 'worry-about-somebody',
    wait: 9,
    outcome: 'for-office',
    agreed: 'office-rings',
    notes:
      'Buurvrouw van 88 doet niet open, gordijnen dicht. Politie heeft gekeken: ze was bij haar dochter. Wil graag dat iemand haar belt.',
  },
  {
    at: 68,
    kind: 'no-hot-water',
    wait: 27,
    outcome: 'not-urgent',
    agreed: 'they-ring-again',
    notes: 'Geen warm water sinds gisteren. Belt vanochtend zelf.',
  },
  {
    at: 30,
    kind: 'fire-alarm',
    wait: 7,
    outcome: 'solved',
    notes: 'Rookmelder piept elke minuut. Batterij is leeg; zoon zet er morgen een nieuwe in.',
  },
  {
    at: 43,
    kind: 'roof-leak',
    wait: 14,
    outcome: 'for-office',
    agreed: 'office-rings',
    notes: 'Twee dakpannen in de tuin na de wind. Het regent niet in.',
  },
  {
    at: 61,
    kind: 'fire',
    wait: 3,
    outcome: 'passed-on',
    isDanger: true,
    notes: 'Vlam in de pan, is uit. Rook in het trappenhuis; 112 gebeld, brandweer heeft geventileerd.',
  },
  {
    at: 75,
    kind: 'other-repair',
    wait: 33,
    outcome: 'not-urgent',
    agreed: 'they-ring-again',
    notes: 'Bel van de voordeur doet het niet. Belt in de ochtend.',
  },
  { at: 83, kind: 'water-leak', wait: 6, outcome: null, notes: 'Water door het plafond, bovenburen doen niet open.' },
]

const youngMs = 3 * 3_600_000

type OfCorporation = Pick<Actor, 'corporationId' | 'timeZone'>

const inHandOf = ({ corporationId }: OfCorporation, deskId: number): InHand => ({
  ...systemDeskScope(deskId),
  corporationIds: [corporationId],
  corporationId,
})

/** The last night, unless it has only just begun: then it is no story yet. */
export function nightToTellOf(zone: string, now: Date): Night {
  const last = nightWindow(usualOfficeHours, zone, now)
  const isYoung = last.until > now && now.getTime() - last.from.getTime() < youngMs
  return isYoung ? nightBefore(usualOfficeHours, zone, last) : last
}

/** The last night of the corporation, as the desk leaves it to the office. */
export async function tellOfTheNight(coordinator: OfCorporation, place: { deskId: number; lineId: string }, now: Date) {
  const night = nightToTellOf(coordinator.timeZone, now)
  const end = Math.min(night.until.getTime(), now.getTime())
  const scope = inHandOf(coordinator, place.deskId)
  await inScopeSql(scope, async (tx) => {
    const people = await whoMayRing(tx, scope, told.length)
    for (const [index, one] of told.entries()) {
      const arrivedAt = new Date(night.from.getTime() + ((end - night.from.getTime()) * one.at) / 100)
      const contactId = await tellOne(tx, scope, { one, arrivedAt, lineId: place.lineId, tenant: people[index] })
      const startedAt = new Date(arrivedAt.getTime() + (one.wait ?? 0) * 1000)
      if (one.wait !== null && isTriageKind(one.kind))
        await judgeOne(tx, scope, { contactId, kind: one.kind, startedAt, draw: index })
    }
  })
}

const before: [kind: TriageKind, times: number][] = [
  ['water-leak', 26],
  ['no-heating', 18],
  ['locked-out', 12],
  ['blocked-drain', 11],
  ['power-failure', 8],
  ['lift-out-of-order', 5],
]
const dayMs = 86_400_000

/** The nights of the two months before: what the figures and the protocols are compared with. */
export async function tellOfNightsBefore(coordinator: Actor, place: { deskId: number; lineId: string }, now: Date) {
  const scope = inHandOf(coordinator, place.deskId)
  const kinds = before.flatMap(([kind, times]) => Array.from({ length: times }, () => kind))
  await inScopeSql(scope, async (tx) => {
    const people = await whoMayRing(tx, scope, kinds.length)
    for (const [draw, kind] of kinds.entries()) {
      // Spread over the days, each kind among the others.
      const arrivedAt = new Date(now.getTime() - (2 + ((draw * 17) % 56)) * dayMs - draw * 60_000)
      const one: Told = { at: 0, kind, wait: 5 + (draw % 20), outcome: 'partner-sent', agreed: 'somebody-comes' }
      const contactId = await tellOne(tx, scope, { one, arrivedAt, lineId: place.lineId, tenant: people[draw] })
      await judgeOne(tx, scope, { contactId, kind, startedAt: arrivedAt, draw })
    }
  })
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScopeSql, systemDeskScope } from '#app/core/scope.server.ts'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { nightWindow } from '#app/nights/night-window.ts'
import { type Told, tellOne, whoMayRing } from './contacts.ts'

/** What people ring the chat line for; as little is written down as on the screen is asked for. */
const onChatLine: Told[] = [
  { at: 22, kind: 'chat', wait: 6, outcome: 'talked', notes: 'Gesproken over de tuin. Belt vaker op vrijdag.' },
  { at: 31, kind: 'chat', wait: 18, outcome: 'talked', isAnonymous: true },
  {
    at: 44,
    kind: 'worry-about-somebody',
    wait: 9,
    outcome: 'for-office',
    agreed: 'office-rings',
    notes: 'Eet slecht sinds haar man is overleden. Vindt het goed dat de wijkbeheerder langskomt.',
  },
  { at: 52, kind: 'chat', wait: null, outcome: 'not-reached' },
  { at: 63, kind: 'chat', wait: 27, outcome: 'talked', notes: 'Wil graag af en toe gebeld worden.' },
  {
    at: 71,
    kind: 'other-question',
    wait: 12,
    outcome: 'passed-on',
    notes: 'Zoekt een maatje. Nummer van Surplus gegeven.',
  },
  { at: 80, kind: 'chat', wait: 48, outcome: 'talked', isAnonymous: true },
  { at: 88, kind: 'chat', wait: 5, outcome: null, notes: 'De bel ging. Wil straks verder praten.' },
]

/** What the contact centre of the corporation itself answers by day, beside the chat line. */
const byDay: Told[] = [
  { at: 12, kind: 'rent', wait: 21, outcome: 'passed-on', notes: 'Vraagt naar de huurtoeslag. Doorverbonden.' },
  {
    at: 27,
    kind: 'no-heating',
    wait: 38,
    outcome: 'partner-sent',
    agreed: 'somebody-comes',
    notes: 'Ketel geeft storing. Monteur tussen 14 en 16 uur.',
  },
  {
    at: 39,
    kind: 'moving',
    wait: 15,
    outcome: 'for-office',
    agreed: 'office-rings',
    notes: 'Wil weten of zij kan ruilen met een benedenwoning.',
  },
  {
    at: 58,
    kind: 'lift-out-of-order',
    wait: 11,
    outcome: 'partner-sent',
    agreed: 'somebody-comes',
    notes: 'Liftdeur sluit niet goed.',
  },
  { at: 77, kind: 'no-hot-water', wait: null, outcome: null },
]

const hourMs = 3_600_000

/** The day that the office is in, or was in last when it has only just opened. */
function lastDay(zone: string, now: Date) {
  const { from: closed, until: opened } = nightWindow(usualOfficeHours, zone, now)
  if (now.getTime() - opened.getTime() > 3 * hourMs) return { from: opened, until: now }
  return { from: new Date(closed.getTime() - 8 * hourMs), until: closed }
}

type Place = { deskId: number; chatLineId: string; generalLineId: string }

/** What the corporation's own desk answered today, and what it is still to ring back. */
export async function tellOfTheDay(coordinator: Actor, { deskId, chatLineId, generalLineId }: Place, now: Date) {
  const { from, until } = lastDay(coordinator.timeZone, now)
  const { corporationId } = coordinator
  const scope = { ...systemDeskScope(deskId), corporationIds: [corporationId], corporationId }
  const all = [
    ...onChatLine.map((one) => ({ one, lineId: chatLineId })),
    ...byDay.map((one) => ({ one, lineId: generalLineId })),
  ]
  await inScopeSql(scope, async (tx) => {
    const people = (await whoMayRing(tx, scope, 3 * all.length)).slice(-all.length)
    for (const [index, { one, lineId }] of all.entries()) {
      const arrivedAt = new Date(from.getTime() + ((until.getTime() - from.getTime()) * one.at) / 100)
      await tellOne(tx, scope, { one, arrivedAt, lineId, tenant: people[index] })
    }
  })
}

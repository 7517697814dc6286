import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Agreement, ContactEnding, ContactKind, WayToFallAway } from '#app/contacts/contact.ts'
import { insertContact } from '#app/contacts/insert-contact.server.ts'
import { notesColumn } from '#app/contacts/save-record.server.ts'
import { type InHand, inScopeSql, systemDeskScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { nightBefore, nightWindow } from '#app/nights/night-window.ts'

type Told = {
  /** How far into the night, in hundredths. */
  at: number
  kind: ContactKind
  /** Seconds until somebody answered; null when they hung up before that. */
  wait: number | null
  outcome: ContactEnding | null
  agreed?: Agreement
  isDanger?: boolean
  isHidden?: boolean
  notes?: string
}

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
  { at: 83, kind: 'water-leak', wait: 6, outcome: null, notes: 'Water door het plafond, bovenburen doen niet open.' },
]

const youngMs = 3 * 3_600_000

/** The last night of the corporation, as the desk leaves it to the office. */
export async function tellOfTheNight(coordinator: Actor, place: { deskId: number; lineId: string }, now: Date) {
  const last = nightWindow(usualOfficeHours, coordinator.timeZone, now)
  // One that has only just begun is no story yet.
  const isYoung = last.until > now && now.getTime() - last.from.getTime() < youngMs
  const night = isYoung ? nightBefore(usualOfficeHours, coordinator.timeZone, last) : last
  const end = Math.min(night.until.getTime(), now.getTime())
  const scope = {
    ...systemDeskScope(place.deskId),
    corporationIds: [coordinator.corporationId],
    corporationId: coordinator.corporationId,
  }
  await inScopeSql(scope, async (tx) => {
    const people = await whoMayRing(tx, scope, told.length)
    for (const [index, one] of told.entries()) {
      const arrivedAt = new Date(night.from.getTime() + ((end - night.from.getTime()) * one.at) / 100)
      await tellOne(tx, scope, { one, arrivedAt, lineId: place.lineId, tenant: people[index] })
    }
  })
}

type Caller = { id: string; homeId: string | null; phone: string | null }

const whoMayRing = (tx: SqlRunner, { corporationId }: InHand, most: number) =>
  tx.sql<Caller>(sql`
    SELECT id, home_id AS "homeId", coalesce(mobile, landline) AS phone FROM tenant
    WHERE corporation_id = ${corporationId}::int AND gone_since IS NULL AND home_id IS NOT NULL AND coalesce(mobile, landline) IS NOT NULL
    ORDER BY number LIMIT ${most}::int`)

type Telling = { one: Told; arrivedAt: Date; lineId: string; tenant: Caller | undefined }

async function tellOne(tx: SqlRunner, scope: InHand, { one, arrivedAt, lineId, tenant }: Telling) {
  const { kind, wait, outcome, agreed = null, isDanger, isHidden = false, notes } = one
  const caller = isHidden ? undefined : tenant
  const id = await insertContact(tx, scope, {
    lineId,
    channel: 'phone',
    phone: caller?.phone ?? null,
    isHidden,
    isDanger,
    arrivedAt,
  })
  const after = (seconds: number) => new Date(arrivedAt.getTime() + seconds * 1000)
  const sealed = notes ? (await sealerFor(tx, scope.corporationId)).seal(notesColumn(id), notes) : null
  const fellAway: WayToFallAway | null = wait === null ? 'abandoned' : null
  const [operator] = await tx.sql<{ id: string }>(sql`
    SELECT account_id AS id FROM desk_member WHERE desk_id = ${scope.deskId}::int AND ended_at IS NULL
    ORDER BY md5(account_id::text || ${id}) LIMIT 1`)
  const by = operator?.id ?? null
  await tx.sql(sql`
    UPDATE desk_contact SET kind = ${kind}, agreed = ${agreed}, outcome = ${outcome}, fell_away = ${fellAway}, notes_sealed = ${sealed}::bytea,
      tenant_id = ${caller?.id ?? null}::uuid, home_id = ${caller?.homeId ?? null}::uuid,
      answered_at = ${wait === null ? null : after(wait)}::timestamptz, answered_by = ${wait === null ? null : by}::uuid,
      ended_at = ${after((wait ?? 38) + (wait === null ? 0 : 260))}::timestamptz, owner_id = ${by}::uuid,
      state = ${outcome === null ? 'call-back' : 'closed'}, due_at = ${outcome === null ? after(1_800) : null}::timestamptz,
      closed_at = ${outcome === null ? null : after((wait ?? 38) + 300)}::timestamptz, closed_by = ${outcome === null || isHidden ? null : by}::uuid
    WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid`)
}

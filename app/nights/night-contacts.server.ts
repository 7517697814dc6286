import type { Agreement, ContactKind, Urgency } from '#app/contacts/contact.ts'
import type { Counted } from '#app/contacts/figures.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import type { LineKind } from '#app/lines/line.ts'
import { addressColumns, nameColumns } from '#app/tenants/addressee-columns.server.ts'
import type { Address, PersonName } from '#app/tenants/names.ts'
import { waitsForOfficeSql } from './for-office.server.ts'
import type { Night } from './night-window.ts'

/** A contact as the corporation itself reads it, without what was written in it. */
export type NightContact = Counted & {
  id: string
  line: string
  lineKind: LineKind
  desk: string
  urgency: Urgency
  isDanger: boolean | null
  kind: ContactKind | null
  agreed: Agreement | null
  phone: string | null
  isHidden: boolean
  isAnonymous: boolean
  closedAt: Date | null
  /** Who of the desk spoke with them, and who sees to it now. */
  by: string | null
  owner: string | null
  tenant: ({ id: string } & PersonName) | null
  address: Address | null
  hasText: boolean
  acknowledgedAt: Date | null
  acknowledgedBy: string | null
}

/** More than the worst storm of one corporation brings. */
const mostOfNight = 5_000
const mostFromBefore = 200
/** After this an old call is no news of this morning any more. */
const daysBefore = 92

type Corporation = { corporationId: number }

/** All that came in a night, in order. */
export const listNight = (tx: SqlRunner, { corporationId }: Corporation, { from, until }: Night) =>
  listWhere(
    tx,
    sql`g.corporation_id = ${corporationId}::int AND g.arrived_at >= ${from}::timestamptz AND g.arrived_at < ${until}::timestamptz`,
    mostOfNight,
  )

/** What came before this night and nobody at the office has taken up, oldest first. */
export const listFromBefore = (tx: SqlRunner, { corporationId }: Corporation, { from }: Pick<Night, 'from'>) =>
  listWhere(
    tx,
    sql`g.corporation_id = ${corporationId}::int AND g.arrived_at < ${from}::timestamptz
      AND g.arrived_at > ${from}::timestamptz - make_interval(days => ${daysBefore}::int) AND ${waitsForOfficeSql}`,
    mostFromBefore,
  )

export async function findContact(tx: SqlRunner, { corporationId }: Corporation, id: string) {
  const [found] = await listWhere(tx, sql`g.corporation_id = ${corporationId}::int AND g.id = ${id}::uuid`, 1)
  return found ?? null
}

type Row = Omit<NightContact, 'tenant' | 'address'> &
  PersonName &
  Address & { tenantId: string | null; isHomeKnown: boolean }

async function listWhere(tx: SqlRunner, which: SqlPart, most: number): Promise<NightContact[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT g.id, l.name AS line, l.kind AS "lineKind", d.name AS desk, g.channel, g.urgency, g.state, g.kind, g.agreed, g.outcome,
      g.fell_away AS "fellAway", g.arrived_at AS "arrivedAt", g.waiting_since AS "waitingSince", g.answered_at AS "answeredAt",
      g.ended_at AS "endedAt", g.closed_at AS "closedAt", g.due_at AS "dueAt", g.phone, g.is_hidden AS "isHidden",
      g.is_anonymous AS "isAnonymous", g.is_danger AS "isDanger",
      spoke.name AS by, owner.name AS owner, g.acknowledged_at AS "acknowledgedAt", seer.name AS "acknowledgedBy",
      g.notes_sealed IS NOT NULL OR g.message_sealed IS NOT NULL AS "hasText",
      g.tenant_id AS "tenantId", ${nameColumns}, h.id IS NOT NULL AS "isHomeKnown", ${addressColumns}
    FROM desk_contact g
    JOIN phone_line l ON l.corporation_id = g.corporation_id AND l.id = g.line_id
    JOIN desk d ON d.id = g.desk_id
    LEFT JOIN account spoke ON spoke.id = coalesce(g.answered_by, g.closed_by)
    LEFT JOIN account owner ON owner.id = g.owner_id
    LEFT JOIN account seer ON seer.id = g.acknowledged_by
    LEFT JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    LEFT JOIN home h ON h.corporation_id = g.corporation_id AND h.id = coalesce(g.home_id, t.home_id)
    WHERE ${which} ORDER BY g.arrived_at, g.id LIMIT ${most}::int`)
  return rows.map(toContact)
}

function toContact(row: Row): NightContact {
  const { tenantId, sex, initials, firstName, infix, lastName, isHomeKnown, ...rest } = row
  const { street, houseNumber, addition, postcode, city, ...contact } = rest
  return {
    ...contact,
    tenant: tenantId === null ? null : { id: tenantId, sex, initials, firstName, infix, lastName },
    address: isHomeKnown ? { street, houseNumber, addition, postcode, city } : null,
  }
}

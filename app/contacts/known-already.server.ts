import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { AtContact } from './at-contact.ts'
import type { ContactKind, ContactState, Urgency } from './contact.ts'

/** Another contact that may be about the same. `isSameHome`: else of the same complex. */
export type KnownContact = {
  id: string
  kind: ContactKind | null
  urgency: Urgency
  state: ContactState
  arrivedAt: Date
  claimant: string | null
  isSameHome: boolean
}

const mostShown = 10

/** What is open at this desk about the same home or complex, the home first. */
export function knownAlready(
  tx: SqlRunner,
  { corporationId, deskId }: AtContact,
  { contactId, homeId }: { contactId: string; homeId: string | null },
): Promise<KnownContact[]> {
  if (!homeId) return Promise.resolve([])
  return tx.sql<KnownContact>(sql`
    SELECT g.id, g.kind, g.urgency, g.state, g.arrived_at AS "arrivedAt", a.name AS claimant, g.home_id = h.id AS "isSameHome"
    FROM home h
    JOIN desk_contact g ON g.corporation_id = h.corporation_id AND g.desk_id = ${deskId}::int AND g.state <> 'closed'
    JOIN home o ON o.corporation_id = g.corporation_id AND o.id = g.home_id AND (o.id = h.id OR o.complex = h.complex)
    LEFT JOIN account a ON a.id = g.claimed_by
    WHERE h.corporation_id = ${corporationId}::int AND h.id = ${homeId}::uuid AND g.id <> ${contactId}::uuid
    ORDER BY g.home_id = h.id DESC, g.urgency, g.arrived_at LIMIT ${mostShown}::int`)
}

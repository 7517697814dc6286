import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { readPhone } from '#imports/phones.ts'
import { closedPerPage } from './closed-per-page.ts'
import type { ContactEnding, ContactKind } from './contact.ts'

export type ClosedContact = {
  id: string
  corporation: string
  line: string
  kind: ContactKind | null
  outcome: ContactEnding | null
  arrivedAt: Date
  closedAt: Date
  closer: string | null
}

/** What the desk closed since `since`, the last one first. `query`: a number in any notation, or part of a corporation's name. */
export function listClosed(
  actor: DeskActor,
  { query, page, since }: { query: string; page: number; since: Date },
): Promise<{ rows: ClosedContact[]; total: number }> {
  const phone = readPhone(query)?.e164 ?? null
  const name = phone || query === '' ? null : `%${query.replace(/[\\%_]/g, '\\$&')}%`
  return inScope(actor, async (tx) => {
    const rows = await tx.sql<ClosedContact & { total: number }>(sql`
      SELECT g.id, c.name AS corporation, l.name AS line, g.kind, g.outcome, g.arrived_at AS "arrivedAt", g.closed_at AS "closedAt",
        a.name AS closer, count(*) OVER ()::int AS total
      FROM desk_contact g
      JOIN corporation c ON c.id = g.corporation_id
      JOIN phone_line l ON l.corporation_id = g.corporation_id AND l.id = g.line_id
      LEFT JOIN account a ON a.id = g.closed_by
      WHERE g.desk_id = ${actor.deskId}::int AND g.state = 'closed' AND g.closed_at >= ${since}::timestamptz
        AND (${phone}::text IS NULL OR g.phone = ${phone}) AND (${name}::text IS NULL OR c.name ILIKE ${name})
      ORDER BY g.closed_at DESC, g.id LIMIT ${closedPerPage}::int OFFSET ${(page - 1) * closedPerPage}::int`)
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
  })
}

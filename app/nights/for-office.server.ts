import { type SqlPart, sql } from '#app/core/sql.ts'

/** `waitsForOffice` of a contact `g`, in the words of the index `contact_for_office`. */
export const waitsForOfficeSql: SqlPart = sql`(g.acknowledged_at IS NULL OR g.closed_at > g.acknowledged_at)
  AND (g.state <> 'closed' OR g.urgency = 0 OR g.is_danger OR g.outcome IN ('no-number', 'for-office', 'not-reached'))`

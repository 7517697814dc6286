import { auditEach } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { forgetWords } from '#app/triage/forget-words.server.ts'

const keptMonths = 24
const mostAtOnce = 5_000
/** What nobody saved of a closed contact. */
const draftDays = 14

/**
 * Empties what somebody said and who they were, two years after it was closed; that there was a contact, when and of what
 * kind stays for the figures. Gives how many were emptied.
 */
export function anonymiseContacts(scope: CorporationScope, now: Date): Promise<number> {
  return inScopeSql(scope, async (tx) => {
    const emptied = await tx.sql<{ id: string }>(sql`
      WITH emptied AS (
        UPDATE desk_contact SET phone = NULL, caller_sealed = NULL, message_sealed = NULL, notes_sealed = NULL, offer_sealed = NULL,
          place_sealed = NULL, tenant_id = NULL, home_id = NULL, anonymised_at = ${now}::timestamptz
        WHERE corporation_id = ${scope.corporationId}::int AND id IN (
          SELECT id FROM desk_contact WHERE corporation_id = ${scope.corporationId}::int AND anonymised_at IS NULL
            AND closed_at < ${now}::timestamptz - make_interval(months => ${keptMonths}::int) ORDER BY closed_at LIMIT ${mostAtOnce}::int)
        RETURNING id
      ), written AS (${auditEach(scope, { action: 'contact:anonymised', subject: 'contact' }, sql`emptied`)})
      SELECT id FROM emptied`)
    const ids = emptied.map(({ id }) => id)
    await tx.sql(sql`
      UPDATE contact_step SET note_sealed = NULL
      WHERE corporation_id = ${scope.corporationId}::int AND contact_id = ANY(${ids}::uuid[])`)
    await forgetWords(tx, scope, ids)
    await tx.sql(sql`
      DELETE FROM contact_draft d USING desk_contact g
      WHERE d.corporation_id = ${scope.corporationId}::int AND g.corporation_id = d.corporation_id AND g.id = d.contact_id
        AND g.state = 'closed' AND d.saved_at < ${now}::timestamptz - make_interval(days => ${draftDays}::int)`)
    return ids.length
  })
}

import { publishContacts } from '#app/core/live.server.ts'
import { type DeskScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'

/** Winds the clock of a call-back on to now. */
export const asDue = (desk: DeskScope, contactId: string): Promise<void> =>
  inScopeSql(desk, async (tx) => {
    await tx.sql(sql`UPDATE desk_contact SET due_at = clock_timestamp() WHERE id = ${contactId}::uuid`)
    await publishContacts(tx, desk.deskId, [contactId])
  })

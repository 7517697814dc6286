import { recordAudit } from '#app/audit/record-audit.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { AtContact } from './at-contact.ts'
import { claimContact } from './claim-contact.server.ts'
import { atWorkWith } from './presence.server.ts'
import { addStep } from './steps.server.ts'

/** For so many hours a contact that was closed by mistake can be opened again. */
export const reopenHours = 24

/** Opens it again, as theirs: in their hands, unless they have another. */
export async function reopenContact(actor: AtContact, { contactId, words }: { contactId: string; words: string }) {
  const isReopened = await inScopeSql(actor, async (tx) => {
    const reopened = await tx.sql(sql`
      UPDATE desk_contact SET state = 'wrapping-up', outcome = NULL, closed_at = NULL, closed_by = NULL, owner_id = ${actor.accountId}::uuid
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid AND state = 'closed'
        AND closed_at > clock_timestamp() - make_interval(hours => ${reopenHours}::int) RETURNING id`)
    if (reopened.length === 0) return false
    await addStep(tx, actor, { contactId, kind: 'reopened', note: words })
    await recordAudit(tx, actor, { action: 'contact:reopened', subject: 'contact', subjectId: contactId })
    return true
  })
  if (!isReopened) return { ok: false, reason: 'cannot-reopen' } as const
  await atWorkWith(actor, await claimContact(actor, contactId))
  return { ok: true } as const
}

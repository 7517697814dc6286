import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { fileReport } from '#app/tenants/file-report.server.ts'
import { urgentTopic } from './live-topics.ts'
import { languageColumn, notesColumn, spokeWithColumn, urgentColumn } from './sealed-columns.ts'
import type { Topic } from './topics.ts'
import type { Wellbeing } from './wellbeing.ts'

/** What was said with a tenant, or about them with somebody else. `campaignId` and `attemptId` say which call it came of, if one did. */
export type SpokenConversation = {
  tenantId: string
  /** Who spoke, when it is written down by somebody else. */
  by?: string
  campaignId: string | null
  attemptId: string | null
  at: Date
  notes: string
  /** With whom, when it was not the tenant. */
  spokeWith?: string
  /** Which language stood in the way. */
  language?: string
  wellbeing: Wellbeing | null
  topics: Topic[]
  /** Who was rung at once, and what was agreed: kept when it is urgent. */
  urgentRang: string
}

/** Writes down what was said, its free text sealed; gives its id. */
export async function recordConversation(tx: SqlRunner, actor: Actor, spoken: SpokenConversation): Promise<string> {
  const { tenantId, campaignId, attemptId, at, wellbeing, topics, spokeWith, language } = spoken
  const sealer = await sealerFor(tx, actor.corporationId)
  const id = uuidV7()
  const sealed = (column: typeof notesColumn, text = '') => (text ? sealer.seal(column(id), text) : null)
  const notes = sealed(notesColumn, spoken.notes)
  const urgent = wellbeing === 'urgent' ? sealer.seal(urgentColumn(id), spoken.urgentRang) : null
  await tx.sql(sql`
    INSERT INTO conversation (corporation_id, id, tenant_id, account_id, at, attempt_id, campaign_id, notes_sealed, wellbeing, topics, urgent_sealed,
      spoke_with_sealed, language_sealed)
    VALUES (${actor.corporationId}::int, ${id}::uuid, ${tenantId}::uuid, ${spoken.by ?? actor.accountId}::uuid, ${at}::timestamptz, ${attemptId}::uuid, ${campaignId}::uuid,
      ${notes}::bytea, ${wellbeing}::text, ${topics}::text[], ${urgent}::bytea,
      ${sealed(spokeWithColumn, spokeWith)}::bytea, ${sealed(languageColumn, language)}::bytea)`)
  await recordAudit(tx, actor, {
    action: 'conversation:recorded',
    subject: 'conversation',
    subjectId: id,
    details: { wellbeing, topics },
  })
  if (urgent) await publish(tx, actor.corporationId, urgentTopic)
  if (wellbeing === 'worry') await fileReport(tx, actor, { tenantId, kind: wellbeing, at })
  return id
}

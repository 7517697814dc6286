import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Sealer } from '#app/corporations/sealer.server.ts'
import type { Outcome } from './outcomes.ts'
import {
  languageColumn,
  notesColumn,
  spokeWithColumn,
  urgentColumn,
  urgentResultColumn,
  versionColumn,
} from './sealed-columns.ts'
import type { Topic } from './topics.ts'
import type { Wellbeing } from './wellbeing.ts'

export type PastConversation = {
  id: string
  at: Date
  by: string
  notes: string
  /** Empty when it was the tenant. */
  spokeWith: string
  /** Which language stood in the way; empty when none did. */
  language: string
  wellbeing: Wellbeing | null
  topics: Topic[]
  campaignName: string | null
  /** Who was rung at once, and what was done: of an urgent one. */
  urgentRang: string
  urgentResult: string
  /** What it said before it was corrected, newest first. */
  versions: ConversationVersion[]
}

export type ConversationVersion = {
  id: string
  at: Date
  by: string
  notes: string
  wellbeing: Wellbeing | null
  /** What the call was said to have come to, where that was corrected. */
  outcome: Outcome | null
  /** Who was said to have been rung at once; empty when it was not urgent then. */
  urgentRang: string
}

type Sealed = 'notes' | 'spokeWith' | 'language' | 'urgentRang' | 'urgentResult'
type Row = Omit<PastConversation, Sealed | 'versions'> & Record<Sealed, Uint8Array | null>

const mostShown = 100

/** What was said with one tenant, newest first. Reading it is written down. */
export async function listConversations(
  tx: Tx,
  scope: CorporationScope,
  { sealer, tenantId, most = mostShown }: { sealer: Sealer; tenantId: string; most?: number },
): Promise<PastConversation[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT k.id, k.at, coalesce(a.name, '') AS by, k.notes_sealed AS notes,
      k.spoke_with_sealed AS "spokeWith", k.language_sealed AS language,
      k.urgent_sealed AS "urgentRang", k.urgent_result_sealed AS "urgentResult", k.wellbeing, k.topics, c.name AS "campaignName"
    FROM conversation k
    LEFT JOIN account a ON a.id = k.account_id
    LEFT JOIN campaign c ON c.corporation_id = k.corporation_id AND c.id = k.campaign_id
    WHERE k.corporation_id = ${scope.corporationId}::int AND k.tenant_id = ${tenantId}::uuid
    ORDER BY k.at DESC, k.id DESC LIMIT ${most}::int`)
  if (rows.length > 0)
    await recordAudit(tx, scope, {
      action: 'conversations:viewed',
      subject: 'tenant',
      subjectId: tenantId,
      details: { shown: rows.map(({ id }) => id) },
    })
  const versions = await listVersions(tx, scope, { sealer, tenantId })
  return rows.map((row) => {
    const open = (column: typeof notesColumn, sealed: Uint8Array | null) =>
      sealed ? sealer.open(column(row.id), sealed) : ''
    const notes = open(notesColumn, row.notes)
    return {
      ...row,
      notes,
      versions: versions.filter(({ conversationId }) => conversationId === row.id),
      spokeWith: open(spokeWithColumn, row.spokeWith),
      language: open(languageColumn, row.language),
      urgentRang: open(urgentColumn, row.urgentRang),
      urgentResult: open(urgentResultColumn, row.urgentResult),
    }
  })
}

async function listVersions(
  tx: Tx,
  { corporationId }: CorporationScope,
  { sealer, tenantId }: { sealer: Sealer; tenantId: string },
) {
  type Version = Omit<ConversationVersion, 'notes' | 'urgentRang'> & { conversationId: string } & Record<
      'notes' | 'urgentRang',
      Uint8Array | null
    >
  const rows = await tx.sql<Version>(sql`
    SELECT v.id, v.conversation_id AS "conversationId", v.replaced_at AS at, coalesce(a.name, '') AS by, v.notes_sealed AS notes, v.urgent_sealed AS "urgentRang",
      v.wellbeing, v.outcome
    FROM conversation k
    JOIN conversation_version v ON v.corporation_id = k.corporation_id AND v.conversation_id = k.id
    LEFT JOIN account a ON a.id = v.replaced_by
    WHERE k.corporation_id = ${corporationId}::int AND k.tenant_id = ${tenantId}::uuid ORDER BY v.replaced_at DESC, v.id DESC`)
  return rows.map((row) => {
    const open = (column: Parameters<typeof versionColumn>[0], sealed: Uint8Array | null) =>
      sealed ? sealer.open(versionColumn(column)(row.id), sealed) : ''
    return { ...row, notes: open('notes_sealed', row.notes), urgentRang: open('urgent_sealed', row.urgentRang) }
  })
}

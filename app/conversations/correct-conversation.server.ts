import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { fileReport } from '#app/tenants/file-report.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { urgentTopic } from './live-topics.ts'
import { type Outcome, outcomeRule } from './outcomes.ts'
import { languageColumn, notesColumn, spokeWithColumn, urgentColumn, versionColumn } from './sealed-columns.ts'
import type { Topic } from './topics.ts'
import type { Wellbeing } from './wellbeing.ts'

type Texts = { notes: string; spokeWith: string; language: string; urgentRang: string }
/** `wellbeing` and `topics` count when the tenant was spoken to. */
export type Correction = Texts & { wellbeing: Wellbeing | null; topics: Topic[] }
export type Correctable = Correction & { id: string; tenantId: string; at: Date; name: PersonName }
/** What became of the call it came of, before and after. */
type OutcomeChange = { from: Outcome; to: Outcome }

type Row = { id: string; tenantId: string; at: Date; wellbeing: Wellbeing | null; topics: Topic[] } & Record<
  'notesSealed' | 'urgentSealed' | 'spokeWithSealed' | 'languageSealed',
  Uint8Array | null
>

const hoursToCorrect = 24

/** Whether this person may correct what row `alias` says: their own within a day, or any when they read them all. */
export const mayCorrect = (actor: Actor, alias: 'k' | 'p'): SqlPart => {
  const of = rawSql(alias)
  return sql`(${can(actor, 'conversation:read')}::boolean
    OR (${of}.account_id = ${actor.accountId}::uuid AND ${of}.at > now() - make_interval(hours => ${hoursToCorrect}::int)))`
}

/** The conversation, when this person may correct it. */
export async function findCorrectable(tx: SqlRunner, actor: Actor, id: string): Promise<Correctable | null> {
  const row = await findRow(tx, actor, id)
  if (!row) return null
  await recordAudit(tx, actor, {
    action: 'conversations:viewed',
    subject: 'tenant',
    subjectId: row.tenantId,
    details: { shown: [id] },
  })
  const [name] = await tx.sql<PersonName>(
    sql`SELECT ${nameColumns} FROM tenant t WHERE t.corporation_id = ${actor.corporationId}::int AND t.id = ${row.tenantId}::uuid`,
  )
  const { notesSealed: _, urgentSealed: __, spokeWithSealed: ___, languageSealed: ____, ...rest } = row
  return { ...rest, ...textsOf(await sealerFor(tx, actor.corporationId), row), name: name as PersonName }
}

/** Puts other words in its place; what stood there is kept. Null when there is none, or it is not theirs to correct. */
export async function correctConversation(
  tx: SqlRunner,
  actor: Actor,
  { id, correction, outcome }: { id: string; correction: Correction; outcome: OutcomeChange | null },
): Promise<{ tenantId: string } | null> {
  const before = await findRow(tx, actor, id)
  if (!before) return null
  const sealer = await sealerFor(tx, actor.corporationId)
  await keepVersion(tx, actor, { before, sealer, outcome: outcome?.from ?? null })
  await replace(tx, actor, { before, sealer, correction: spokenAfter(before, correction, outcome) })
  return { tenantId: before.tenantId }
}

/** How they are is known when they were spoken to: by what the call is said to have come to, else as it was. */
function spokenAfter(before: Row, correction: Correction, outcome: OutcomeChange | null): Correction {
  const isSpoken = outcome ? outcomeRule(outcome.to).opensNotes : before.wellbeing !== null
  return isSpoken
    ? { ...correction, wellbeing: correction.wellbeing ?? before.wellbeing }
    : { ...correction, wellbeing: null, topics: [] }
}

async function findRow(tx: SqlRunner, actor: Actor, id: string): Promise<Row | null> {
  const [row] = await tx.sql<Row>(sql`
    SELECT k.id, k.tenant_id AS "tenantId", k.at, k.wellbeing, k.topics, k.notes_sealed AS "notesSealed", k.urgent_sealed AS "urgentSealed",
      k.spoke_with_sealed AS "spokeWithSealed", k.language_sealed AS "languageSealed"
    FROM conversation k
    WHERE k.corporation_id = ${actor.corporationId}::int AND k.id = ${id}::uuid AND ${mayCorrect(actor, 'k')}
    FOR NO KEY UPDATE`)
  return row ?? null
}

function textsOf(sealer: Sealer, row: Row): Texts {
  const open = (column: typeof notesColumn, sealed: Uint8Array | null) =>
    sealed ? sealer.open(column(row.id), sealed) : ''
  return {
    notes: open(notesColumn, row.notesSealed),
    spokeWith: open(spokeWithColumn, row.spokeWithSealed),
    language: open(languageColumn, row.languageSealed),
    urgentRang: open(urgentColumn, row.urgentSealed),
  }
}

type Kept = { before: Row; sealer: Sealer; outcome: Outcome | null }

async function keepVersion(tx: SqlRunner, actor: Actor, { before, sealer, outcome }: Kept) {
  const id = uuidV7()
  const { notes, spokeWith, language, urgentRang } = textsOf(sealer, before)
  const sealed = (column: Parameters<typeof versionColumn>[0], text: string) =>
    text ? sealer.seal(versionColumn(column)(id), text) : null
  await tx.sql(sql`
    INSERT INTO conversation_version (corporation_id, id, conversation_id, outcome, notes_sealed, wellbeing, topics, urgent_sealed,
      spoke_with_sealed, language_sealed, replaced_by)
    VALUES (${actor.corporationId}::int, ${id}::uuid, ${before.id}::uuid, ${outcome}::text, ${sealed('notes_sealed', notes)}::bytea, ${before.wellbeing}::text,
      ${before.topics}::text[], ${sealed('urgent_sealed', urgentRang)}::bytea, ${sealed('spoke_with_sealed', spokeWith)}::bytea,
      ${sealed('language_sealed', language)}::bytea, ${actor.accountId}::uuid)`)
}

type Replacement = { before: Row; sealer: Sealer; correction: Correction }

async function replace(tx: SqlRunner, actor: Actor, { before, sealer, correction }: Replacement) {
  const { id, tenantId } = before
  const { wellbeing, topics, notes, spokeWith, language, urgentRang } = correction
  const sealed = (column: typeof notesColumn, text: string) => (text ? sealer.seal(column(id), text) : null)
  const urgent = wellbeing === 'urgent' ? sealer.seal(urgentColumn(id), urgentRang) : null
  await tx.sql(sql`
    UPDATE conversation SET notes_sealed = ${sealed(notesColumn, notes)}::bytea, wellbeing = ${wellbeing}::text, topics = ${topics}::text[],
      urgent_sealed = ${urgent}::bytea, spoke_with_sealed = ${sealed(spokeWithColumn, spokeWith)}::bytea, language_sealed = ${sealed(languageColumn, language)}::bytea
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${id}::uuid`)
  await recordAudit(tx, actor, {
    action: 'conversation:corrected',
    subject: 'conversation',
    subjectId: id,
    details: { from: before.wellbeing, to: wellbeing },
  })
  if (wellbeing === before.wellbeing) return
  if ([wellbeing, before.wellbeing].includes('urgent')) await publish(tx, actor.corporationId, urgentTopic)
  if (wellbeing === 'worry') await fileReport(tx, actor, { tenantId, kind: 'worry', at: new Date() })
}

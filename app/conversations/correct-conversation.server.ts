import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { fileReport } from '#app/tenants/file-report.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { urgentTopic } from './live-topics.ts'
import { notesColumn, urgentColumn, versionColumn } from './sealed-columns.ts'
import type { Topic } from './topics.ts'
import type { Wellbeing } from './wellbeing.ts'

/** `wellbeing` is null when nobody spoke to the tenant: then it stays so, as do the topics. */
export type Correction = { notes: string; wellbeing: Wellbeing | null; topics: Topic[]; urgentRang: string }
export type Correctable = Correction & { id: string; tenantId: string; at: Date; name: PersonName }

type Row = { id: string; tenantId: string; at: Date; wellbeing: Wellbeing | null; topics: Topic[] } & Record<
  'notesSealed' | 'urgentSealed',
  Uint8Array | null
>

const hoursToCorrect = 24

/** Which conversations `k` this person may correct: their own within a day, or any when they read them all. */
export const correctableBy = (actor: Actor): SqlPart => sql`(${can(actor, 'conversation:read')}::boolean
  OR (k.account_id = ${actor.accountId}::uuid AND k.at > now() - make_interval(hours => ${hoursToCorrect}::int)))`

/** The conversation, when this person may correct it. */
export async function findCorrectable(tx: Tx, actor: Actor, id: string): Promise<Correctable | null> {
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
  const { notesSealed: _, urgentSealed: __, ...rest } = row
  return { ...rest, ...textsOf(await sealerFor(tx, actor.corporationId), row), name: name as PersonName }
}

/** Puts other words in its place; what stood there is kept. Null when there is none, or it is not theirs to correct. */
export function correctConversation(
  actor: Actor,
  id: string,
  correction: Correction,
): Promise<{ tenantId: string } | null> {
  return inScope(actor, async (tx) => {
    const before = await findRow(tx, actor, id)
    if (!before) return null
    const sealer = await sealerFor(tx, actor.corporationId)
    await keepVersion(tx, actor, { before, sealer })
    await replace(tx, actor, { before, sealer, correction })
    return { tenantId: before.tenantId }
  })
}

async function findRow(tx: Tx, actor: Actor, id: string): Promise<Row | null> {
  const [row] = await tx.sql<Row>(sql`
    SELECT k.id, k.tenant_id AS "tenantId", k.at, k.wellbeing, k.topics, k.notes_sealed AS "notesSealed", k.urgent_sealed AS "urgentSealed"
    FROM conversation k
    WHERE k.corporation_id = ${actor.corporationId}::int AND k.id = ${id}::uuid AND ${correctableBy(actor)}
    FOR NO KEY UPDATE`)
  return row ?? null
}

const textsOf = (sealer: Sealer, { id, notesSealed, urgentSealed }: Row) => ({
  notes: notesSealed ? sealer.open(notesColumn(id), notesSealed) : '',
  urgentRang: urgentSealed ? sealer.open(urgentColumn(id), urgentSealed) : '',
})

async function keepVersion(tx: Tx, actor: Actor, { before, sealer }: { before: Row; sealer: Sealer }) {
  const id = uuidV7()
  const { notes, urgentRang } = textsOf(sealer, before)
  const notesSealed = notes ? sealer.seal(versionColumn('notes_sealed')(id), notes) : null
  const urgentSealed = urgentRang ? sealer.seal(versionColumn('urgent_sealed')(id), urgentRang) : null
  await tx.sql(sql`
    INSERT INTO conversation_version (corporation_id, id, conversation_id, notes_sealed, wellbeing, topics, urgent_sealed, replaced_by)
    VALUES (${actor.corporationId}::int, ${id}::uuid, ${before.id}::uuid, ${notesSealed}::bytea, ${before.wellbeing}::text,
      ${before.topics}::text[], ${urgentSealed}::bytea, ${actor.accountId}::uuid)`)
}

type Replacement = { before: Row; sealer: Sealer; correction: Correction }

async function replace(tx: Tx, actor: Actor, { before, sealer, correction }: Replacement) {
  const { id, tenantId } = before
  const wellbeing = before.wellbeing && (correction.wellbeing ?? before.wellbeing)
  const topics = before.wellbeing ? correction.topics : before.topics
  const notes = correction.notes ? sealer.seal(notesColumn(id), correction.notes) : null
  const urgent = wellbeing === 'urgent' ? sealer.seal(urgentColumn(id), correction.urgentRang) : null
  await tx.sql(sql`
    UPDATE conversation SET notes_sealed = ${notes}::bytea, wellbeing = ${wellbeing}::text, topics = ${topics}::text[], urgent_sealed = ${urgent}::bytea
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

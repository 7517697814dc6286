import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { type PersonName, spokenName } from '#app/tenants/names.ts'
import { mayCorrect } from './correct-conversation.server.ts'
import { urgentColumn } from './sealed-columns.ts'
import { urgentSavedParam, urgentSavedWords } from './urgent-saved.ts'

type Row = PersonName & { tenantId: string; sealed: Uint8Array }

/**
 * What the address says was saved just now, as a sentence: "Spoed vastgelegd voor mevrouw Bakker. Gebeld: …". Only for
 * whoever may correct that conversation; null when there is nothing to say. The name that is shown is written down.
 */
export async function readUrgentSaved(actor: Actor, request: Request): Promise<string | null> {
  const id = new URL(request.url).searchParams.get(urgentSavedParam) ?? ''
  if (!isUuid(id)) return null
  return inScope(actor, async (tx) => {
    const [row] = await tx.sql<Row>(sql`
      SELECT k.tenant_id AS "tenantId", k.urgent_sealed AS sealed, ${nameColumns} FROM conversation k
      JOIN tenant t ON t.corporation_id = k.corporation_id AND t.id = k.tenant_id
      WHERE k.corporation_id = ${actor.corporationId}::int AND k.id = ${id}::uuid AND k.urgent_sealed IS NOT NULL AND ${mayCorrect(actor, 'k')}`)
    if (!row) return null
    const { tenantId, sealed, ...name } = row
    await recordAudit(tx, actor, {
      action: 'conversations:viewed',
      subject: 'tenant',
      subjectId: tenantId,
      details: { shown: [id] },
    })
    const rang = (await sealerFor(tx, actor.corporationId)).open(urgentColumn(id), sealed)
    return urgentSavedWords[actor.language].saved(spokenName(name, actor.language), rang.replace(/[.\s]+$/, ''))
  })
}

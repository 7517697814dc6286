import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import { addressColumns, nameColumns } from '#app/tenants/addressee-columns.server.ts'
import type { Address, PersonName } from '#app/tenants/names.ts'
import { numbersToDial } from '#app/tenants/phone-numbers.ts'
import { type Dialable, dialable } from '#app/tenants/phone-text.server.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { urgentTopic } from './live-topics.ts'
import { urgentColumn, urgentResultColumn } from './sealed-columns.ts'

/** `rang`: who was rung at once, as the caller wrote it down. */
export type UrgentConversation = PersonName &
  Address & {
    id: string
    tenantId: string
    at: Date
    by: string
    rang: string
    phones: Dialable[]
  }

/** Urgent conversations that have no result yet, oldest first. Reading them is written down. */
export async function listUrgent(tx: Tx, scope: CorporationScope, sealer: Sealer): Promise<UrgentConversation[]> {
  const rows = await tx.sql<
    Omit<UrgentConversation, 'rang' | 'phones'> & { sealed: Uint8Array | null; numbers: string[] }
  >(sql`
    SELECT k.id, k.tenant_id AS "tenantId", k.at, coalesce(a.name, '') AS by, k.urgent_sealed AS sealed, ${nameColumns},
      ${addressColumns}, ${numbersToDial} AS numbers
    FROM conversation k
    JOIN tenant t ON t.corporation_id = k.corporation_id AND t.id = k.tenant_id
    LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
    LEFT JOIN account a ON a.id = k.account_id
    WHERE k.corporation_id = ${scope.corporationId}::int AND k.wellbeing = 'urgent' AND k.urgent_closed_at IS NULL
    ORDER BY k.at, k.id LIMIT 100`)
  if (rows.length > 0)
    await recordAudit(tx, scope, {
      action: 'urgent:viewed',
      subject: 'conversation',
      details: { shown: rows.map(({ id }) => id) },
    })
  return rows.map(({ sealed, numbers, ...row }) => ({
    ...row,
    rang: sealed ? sealer.open(urgentColumn(row.id), sealed) : '',
    phones: numbers.map(dialable),
  }))
}

export type UrgentClosed =
  | { ok: true }
  | { ok: false; reason: 'result-required' | 'bsn' | 'not-found' | 'closed-already' }

/** An urgent conversation is closed with what came of it, and not without. */
export function closeUrgent(
  scope: CorporationScope & { accountId: string },
  conversationId: string,
  result: string,
): Promise<UrgentClosed> {
  return inScope(scope, async (tx): Promise<UrgentClosed> => {
    if (result.trim() === '') return { ok: false, reason: 'result-required' }
    if (!holdsNoBsn(result)) return { ok: false, reason: 'bsn' }
    const where = { corporationId: scope.corporationId, id: conversationId }
    const found = await tx.conversation.findFirst({
      where: { ...where, wellbeing: 'urgent' },
      select: { tenantId: true },
    })
    if (!found) return { ok: false, reason: 'not-found' }
    const sealer = await sealerFor(tx, scope.corporationId)
    const urgentResultSealed = sealer.seal(urgentResultColumn(conversationId), result.trim())
    const { count } = await tx.conversation.updateMany({
      where: { ...where, urgentClosedAt: null },
      data: { urgentClosedAt: new Date(), urgentClosedBy: scope.accountId, urgentResultSealed },
    })
    if (count === 0) return { ok: false, reason: 'closed-already' }
    await recordAudit(tx, scope, { action: 'urgent:closed', subject: 'conversation', subjectId: conversationId })
    await publish(tx, scope.corporationId, urgentTopic)
    return { ok: true }
  })
}

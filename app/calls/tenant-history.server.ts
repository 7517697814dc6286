import { type Outcome, outcomesWhere, type SkipReason } from '#app/conversations/outcomes.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { codeList, rawSql, sql } from '#app/core/sql.ts'
import type { HistoryAsked, HistoryEvent } from '#app/tenants/history.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'

type Facts = { outcome: Outcome; skipReason: SkipReason | null; number: string | null; campaignName: string }
export type AttemptEvent = HistoryEvent<'attempt:made', Facts>

type Row = Facts & { id: string; at: Date; by: string | null; campaignId: string }

const conversing = rawSql(codeList(outcomesWhere(({ opensNotes }) => opensNotes)))

/** The phone was picked up, and there was no conversation: those of one round beside each other are one line. */
export async function attemptHistory(
  tx: Tx,
  { corporationId }: CorporationScope,
  { tenantId, most }: HistoryAsked,
): Promise<AttemptEvent[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT p.id, p.at, a.name AS by, p.outcome, p.skip_reason AS "skipReason", p.number_used AS number, p.campaign_id AS "campaignId", c.name AS "campaignName"
    FROM attempt p JOIN campaign c ON c.corporation_id = p.corporation_id AND c.id = p.campaign_id
    LEFT JOIN account a ON a.id = p.account_id
    WHERE p.corporation_id = ${corporationId}::int AND p.tenant_id = ${tenantId}::uuid AND NOT (p.outcome IN ${conversing} AND EXISTS (
      SELECT FROM conversation k WHERE k.corporation_id = p.corporation_id AND k.tenant_id = p.tenant_id AND k.attempt_id = p.id))
    ORDER BY p.at DESC, p.id DESC LIMIT ${most}::int`)
  return rows.map(({ id, at, by, campaignId, number, ...facts }) => ({
    ...{ what: 'attempt:made', id, at, by, fold: campaignId, to: `/attempts/${id}` },
    facts: { ...facts, number: number && dialable(number).text },
  }))
}

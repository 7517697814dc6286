import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { HistoryAsked, HistoryEvent } from '#app/tenants/history.ts'
import { questionColumn, type ReferralEnding } from './referral.ts'
import { visibleReferrals } from './visible-referrals.server.ts'

type Facts = { agency: string; ending: ReferralEnding | null }
type What = 'referral:proposed' | 'referral:sent' | 'referral:accepted' | 'referral:ended' | 'referral:told'
export type ReferralEvent = { [Each in What]: HistoryEvent<Each, Facts> }[What]

type Row = Facts & { what: What; id: string; at: Date; by: string | null; sealed: Uint8Array | null }

/** To which agency they were referred, and each step of it. */
export async function referralHistory(
  tx: Tx,
  actor: Actor,
  { tenantId, sealer, most }: HistoryAsked,
): Promise<ReferralEvent[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT e.what, r.id, e.at, a.name AS by, g.name AS agency, r.ending, e.sealed
    FROM referral r CROSS JOIN LATERAL (VALUES
      ('referral:proposed', r.created_at, r.promised_by, r.question_sealed), ('referral:sent', r.sent_at, NULL, NULL),
      ('referral:accepted', r.accepted_at, NULL, NULL), ('referral:ended', r.ended_at, NULL, NULL), ('referral:told', r.tenant_told_at, NULL, NULL)
    ) AS e (what, at, account_id, sealed)
    JOIN agency g ON g.corporation_id = r.corporation_id AND g.id = r.agency_id
    LEFT JOIN account a ON a.id = e.account_id
    WHERE ${visibleReferrals(actor)} AND r.tenant_id = ${tenantId}::uuid AND e.at IS NOT NULL
    ORDER BY e.at DESC, r.id DESC LIMIT ${most}::int`)
  return rows.map(({ what, id, at, by, sealed, ...facts }) => {
    const text = sealed ? sealer.open(questionColumn(id), sealed) : ''
    return { what, id, at, by, facts, text, to: `/referrals/${id}` }
  })
}

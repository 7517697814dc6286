import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { HistoryAsked, HistoryEvent } from '#app/tenants/history.ts'
import { passedOnColumn, questionColumn, type ReferralEnding, type SendingWay, toldColumn } from './referral.ts'
import { visibleReferrals } from './visible-referrals.server.ts'

type Facts = { agency: string; ending: ReferralEnding | null; sentHow: SendingWay | null }
type What = 'referral:proposed' | 'referral:sent' | 'referral:accepted' | 'referral:ended' | 'referral:told'
export type ReferralEvent = { [Each in What]: HistoryEvent<Each, Facts> }[What]

type Row = Facts & {
  what: What
  id: string
  referralId: string
  at: Date
  by: string | null
  sealed: Uint8Array | null
}

/** To which agency they were referred, each step of it with who took it, and what the agency and the tenant were told. */
export async function referralHistory(
  tx: Tx,
  actor: Actor,
  { tenantId, sealer, most }: HistoryAsked,
): Promise<ReferralEvent[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT e.what, e.id, r.id AS "referralId", e.at, a.name AS by, g.name AS agency, r.ending, r.sent_how AS "sentHow", e.sealed
    FROM referral r CROSS JOIN LATERAL (VALUES
      ('referral:proposed', r.id, r.created_at, r.promised_by, r.question_sealed), ('referral:sent', r.id, r.sent_at, r.sent_by, r.passed_on_sealed),
      ('referral:accepted', r.id, r.accepted_at, r.accepted_by, NULL), ('referral:ended', r.id, r.ended_at, r.ended_by, NULL)
      UNION ALL SELECT 'referral:told', n.id, n.at, n.account_id, n.told_sealed FROM referral_notice n
        WHERE n.corporation_id = r.corporation_id AND n.referral_id = r.id
    ) AS e (what, id, at, account_id, sealed)
    JOIN agency g ON g.corporation_id = r.corporation_id AND g.id = r.agency_id
    LEFT JOIN account a ON a.id = e.account_id
    WHERE ${visibleReferrals(actor)} AND r.tenant_id = ${tenantId}::uuid AND e.at IS NOT NULL
    ORDER BY e.at DESC, e.id DESC LIMIT ${most}::int`)
  return rows.map(({ what, id, referralId, at, by, sealed, ...facts }) => {
    const text = sealed ? sealer.open(columnOf(what)(id), sealed) : ''
    return { what, id, at, by, facts, text, to: `/referrals/${referralId}` }
  })
}

/** Where the words of a step stand. */
const columnOf = (what: What) =>
  what === 'referral:sent' ? passedOnColumn : what === 'referral:told' ? toldColumn : questionColumn

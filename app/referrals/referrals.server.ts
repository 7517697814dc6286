import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import { countChoices, filterSql, type Orders, orderSql, pageSql } from '#app/lists/filter-counts.ts'
import type { Addressee } from '#app/tenants/addressee.ts'
import { addresseeColumns, addresseeJoins, nameOrder } from '#app/tenants/addressee-columns.server.ts'
import { isOfMeantTenant } from '#app/tenants/meant-rows.server.ts'
import { numbersToDial } from '#app/tenants/phone-numbers.ts'
import { type Dialable, dialable } from '#app/tenants/phone-text.server.ts'
import { soughtText } from '#app/tenants/sought-text.server.ts'
import { type ReferralCounts, type ReferralFilter, referralList, type referralSortColumns } from './filter.ts'
import { referralCondition } from './filter-sql.server.ts'
import { questionColumn, type ReferralEnding, type ReferralState } from './referral.ts'
import { type Course, readCourse } from './referral-course.server.ts'
import { reminderDue } from './reminder.ts'
import { visibleReferrals } from './visible-referrals.server.ts'

type Plain = Addressee & {
  id: string
  state: ReferralState
  ending: ReferralEnding | null
  agencyId: string
  agencyName: string
  agencyPhone: string | null
  agencyEmail: string | null
  remindOn: string
  ownerId: string
  ownerName: string
  promisedById: string
  promisedBy: string
  campaignName: string | null
}
type Moments<At> = {
  createdAt: At
  consentedAt: At
  sentAt: At | null
  acceptedAt: At | null
  endedAt: At | null
  tenantToldAt: At | null
}

/** Moments are ISO instants; `silentDays` counts from the day of the reminder, null while it has not come. */
export type ReferralRow = Plain & Moments<string> & { question: string; silentDays: number | null }
type Sealed = Plain & Moments<Date> & { questionSealed: Uint8Array | null }

/** `sought`: the text behind the code of the filter. */
export type ReferralList = { rows: ReferralRow[]; counts: ReferralCounts; sought: string }

/** One page of referrals, opened, with the counts beside each filter. Leaves one audit row naming what was shown. */
export async function listReferrals(
  tx: Tx,
  actor: Actor,
  { filter, today }: { filter: ReferralFilter; today: string },
): Promise<ReferralList> {
  const sought = await soughtText(tx, actor, filter.search)
  const visible = sql`${visibleReferrals(actor)} AND ${await isOfMeantTenant(tx, actor.corporationId, sought)}`
  const shown = { list: referralList, filter, condition: referralCondition(actor, today) }
  const counts = await countChoices(tx, shown, sql`referral r WHERE ${visible}`)
  const own = filter.state === 'ended' ? sql`r.ended_at DESC, r.id` : sql`r.remind_on, r.id`
  const sealed = await tx.sql<Sealed>(sql`
    ${rowsFrom(today)} WHERE ${visible} AND ${filterSql(referralList, filter, shown.condition)}
    ORDER BY ${orderSql(filter.sort, orders, own)} ${pageSql(referralList, filter)}`)
  const sealer = await sealerFor(tx, actor.corporationId)
  const rows = sealed.map((row) => opened(sealer, row, today))
  if (rows.length > 0) {
    const details = { count: rows.length, tenants: rows.map((row) => row.tenantId) }
    await recordAudit(tx, actor, { action: 'referral:listed', subject: 'referral', details })
  }
  return { rows, counts, sought }
}

const orders: Orders<typeof referralSortColumns> = {
  tenant: nameOrder,
  agency: (way) => sql`lower(a.name) ${way}`,
  owner: (way) => sql`lower(owner.name) ${way}`,
}

/** One referral with the course it took; `numbers`: where the tenant can be told of it. */
export type ReferralFound = ReferralRow & Course & { numbers: Dialable[] }

/** Null when it is not there for this person. */
export async function findReferral(
  tx: Tx,
  actor: Actor,
  { id, today }: { id: string; today: string },
): Promise<ReferralFound | null> {
  const [row] = await tx.sql<Sealed>(sql`${rowsFrom(today)} WHERE ${visibleReferrals(actor)} AND r.id = ${id}::uuid`)
  if (!row) return null
  const [toDial] = await tx.sql<{ numbers: string[] }>(sql`
    SELECT ${numbersToDial} AS numbers FROM tenant t
    WHERE t.corporation_id = ${actor.corporationId}::int AND t.id = ${row.tenantId}::uuid`)
  const sealer = await sealerFor(tx, actor.corporationId)
  await recordAudit(tx, actor, {
    action: 'referral:viewed',
    subject: 'referral',
    subjectId: id,
    details: { tenant: row.tenantId },
  })
  const course = await readCourse(tx, actor, { id, sealer })
  return { ...opened(sealer, row, today), ...course, numbers: toDial?.numbers.map(dialable) ?? [] }
}

const rowsFrom = (today: string): SqlPart => sql`
  SELECT r.id, r.state, r.ending, r.agency_id AS "agencyId", a.name AS "agencyName", a.phone AS "agencyPhone", a.email AS "agencyEmail",
    r.remind_on::text AS "remindOn", r.owner_id AS "ownerId", COALESCE(owner.name, '') AS "ownerName",
    r.promised_by AS "promisedById", COALESCE(promiser.name, '') AS "promisedBy", c.name AS "campaignName",
    r.created_at AS "createdAt", r.consented_at AS "consentedAt", r.sent_at AS "sentAt", r.accepted_at AS "acceptedAt",
    r.ended_at AS "endedAt", r.tenant_told_at AS "tenantToldAt", r.question_sealed AS "questionSealed", ${addresseeColumns(today)}
  FROM referral r ${addresseeJoins}
  JOIN agency a ON a.corporation_id = r.corporation_id AND a.id = r.agency_id
  LEFT JOIN account owner ON owner.id = r.owner_id
  LEFT JOIN account promiser ON promiser.id = r.promised_by
  LEFT JOIN campaign c ON c.corporation_id = r.corporation_id AND c.id = r.campaign_id`

function opened(sealer: Sealer, { questionSealed, ...row }: Sealed, today: string): ReferralRow {
  const iso = (at: Date | null) => at && new Date(at).toISOString()
  return {
    ...row,
    silentDays: reminderDue(row, today),
    createdAt: new Date(row.createdAt).toISOString(),
    consentedAt: new Date(row.consentedAt).toISOString(),
    sentAt: iso(row.sentAt),
    acceptedAt: iso(row.acceptedAt),
    endedAt: iso(row.endedAt),
    tenantToldAt: iso(row.tenantToldAt),
    question: questionSealed ? sealer.open(questionColumn(row.id), questionSealed) : '',
  }
}

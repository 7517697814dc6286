import type { Actor } from '#app/accounts/authorize.server.ts'
import type { AuditAction } from '#app/audit/audit-words.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import {
  countChoices,
  type FilterCondition,
  filterSql,
  type Orders,
  orderSql,
  pageSql,
} from '#app/lists/filter-counts.ts'
import type { Addressee } from '#app/tenants/addressee.ts'
import { addresseeColumns, addresseeJoins, nameOrder } from '#app/tenants/addressee-columns.server.ts'
import { isOfMeantTenant } from '#app/tenants/meant-rows.server.ts'
import { soughtText } from '#app/tenants/sought-text.server.ts'
import { type GestureCounts, type GestureFilter, gestureList, type gestureSortColumns } from './filter.ts'
import { type GestureKind, type GestureState, textColumn } from './gesture.ts'

type Plain = Addressee & {
  id: string
  kind: GestureKind
  state: GestureState
  priceCents: number
  requestedBy: string
  decidedBy: string | null
  sentBy: string | null
  campaignName: string | null
}
type Moments<At> = { requestedAt: At; decidedAt: At | null; sentAt: At | null }

/** Moments are ISO instants. */
export type GestureRow = Plain & Moments<string> & { text: string }
type Sealed = Plain & Moments<Date> & { textSealed: Uint8Array | null }

/** `sought`: the text behind the code of the filter. */
export type GestureList = { rows: GestureRow[]; counts: GestureCounts; budgets: CampaignBudget[]; sought: string }
export type CampaignBudget = {
  id: string
  name: string
  budgetCents: number | null
  committedCents: number
  requestedCents: number
}

/** One page of gestures, opened, with counts and the money of each campaign. Leaves one audit row naming what was shown. */
export async function listGestures(
  tx: Tx,
  actor: Actor,
  { filter, today }: { filter: GestureFilter; today: string },
): Promise<GestureList> {
  const shown = { list: gestureList, filter, condition: gestureCondition }
  const sought = await soughtText(tx, actor, filter.search)
  const isMeant = await isOfMeantTenant(tx, actor.corporationId, sought)
  const counts = await countChoices(
    tx,
    shown,
    sql`gesture r WHERE r.corporation_id = ${actor.corporationId}::int AND ${isMeant}`,
  )
  const own =
    filter.state === 'requested' ? sql`r.requested_at, r.id` : sql`COALESCE(r.sent_at, r.decided_at) DESC, r.id`
  const rows = await readRows(tx, actor, {
    today,
    rest: sql`${filterSql(gestureList, filter, gestureCondition)} AND ${isMeant}
      ORDER BY ${orderSql(filter.sort, orders, own)} ${pageSql(gestureList, filter)}`,
  })
  await recordShown(tx, actor, { action: 'gesture:listed', rows })
  return { rows, counts, budgets: await listBudgets(tx, actor), sought }
}

const orders: Orders<typeof gestureSortColumns> = {
  tenant: nameOrder,
  price: (way) => sql`r.price_cents ${way}`,
  campaign: (way) => sql`lower(c.name) ${way} NULLS LAST`,
  asked: (way) => sql`r.requested_at ${way}`,
}

const gestureCondition: FilterCondition<(typeof gestureList)['parts']> = (part, { state, kind }) => {
  if (part === 'state') return sql`r.state = ${state}`
  return kind === 'any' ? sql`true` : sql`r.kind = ${kind}`
}

/** Approved cards in the order of their postcode, as the labels and the order list take them. `most` at a time. */
export async function listApproved(
  tx: Tx,
  actor: Actor,
  { kind, today, most }: { kind: GestureKind; today: string; most: number },
) {
  const rows = await readRows(tx, actor, {
    today,
    rest: sql`
    r.state = 'approved' AND r.kind = ${kind} ORDER BY h.postcode NULLS LAST, h.house_number, r.id LIMIT ${most}::int`,
  })
  await recordShown(tx, actor, { action: 'gesture:previewed', rows })
  return rows
}

/** The chosen ones that are still approved, in the same order: what goes on paper. `action` names the paper in the audit log. */
export async function takeApproved(
  tx: Tx,
  actor: Actor,
  { ids, today, action }: { ids: string[]; today: string; action: AuditAction },
) {
  const rows = await readRows(tx, actor, {
    today,
    rest: sql`
    r.state = 'approved' AND r.id = ANY(${ids}::uuid[]) ORDER BY h.postcode NULLS LAST, h.house_number, r.id`,
  })
  await recordShown(tx, actor, { action, rows })
  return rows
}

/** Running campaigns, and closed ones that still have something to decide. */
export function listBudgets(tx: SqlRunner, { corporationId }: CorporationScope): Promise<CampaignBudget[]> {
  return tx.sql<CampaignBudget>(sql`
    SELECT c.id, c.name, c.budget_cents AS "budgetCents",
      COALESCE(sum(g.price_cents) FILTER (WHERE g.state IN ('approved', 'sent')), 0)::int AS "committedCents",
      COALESCE(sum(g.price_cents) FILTER (WHERE g.state = 'requested'), 0)::int AS "requestedCents"
    FROM campaign c JOIN gesture g ON g.corporation_id = c.corporation_id AND g.campaign_id = c.id
    WHERE c.corporation_id = ${corporationId}::int GROUP BY c.corporation_id, c.id, c.name, c.budget_cents, c.state
    HAVING c.state <> 'closed' OR count(*) FILTER (WHERE g.state = 'requested') > 0 ORDER BY c.name, c.id`)
}

async function readRows(
  tx: Tx,
  actor: Actor,
  { today, rest }: { today: string; rest: SqlPart },
): Promise<GestureRow[]> {
  const sealed = await tx.sql<Sealed>(sql`
    SELECT r.id, r.kind, r.state, r.price_cents AS "priceCents", COALESCE(asker.name, '') AS "requestedBy", decider.name AS "decidedBy",
      sender.name AS "sentBy", c.name AS "campaignName", r.requested_at AS "requestedAt", r.decided_at AS "decidedAt", r.sent_at AS "sentAt",
      r.text_sealed AS "textSealed", ${addresseeColumns(today)}
    FROM gesture r ${addresseeJoins}
    LEFT JOIN account asker ON asker.id = r.requested_by
    LEFT JOIN account decider ON decider.id = r.decided_by
    LEFT JOIN account sender ON sender.id = r.sent_by
    LEFT JOIN campaign c ON c.corporation_id = r.corporation_id AND c.id = r.campaign_id
    WHERE r.corporation_id = ${actor.corporationId}::int AND ${rest}`)
  const sealer = await sealerFor(tx, actor.corporationId)
  return sealed.map((row) => opened(sealer, row))
}

async function recordShown(tx: Tx, actor: Actor, { action, rows }: { action: AuditAction; rows: GestureRow[] }) {
  if (rows.length === 0) return
  await recordAudit(tx, actor, {
    action,
    subject: 'gesture',
    details: { count: rows.length, tenants: rows.map((row) => row.tenantId) },
  })
}

function opened(sealer: Sealer, { textSealed, ...row }: Sealed): GestureRow {
  return {
    ...row,
    requestedAt: new Date(row.requestedAt).toISOString(),
    decidedAt: row.decidedAt && new Date(row.decidedAt).toISOString(),
    sentAt: row.sentAt && new Date(row.sentAt).toISOString(),
    text: textSealed ? sealer.open(textColumn(row.id), textSealed) : '',
  }
}

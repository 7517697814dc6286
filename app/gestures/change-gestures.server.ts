import type { Actor } from '#app/accounts/authorize.server.ts'
import { auditEach } from '#app/audit/record.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { hasDied } from '#app/tenants/contact-rule.ts'
import { mayApprove } from './budget.ts'
import { type GestureState, type GestureStep, gestureAfter } from './gesture-state.ts'
import { gesturesTopic } from './live-topics.ts'

export type BudgetShort = { campaignName: string; shortCents: number }

/** `leftOut`: the tenant has died, so nothing is approved or sent. */
export type Changed =
  | { ok: true; changed: string[]; leftOut: number }
  | { ok: false; reason: 'not-found' | 'already-changed' | 'deceased' }
  | { ok: false; reason: 'budget-short'; short: BudgetShort[] }

type Row = { id: string; state: GestureState; priceCents: number; campaignId: string | null; isDeceased: boolean }
type Move = { row: Row; to: GestureState }

/** All of them or none: when a round has not enough money left, the coordinator chooses which to leave out. */
export function approveGestures(actor: Actor, ids: string[]): Promise<Changed> {
  return step(actor, 'approve', ids, decided(actor), async (tx, moves) => {
    const short = await shortBudgets(
      tx,
      actor,
      moves.map(({ row }) => row),
    )
    return short.length > 0 ? { ok: false, reason: 'budget-short', short } : null
  })
}

export const refuseGestures = (actor: Actor, ids: string[]) => step(actor, 'refuse', ids, decided(actor))

export const sendGestures = (actor: Actor, ids: string[]) =>
  step(actor, 'send', ids, sql`sent_at = now(), sent_by = ${actor.accountId}::uuid`)

/** One step back: from sent to approved, from a decision to the request. */
export const undoGestures = (actor: Actor, ids: string[]) =>
  step(
    actor,
    'undo',
    ids,
    sql`sent_at = NULL, sent_by = NULL,
      decided_at = CASE WHEN step.state = 'requested' THEN NULL ELSE decided_at END,
      decided_by = CASE WHEN step.state = 'requested' THEN NULL ELSE decided_by END`,
  )

const decided = (actor: Actor) => sql`decided_at = now(), decided_by = ${actor.accountId}::uuid`

type Refusal = (tx: Tx, moves: Move[]) => Promise<Changed | null>

function step(actor: Actor, name: GestureStep, ids: string[], set: SqlPart, refusal?: Refusal): Promise<Changed> {
  return inScope(actor, async (tx) => {
    const rows = await lockRows(tx, actor, ids)
    if (rows.length === 0) return { ok: false, reason: 'not-found' }
    const moves = rows.flatMap((row): Move[] => {
      const to = gestureAfter(row.state, name)
      return to ? [{ row, to }] : []
    })
    if (moves.length === 0) return { ok: false, reason: 'already-changed' }
    const isForTheLiving = name === 'approve' || name === 'send'
    const fit = moves.filter(({ row }) => !(isForTheLiving && row.isDeceased))
    if (fit.length === 0) return { ok: false, reason: 'deceased' }
    const refused = await refusal?.(tx, fit)
    if (refused) return refused
    await write(tx, actor, name, fit, set)
    await publish(tx, actor.corporationId, gesturesTopic)
    return { ok: true, changed: fit.map(({ row }) => row.id), leftOut: moves.length - fit.length }
  })
}

/** Locked, so that what is decided on them still holds when it is written. */
function lockRows(tx: Tx, { corporationId }: Actor, ids: string[]) {
  return tx.sql<Row>(sql`
    SELECT r.id, r.state, r.price_cents AS "priceCents", r.campaign_id AS "campaignId",
      ${hasDied} AS "isDeceased"
    FROM gesture r JOIN tenant t ON t.corporation_id = r.corporation_id AND t.id = r.tenant_id
    WHERE r.corporation_id = ${corporationId}::int AND r.id = ANY(${ids}::uuid[]) ORDER BY r.id FOR UPDATE OF r`)
}

type CampaignMoney = { id: string; name: string; budgetCents: number | null; committedCents: number }

/** The round itself is locked: two coordinators cannot spend the same euro. */
async function shortBudgets(tx: Tx, { corporationId }: Actor, rows: Row[]): Promise<BudgetShort[]> {
  const campaignIds = [...new Set(rows.flatMap((row) => row.campaignId ?? []))]
  if (campaignIds.length === 0) return []
  const wanted = sql`corporation_id = ${corporationId}::int AND id = ANY(${campaignIds}::uuid[])`
  await tx.sql(sql`SELECT id FROM campaign WHERE ${wanted} ORDER BY id FOR UPDATE`)
  const campaigns = await tx.sql<CampaignMoney>(sql`
    SELECT c.id, c.name, c.budget_cents AS "budgetCents", (
      SELECT COALESCE(sum(g.price_cents), 0)::int FROM gesture g
      WHERE g.corporation_id = c.corporation_id AND g.campaign_id = c.id AND g.state IN ('approved', 'sent')
    ) AS "committedCents" FROM campaign c WHERE ${wanted} ORDER BY c.name`)
  return campaigns.flatMap((campaign) => {
    const asked = rows.filter((row) => row.campaignId === campaign.id).map((row) => row.priceCents)
    const answer = mayApprove(campaign, asked)
    return answer.ok ? [] : [{ campaignName: campaign.name, shortCents: answer.shortCents }]
  })
}

async function write(tx: Tx, actor: Actor, name: GestureStep, moves: Move[], set: SqlPart) {
  await tx.sql(sql`
    WITH changed AS (
      UPDATE gesture SET ${set}, state = step.state
      FROM unnest(${moves.map(({ row }) => row.id)}::uuid[], ${moves.map(({ row }) => row.state)}::text[], ${moves.map(({ to }) => to)}::text[]) AS step (id, was, state)
      WHERE gesture.corporation_id = ${actor.corporationId}::int AND gesture.id = step.id AND gesture.state = step.was
      RETURNING gesture.id
    ) ${auditEach(actor, { action: `gesture:${name}`, subject: 'gesture' }, sql`changed`)}`)
}

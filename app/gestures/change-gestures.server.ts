import type { Actor } from '#app/accounts/authorize.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { NotTaken } from '#app/lists/steps.ts'
import { type SteppedTable, type Taken, takeStep } from '#app/lists/take-step.server.ts'
import { hasDied } from '#app/tenants/contact-rule.ts'
import { mayApprove } from './budget.ts'
import { type GestureChange, gestureSteps, type SteppedGesture } from './gesture-steps.ts'
import { gesturesTopic } from './live-topics.ts'

export type BudgetShort = { campaignName: string; shortCents: number }
type Short = { ok: false; reason: 'budget-short'; short: BudgetShort[] }

/** `leftOut`: the tenant has died, so nothing is approved or sent. */
export type GesturesChanged = Taken | NotTaken<'deceased'> | Short

type Row = SteppedGesture & { id: string; priceCents: number; campaignId: string | null }

const gestures: SteppedTable<Row> = {
  table: sql`gesture`,
  subject: 'gesture',
  columns: sql`r.price_cents AS "priceCents", r.campaign_id AS "campaignId", ${hasDied} AS "hasDied"`,
  joins: sql`JOIN tenant t ON t.corporation_id = r.corporation_id AND t.id = r.tenant_id`,
  announce: (tx, { corporationId }) => publish(tx, corporationId, gesturesTopic),
}

/**
 * Takes one step with these cards and flowers. All are approved or none: when a campaign has not enough money left, the
 * coordinator chooses which to leave out.
 */
export function changeGestures(actor: Actor, ids: string[], change: GestureChange): Promise<GesturesChanged> {
  return inScope(actor, (tx) =>
    takeStep<Row, 'deceased', Short>({ tx, scope: actor }, gestures, {
      step: gestureSteps[change.step],
      ids,
      visible: sql`r.corporation_id = ${actor.corporationId}::int`,
      input: { accountId: actor.accountId },
      async before(moves) {
        if (change.step !== 'approve') return { ok: true }
        const requested = moves.map(({ row }) => row)
        const short = await shortBudgets(tx, actor, requested)
        return short.length > 0 ? { ok: false, reason: 'budget-short', short } : { ok: true }
      },
    }),
  )
}

type CampaignMoney = { id: string; name: string; budgetCents: number | null; committedCents: number }

/** The campaign itself is locked: two coordinators cannot spend the same euro. */
async function shortBudgets(tx: Tx, { corporationId }: Actor, rows: Row[]): Promise<BudgetShort[]> {
  const campaignIds = [...new Set(rows.flatMap((row) => row.campaignId ?? []))]
  if (campaignIds.length === 0) return []
  const wanted = sql`corporation_id = ${corporationId}::int AND id = ANY(${campaignIds}::uuid[])`
  await tx.sql(sql`SELECT id FROM campaign WHERE ${wanted} ORDER BY id FOR NO KEY UPDATE`)
  const campaigns = await tx.sql<CampaignMoney>(sql`
    SELECT c.id, c.name, c.budget_cents AS "budgetCents", (
      SELECT COALESCE(sum(g.price_cents), 0)::int FROM gesture g
      WHERE g.corporation_id = c.corporation_id AND g.campaign_id = c.id AND g.state IN ('approved', 'sent')
    ) AS "committedCents" FROM campaign c WHERE ${wanted} ORDER BY c.name`)
  return campaigns.flatMap((campaign) => {
    const prices = rows.filter((row) => row.campaignId === campaign.id).map((row) => row.priceCents)
    const answer = mayApprove(campaign, prices)
    return answer.ok ? [] : [{ campaignName: campaign.name, shortCents: answer.shortCents }]
  })
}

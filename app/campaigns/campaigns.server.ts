import { notFound } from '#app/core/http-errors.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Criteria } from '#app/segments/criteria.ts'
import { parseCriteria } from '#app/segments/criteria.ts'
import { dayOf } from '#app/time/clock.ts'
import type { Campaign as Row } from '#prisma/generated/client.ts'
import { type Policy, policySchema } from './calling-policy.ts'
import { findFigures } from './campaign-figures.server.ts'
import { type CampaignFigures, figuresOf } from './campaign-figures.ts'
import { type CampaignState, liveCampaignStates } from './campaign-steps.ts'
import type { Script } from './script.ts'

type Read = 'state' | 'criteria' | 'script' | 'policy' | 'drawnOn'
export type Campaign = Omit<Row, 'corporationId' | 'createdBy' | 'usesCircumstances' | Read> & {
  state: CampaignState
  criteria: Criteria
  script: Script
  policy: Policy
  /** 'yyyy-mm-dd': the day the list was drawn. */
  drawnOn: string | null
}

export type CampaignRow = Pick<Row, 'id' | 'name' | 'launchedAt' | 'closedAt' | 'createdAt'> & {
  state: CampaignState
  figures: CampaignFigures
  callers: number
}

/** Null when there is no such campaign here. */
export async function findCampaign(tx: Tx, { corporationId }: CorporationScope, id: string): Promise<Campaign | null> {
  const row = await tx.campaign.findUnique({ where: { corporationId_id: { corporationId, id } } })
  if (!row) return null
  const criteria = parseCriteria(row.criteria)
  return {
    id: row.id,
    name: row.name,
    state: row.state as CampaignState,
    purpose: row.purpose,
    legalBasis: row.legalBasis,
    reasonToCall: row.reasonToCall,
    // Criteria of a version that knew other fields: nobody, rather than everybody.
    criteria: criteria.ok ? criteria.criteria : { any: [] },
    script: row.script as Script,
    policy: policySchema.parse(row.policy),
    budgetCents: row.budgetCents,
    createdAt: row.createdAt,
    launchedAt: row.launchedAt,
    closedAt: row.closedAt,
    spreadAt: row.spreadAt,
    drawnOn: row.drawnOn && dayOf(row.drawnOn),
  }
}

export async function campaignOr404(tx: Tx, scope: CorporationScope, id: string): Promise<Campaign> {
  const campaign = await findCampaign(tx, scope, id)
  if (!campaign) throw notFound()
  return campaign
}

const listOrder: CampaignState[] = [...liveCampaignStates, 'draft', 'closed']

/** Running and paused first, then drafts, then closed ones; newest first in each. */
export async function listCampaigns(tx: Tx, scope: CorporationScope): Promise<CampaignRow[]> {
  const rows = await tx.sql<Omit<CampaignRow, 'figures'>>(sql`
    SELECT k.id, k.name, k.state, k.launched_at AS "launchedAt", k.closed_at AS "closedAt", k.created_at AS "createdAt",
      (SELECT count(*)::int FROM campaign_caller m WHERE m.corporation_id = k.corporation_id AND m.campaign_id = k.id AND m.left_at IS NULL) AS callers
    FROM campaign k WHERE k.corporation_id = ${scope.corporationId}::int
    ORDER BY array_position(${listOrder}::text[], k.state), k.created_at DESC, k.id LIMIT 500`)
  const figures = await findFigures(
    tx,
    scope,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, figures: figures.get(row.id) ?? figuresOf([]) }))
}

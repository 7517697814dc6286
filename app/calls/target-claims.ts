import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { newsByTopic } from '#app/claims/announce-claim.server.ts'
import type { ClaimKind } from '#app/claims/claim-kind.ts'
import { sql } from '#app/core/sql.ts'
import { keepableFields } from './free-texts.ts'
import { joinDrafts } from './join-drafts.ts'

/**
 * A home of a campaign in the hands of a caller. Who was taken off the campaign may finish the call they are in, and takes up
 * no home after it.
 */
export const targetClaims: ClaimKind = {
  table: 'target',
  owner: 'corporation',
  states: stillToDo,
  lease: sql`(SELECT make_interval(mins => (c.policy ->> 'leaseMinutes')::int) FROM campaign c
    WHERE c.corporation_id = g.corporation_id AND c.id = g.campaign_id)`,
  mayReturn: (accountId) => sql`EXISTS (SELECT FROM campaign_caller k WHERE k.corporation_id = g.corporation_id
    AND k.campaign_id = g.campaign_id AND k.account_id = ${accountId}::uuid AND k.left_at IS NULL)`,
  onRelease: (accountId) => sql`set_aside_by = ${accountId}::uuid, set_aside_at = now()`,
  claimantName: sql`(SELECT a.name FROM account a WHERE a.id = g.claimed_by)`,
  news: newsByTopic('campaign_id', campaignTopic),
  drafts: { table: 'call_draft', column: 'target_id', keepable: keepableFields, joined: joinDrafts },
  audit: {
    subject: 'target',
    claimed: 'target:claimed',
    resumed: 'target:resumed',
    released: 'target:released',
    lapsed: 'target:lease-lapsed',
    discarded: 'draft:discarded',
  },
}

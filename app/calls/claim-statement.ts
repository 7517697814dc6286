import { stillToDoText } from '#app/campaigns/still-to-do.ts'
import { whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import { restingOutcomesText } from './resting-outcomes.ts'

/** A promise that a colleague could keep as well is not left lying longer than this. */
const promiseGrace = "interval '15 minutes'"
/** Who skipped a home, or could not understand the tenant, does not get it back on the same day. */
const skipRest = "interval '20 hours'"

// $1 corporation · $2 caller · $3 rounds, the one launched first in front · $4 lease minutes of each · $5 today
// $6 homes to leave out · $7 and $8, where they are used: the number of the caller's own home, and its complex
const isFree = '(g.claimed_by IS NULL OR g.lease_until < clock_timestamp()) AND g.home_id <> ALL($6::uuid[])'
const notSkippedLately = `(g.last_caller_id IS DISTINCT FROM $2::uuid OR g.last_outcome NOT IN ${restingOutcomesText}
      OR g.last_attempt_at < now() - ${skipRest})`
const notTheirNeighbour = `NOT EXISTS (SELECT FROM home h WHERE h.corporation_id = g.corporation_id AND h.id = g.home_id
      AND (h.number = $7::text OR h.complex = $8::text))`

/**
 * In order; a step is looked at only when none before it found anything, which is what COALESCE promises. Whoever is
 * promised a caller by name is on that caller's list: see targetAfter. Who leaves a team leaves their list to everybody:
 * see team.server.ts and sweep-leases.server.ts.
 */
const steps = (where: string) => [
  'SELECT id FROM held',
  due('g.assigned_to = $2::uuid', where),
  lateForAnybody(where),
  open('g.assigned_to = $2::uuid', where),
  due(`g.assigned_to IS NULL AND ${notSkippedLately}`, where),
  open('g.assigned_to IS NULL', where),
]

/** Promises first, then who was waited longest for. */
const due = (condition: string, where: string) => `SELECT g.id FROM target g
    WHERE g.corporation_id = $1::int AND g.state IN ('retry', 'appointment') AND ${condition} AND g.next_at <= now()
      AND g.campaign_id = ANY($3::uuid[]) AND ${where}
    ORDER BY g.state = 'appointment' DESC, g.next_at LIMIT 1 FOR UPDATE SKIP LOCKED`

const lateForAnybody = (where: string) => `SELECT g.id FROM target g
    WHERE g.corporation_id = $1::int AND g.state = 'appointment' AND g.appointment_with IS NULL AND g.next_at < now() - ${promiseGrace}
      AND g.campaign_id = ANY($3::uuid[]) AND ${notSkippedLately} AND ${where}
    ORDER BY g.next_at LIMIT 1 FOR UPDATE SKIP LOCKED`

const open = (condition: string, where: string) => `SELECT first.id FROM unnest($3::uuid[]) AS round (id)
    CROSS JOIN LATERAL (SELECT g.id FROM target g
      WHERE g.corporation_id = $1::int AND g.campaign_id = round.id AND g.state = 'open' AND ${condition} AND ${where}
      ORDER BY g.position LIMIT 1 FOR UPDATE SKIP LOCKED) first
    LIMIT 1`

/**
 * Takes the next home for a caller, in one statement. The lease stands on the database's clock; rows that another claim
 * has in its hands at this moment are passed over; the audit row is written with it. What it found but may not take,
 * because the tenant may not be rung, or the round was paused or the caller taken off it a moment ago, is left as it was: `targetId` is null then.
 */
const statementFor = (where: string) => `WITH held AS MATERIALIZED (
  SELECT g.id FROM target g WHERE g.corporation_id = $1::int AND g.claimed_by = $2::uuid AND g.state IN ${stillToDoText} FOR UPDATE
), next AS MATERIALIZED (
  SELECT coalesce(${steps(where)
    .map((step) => `(${step})`)
    .join(',\n  ')}) AS id
), claimed AS (
  UPDATE target g SET claimed_by = $2::uuid, holder = $2::uuid, fence = g.fence + CASE WHEN g.claimed_by = $2::uuid THEN 0 ELSE 1 END,
    lease_until = clock_timestamp() + make_interval(mins => coalesce(($4::int[])[array_position($3::uuid[], g.campaign_id)], 20))
  FROM tenant t, campaign c
  WHERE g.corporation_id = $1::int AND g.id = (SELECT id FROM next) AND t.corporation_id = $1::int AND t.id = g.tenant_id
    AND c.corporation_id = $1::int AND c.id = g.campaign_id AND (g.claimed_by = $2::uuid OR (c.state = 'running'
      AND EXISTS (SELECT FROM campaign_caller k WHERE k.corporation_id = $1::int AND k.campaign_id = c.id AND k.account_id = $2::uuid AND k.left_at IS NULL)))
    AND ${whyNotCallableSql('$5::date')} IS NULL
  RETURNING g.id, g.campaign_id, g.fence, g.lease_until
), audited AS (
  INSERT INTO audit_event (corporation_id, account_id, action, subject_kind, subject_id)
  SELECT $1::int, $2::uuid, CASE WHEN EXISTS (SELECT FROM held) THEN 'target:resumed' ELSE 'target:claimed' END, 'target', id FROM claimed
)
SELECT next.id AS "foundId", claimed.id AS "targetId", claimed.campaign_id AS "campaignId", claimed.fence, claimed.lease_until AS "leaseUntil",
  EXISTS (SELECT FROM held) AS "isResumed"
FROM next LEFT JOIN claimed ON true`

/** Named, so that each connection plans it once. */
export const claimStatements = {
  plain: { name: 'claim-next', text: statementFor(isFree) },
  /** For a caller who rents here themselves. */
  forNeighbour: { name: 'claim-next-for-neighbour', text: statementFor(`${isFree} AND ${notTheirNeighbour}`) },
}

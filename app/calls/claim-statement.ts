import { waitingText } from '#app/campaigns/still-to-do.ts'
import { claimStatement, firstFree, ownClaim } from '#app/claims/claim-statement.ts'
import { whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import { restingOutcomesText, restingTime, setAsideTime } from './resting-outcomes.ts'
import { targetClaims } from './target-claims.ts'

/** A promise that a colleague could keep as well is not left lying longer than this. */
export const promiseGrace = "interval '15 minutes'"

// $1 corporation · $2 caller · $3 campaigns, the one launched first in front · $4 today · $5 homes to leave out
// $6 and $7, where they are used: the number of the caller's own home, and its complex
const isNotLeftOut = 'g.home_id <> ALL($5::uuid[])'
const notSkippedLately = `(g.last_caller_id IS DISTINCT FROM $2::uuid OR g.last_outcome NOT IN ${restingOutcomesText}
      OR g.last_attempt_at < now() - ${restingTime})`
/** "Not now" is for a while: whoever said it first gets all the others. */
const isSetAside = `(g.set_aside_by = $2::uuid AND g.set_aside_at > now() - ${setAsideTime})`
const notTheirNeighbour = `NOT EXISTS (SELECT FROM home h WHERE h.corporation_id = g.corporation_id AND h.id = g.home_id
      AND (h.number = $6::text OR h.complex = $7::text))`

/**
 * In order. Whoever is promised a caller by name is on that caller's list: see targetAfter. Who leaves a team leaves
 * their list to everybody: see campaigns/leave-to-all.server.ts.
 */
const steps = (where: string) => [ownClaim, ...turns(`${where} AND ${isSetAside} IS NOT TRUE`)]

const turns = (where: string) => [
  due('g.assigned_to = $2::uuid', where),
  lateForAnybody(where),
  open('g.assigned_to = $2::uuid', where),
  due(`g.assigned_to IS NULL AND ${notSkippedLately}`, where),
  open('g.assigned_to IS NULL', where),
]

/** Only when nobody else is left: those they set aside, the first of them in front. */
const setAside = (where: string) =>
  firstFree(targetClaims, {
    where: `${isSetAside} AND (g.state = 'open' OR g.state IN ${waitingText} AND g.next_at <= now())
      AND (g.assigned_to = $2::uuid OR g.assigned_to IS NULL AND (g.state = 'open' OR ${notSkippedLately}))
      AND g.campaign_id = ANY($3::uuid[]) AND ${where}`,
    orderBy: 'g.set_aside_at',
  })

/** Promises first, then who was waited longest for. */
const due = (condition: string, where: string) =>
  firstFree(targetClaims, {
    where: `g.state IN ${waitingText} AND ${condition} AND g.next_at <= now()
      AND g.campaign_id = ANY($3::uuid[]) AND ${where}`,
    orderBy: "g.state = 'appointment' DESC, g.next_at",
  })

const lateForAnybody = (where: string) =>
  firstFree(targetClaims, {
    where: `g.state = 'appointment' AND g.appointment_with IS NULL AND g.next_at < now() - ${promiseGrace}
      AND g.campaign_id = ANY($3::uuid[]) AND ${notSkippedLately} AND ${where}`,
    orderBy: 'g.next_at',
  })

const open = (condition: string, where: string) => `SELECT first.id FROM unnest($3::uuid[]) AS running (id)
    CROSS JOIN LATERAL (${firstFree(targetClaims, {
      where: `g.campaign_id = running.id AND g.state = 'open' AND ${condition} AND ${where}`,
      orderBy: 'g.position',
    })}) first
    LIMIT 1`

/** The tenant may be rung; and the home is theirs already, or the campaign runs and they call in it. */
const mayClaim = `EXISTS (SELECT FROM tenant t WHERE t.corporation_id = $1::int AND t.id = g.tenant_id AND ${whyNotCallableSql('$4::date')} IS NULL)
    AND (g.claimed_by = $2::uuid OR EXISTS (
      SELECT FROM campaign c JOIN campaign_caller k ON k.corporation_id = c.corporation_id AND k.campaign_id = c.id
      WHERE c.corporation_id = $1::int AND c.id = g.campaign_id AND c.state = 'running' AND k.account_id = $2::uuid AND k.left_at IS NULL))`

const statements = (name: string, where: string) => ({
  next: claimStatement(targetClaims, { name, steps: steps(where), mayClaim }),
  /** Asked when the other finds nobody: what nearly nobody needs costs the many nothing. */
  setAside: claimStatement(targetClaims, { name: `${name}-set-aside`, steps: [setAside(where)], mayClaim }),
})

export const claimStatements = {
  plain: statements('claim-next', isNotLeftOut),
  /** For a caller who rents here themselves. */
  forNeighbour: statements('claim-next-for-neighbour', `${isNotLeftOut} AND ${notTheirNeighbour}`),
}

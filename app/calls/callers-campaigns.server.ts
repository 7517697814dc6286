import type { Actor } from '#app/accounts/authorize.server.ts'
import { isCallingTime } from '#app/campaigns/calling-hours.ts'
import { type Policy, policySchema } from '#app/campaigns/calling-policy.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { dateIn } from '#app/time/clock.ts'

/** The running campaigns somebody calls in, the one launched first in front; and where they live themselves. */
export type CallersCampaigns = {
  campaigns: { id: string; policy: Policy }[]
  ownHome: { number: string; complex: string | null } | null
}

type Known = CallersCampaigns & { readAt: number }
const known = () => processSingleton('callers-campaigns', () => new Map<string, Known>())
const rememberedMs = 5_000
const mostRemembered = 10_000

/**
 * As it is now, or as it was a few seconds ago: each next call begins with it. Whether a campaign still runs is looked at
 * again when a home is taken, and an answer "nobody left" is never given on what is remembered.
 */
export async function callersCampaigns(
  actor: Actor,
  mustRead: boolean,
): Promise<{ known: CallersCampaigns; isFresh: boolean }> {
  const name = `${actor.corporationId}:${actor.accountId}`
  const remembered = known().get(name)
  if (!mustRead && remembered && Date.now() - remembered.readAt < rememberedMs)
    return { known: remembered, isFresh: false }
  const read = { ...(await readCampaigns(actor)), readAt: Date.now() }
  if (known().size >= mostRemembered) known().clear()
  known().set(name, read)
  return { known: read, isFresh: true }
}

/** Those in which people may be called at a moment. Calling hours change on the minute, so within one it is the same. */
export function openCampaigns(known: CallersCampaigns, zone: string, now: Date): OpenCampaigns {
  const minute = Math.floor(now.getTime() / 60_000)
  const before = workedOut.get(known)
  if (before?.minute === minute) return before
  const campaigns = known.campaigns.filter(({ policy }) => isCallingTime(policy, zone, now))
  const open = {
    minute,
    today: dateIn(zone, now),
    ids: campaigns.map(({ id }) => id),
  }
  workedOut.set(known, open)
  return open
}

type OpenCampaigns = { minute: number; today: string; ids: string[] }
const workedOut = new WeakMap<CallersCampaigns, OpenCampaigns>()

type Row = { id: string; policy: unknown; number: string | null; complex: string | null }

async function readCampaigns(actor: Actor): Promise<CallersCampaigns> {
  const rows = await inScopeSql(actor, (tx) =>
    tx.sql<Row>(sql`
      SELECT c.id, c.policy, m.own_home_number AS number, h.complex
      FROM campaign_caller k
      JOIN campaign c ON c.corporation_id = k.corporation_id AND c.id = k.campaign_id
      LEFT JOIN membership m ON m.corporation_id = k.corporation_id AND m.account_id = k.account_id
      LEFT JOIN home h ON h.corporation_id = m.corporation_id AND h.number = m.own_home_number
      WHERE k.corporation_id = ${actor.corporationId}::int AND k.account_id = ${actor.accountId}::uuid AND k.left_at IS NULL AND c.state = 'running'
      ORDER BY c.launched_at, c.id`),
  )
  const [first] = rows
  return {
    campaigns: rows.map(({ id, policy }) => ({ id, policy: policySchema.parse(policy) })),
    ownHome: first?.number ? { number: first.number, complex: first.complex } : null,
  }
}

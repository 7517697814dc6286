import type pg from 'pg'
import { hashPassword } from '#app/accounts/passwords.server.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { fillTenants } from './bench-database.ts'
import { draft } from './campaign.bench.ts'

export const password = 'een-lang-wachtwoord'

/** A running round over so many homes; gives the addresses its callers sign in with, all with the same password. */
export async function aRound(owner: pg.Client, { homes, callers }: { homes: number; callers: number }) {
  const corporation = await aCorporation()
  const coordinator = await anActor(corporation)
  await fillTenants(owner, corporation.id, homes * 2)
  const passwordHash = await hashPassword(password)
  const team = []
  for (let nr = 0; nr < callers; nr++) team.push(await anActor(corporation, { role: 'caller', passwordHash }))
  const campaignId = await draft(coordinator, team)
  const spread = await applySpread(coordinator, campaignId, '2026-11-22')
  if (!spread.ok) throw new Error(spread.reason)
  await owner.query('DELETE FROM target WHERE id NOT IN (SELECT id FROM target ORDER BY home_id LIMIT $1)', [homes])
  // Whoever is done with their own list goes on with that of all.
  await owner.query('UPDATE target SET assigned_to = NULL')
  const launched = await stepCampaign(coordinator, campaignId, 'launch')
  if (!launched.ok) throw new Error(launched.reason)
  await owner.query('VACUUM ANALYZE')
  return team.map(({ email }) => email)
}

/** What became of the saves that were answered with yes. */
export async function whatBecame(owner: pg.Client, saved: string[]) {
  const { rows } = await owner.query<{ attempts: number; doubles: number; lost: number }>(
    `SELECT (SELECT count(*)::int FROM attempt) AS attempts,
      (SELECT count(*)::int FROM (SELECT FROM attempt GROUP BY target_id HAVING count(*) > 1) d) AS doubles,
      (SELECT count(*)::int FROM unnest($1::uuid[]) AS said (id) WHERE NOT EXISTS
        (SELECT FROM attempt a JOIN conversation c ON c.attempt_id = a.id WHERE a.target_id = said.id)) AS lost`,
    [saved],
  )
  return rows[0] ?? { attempts: 0, doubles: 0, lost: saved.length }
}

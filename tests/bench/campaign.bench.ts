import type { Actor } from '#app/accounts/authorize.server.ts'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { setTeam } from '#app/campaigns/change-team.server.ts'
import { createCampaign } from '#app/campaigns/create-campaign.server.ts'
import { defaultScripts } from '#app/campaigns/script.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { fillTenants, withBenchDatabase } from './bench-database.ts'
import { type Bench, median } from './figure.ts'

const today = '2026-11-22'
const callerCount = 35
const rounds = 3

/** Drawing a list and spreading it, beside copying the very same rows. */
export const campaignBench: Bench = {
  name: 'campaign',
  run: (size) =>
    withBenchDatabase(async (owner) => {
      const corporation = await aCorporation()
      const coordinator = await anActor(corporation)
      await fillTenants(owner, corporation.id, size === 'full' ? 40_000 : 2_000)
      const callers: Actor[] = []
      for (let i = 0; i < callerCount; i++) callers.push(await anActor(corporation, { role: 'caller' }))
      const campaignId = await draft(coordinator, callers)
      await owner.query('CREATE TABLE raw_target (LIKE target INCLUDING ALL)')
      await owner.query(
        `ALTER TABLE raw_target ADD FOREIGN KEY (corporation_id, campaign_id) REFERENCES campaign (corporation_id, id), ADD FOREIGN KEY (corporation_id, home_id) REFERENCES home (corporation_id, id), ADD FOREIGN KEY (corporation_id, tenant_id) REFERENCES tenant (corporation_id, id)`,
      )
      const [ours, floor]: [number[], number[]] = [[], []]
      let homes = 0
      for (let round = 0; round < rounds; round++) {
        await owner.query('DELETE FROM target')
        await owner.query('VACUUM target')
        let started = performance.now()
        const answer = await applySpread(coordinator, campaignId, today)
        ours.push((performance.now() - started) / 1000)
        if (!answer.ok) throw new Error(answer.reason)
        homes = answer.preview.homes
        await owner.query('TRUNCATE raw_target')
        started = performance.now()
        await owner.query('INSERT INTO raw_target SELECT * FROM target')
        floor.push((performance.now() - started) / 1000)
      }
      const { rows } = await owner.query<{ least: number; most: number; total: number; homes: number }>(`
        SELECT min(n)::int AS least, max(n)::int AS most, sum(n)::int AS total, (SELECT count(DISTINCT home_id)::int FROM target) AS homes
        FROM (SELECT count(*) AS n FROM target GROUP BY assigned_to) lists`)
      const [list] = rows
      const isFair = list !== undefined && list.most - list.least <= 1 && list.total === homes && list.homes === homes
      const ratio = median(ours) / median(floor)
      return [
        {
          name: `draw ${homes} homes and spread them over ${callerCount} callers`,
          value: median(ours),
          unit: 's',
          floor: median(floor),
          floorIs: 'INSERT … SELECT of the same rows into a table with the same indexes and keys',
          ratio,
          bar: '≤ 2.0 × floor',
          isWithin: ratio <= 2 && isFair,
          checked: isFair ? `each caller ${list.least} or ${list.most}, none lost, none double` : 'THE SPREAD IS WRONG',
        },
      ]
    }),
}

export async function draft(coordinator: Actor, callers: Actor[], name = 'Bench'): Promise<string> {
  const everybody = { all: [] }
  const created = await createCampaign(coordinator, uuidV7(), {
    name,
    purpose: 'Meten',
    legalBasis: 'legitimate-interest',
    reasonToCall: 'Wij bellen alle huurders.',
    criteria: everybody,
    script: defaultScripts.general,
    policy: { ...defaultPolicy, windows: alwaysOpen, onPublicHolidays: true },
    budgetCents: null,
  })
  if (!created.ok) throw new Error(created.reason)
  const team = await setTeam(
    coordinator,
    created.campaignId,
    callers.map(({ accountId }) => ({ accountId, hours: 15 })),
  )
  if (!team.ok) throw new Error(team.reason)
  return created.campaignId
}

const day = [{ from: '00:00', to: '23:59' }]
export const alwaysOpen = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }

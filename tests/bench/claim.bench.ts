import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { fillTenants, withBenchDatabase } from './bench-database.ts'
import { draft } from './campaign.bench.ts'
import { type Bench, percentile } from './figure.ts'

const callerCount = 50

const bareClaim = `
  UPDATE bare_target SET state = 'claimed', claimed_by = $1, lease_until = clock_timestamp() + interval '20 minutes', fence = fence + 1
  WHERE id = (SELECT id FROM bare_target WHERE state = 'open' ORDER BY position, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`

/**
 * Fifty callers at once who take, finish and take again until nothing is left. The rate is about the taking alone;
 * finishing is the same plain update on both sides.
 */
export const claimBench: Bench = {
  name: 'claim',
  run: (size) =>
    withBenchDatabase(async (owner, _url, pool) => {
      const targets = size === 'full' ? 10_000 : 500
      const corporation = await aCorporation()
      const coordinator = await anActor(corporation)
      await fillTenants(owner, corporation.id, targets * 2)
      const callers: Actor[] = []
      for (let i = 0; i < callerCount; i++) callers.push(await anActor(corporation, { role: 'caller' }))
      const campaignId = await draft(coordinator, callers)
      const spread = await applySpread(coordinator, campaignId, '2026-11-22')
      if (!spread.ok) throw new Error(spread.reason)
      // Half on lists and half in the pool, as in a campaign where some share.
      await owner.query('DELETE FROM target WHERE id NOT IN (SELECT id FROM target ORDER BY home_id LIMIT $1)', [
        targets,
      ])
      await owner.query('UPDATE target SET assigned_to = NULL WHERE position % 2 = 0')
      // The same columns and indexes, no policies and no CHECKs; one index more, in the order of the bare claim.
      await owner.query('CREATE TABLE bare_target (LIKE target INCLUDING ALL EXCLUDING CONSTRAINTS)')
      await owner.query('CREATE INDEX ON bare_target (state, position, id)')
      await owner.query('INSERT INTO bare_target SELECT * FROM target')
      await owner.query('VACUUM ANALYZE')
      const launched = await stepCampaign(coordinator, campaignId, 'launch')
      if (!launched.ok) throw new Error(launched.reason)
      const finish = (table: string) => (id: string) =>
        pool.query(`UPDATE ${table} SET state = 'reached', claimed_by = NULL, lease_until = NULL WHERE id = $1`, [id])
      const bare = await drain(
        callers,
        async ({ accountId }) =>
          (await pool.query<{ id: string }>({ name: 'bare', text: bareClaim, values: [accountId] })).rows[0]?.id ??
          null,
        finish('bare_target'),
      )
      const ours = await drain(
        callers,
        async (caller) => {
          const answer = await claimNext(caller, new Date(), campaignId)
          return answer.ok ? answer.targetId : null
        },
        finish('target'),
      )
      const { rows } = await owner.query<{ left: number }>(
        `SELECT count(*)::int AS left FROM target WHERE state <> 'reached'`,
      )
      const doubles = ours.ids.length - new Set(ours.ids).size
      const losses = targets - new Set(ours.ids).size
      const ratio = ours.perSecond / bare.perSecond
      const isClean = doubles === 0 && losses === 0 && rows[0]?.left === 0
      return [
        {
          name: `next call, ${callerCount} callers at once, ${targets} homes`,
          value: ours.perSecond,
          unit: 'per s',
          floor: bare.perSecond,
          floorIs: 'the bare claim in one statement on a table with the same indexes, same pool size',
          ratio,
          bar: '≥ 0.5 × floor, 0 doubles, 0 losses',
          isWithin: ratio >= 0.5 && isClean,
          checked: `${doubles} doubles, ${losses} losses; p95 ${percentile(ours.times, 95).toFixed(1)} ms`,
        },
      ]
    }),
}

type Drained = { ids: string[]; times: number[]; perSecond: number }

async function drain(
  callers: Actor[],
  claim: (caller: Actor) => Promise<string | null>,
  finish: (id: string) => Promise<unknown>,
): Promise<Drained> {
  const ids: string[] = []
  const times: number[] = []
  await Promise.all(
    callers.map(async (caller) => {
      for (;;) {
        const started = performance.now()
        const id = await claim(caller)
        if (!id) return
        times.push(performance.now() - started)
        ids.push(id)
        await finish(id)
      }
    }),
  )
  const busySeconds = times.reduce((sum, time) => sum + time, 0) / 1000 / callers.length
  return { ids, times, perSecond: ids.length / busySeconds }
}

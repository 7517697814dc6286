import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { addCaller, removeCaller } from '#app/campaigns/change-team.server.ts'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { applyImport } from '#app/tenant-lists/apply-import.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCampaign, type Campaign, finish } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { begun, checkOf, smallList } from '#tests/tenant-lists/lists.ts'

beforeAll(async () => {
  await useDatabase()
})

const callers = 6

/** Two rounds that run, with the same tenants on both. */
async function twoRounds(): Promise<{ first: Campaign; second: Campaign }> {
  const first = await aCampaign({ homes: 3 * callers })
  const second = await aCampaign({ corporation: first.corporation, callers })
  await asSuperuser(
    `INSERT INTO target (corporation_id, campaign_id, home_id, tenant_id, position)
     SELECT corporation_id, $2, home_id, tenant_id, position + 1000 FROM target WHERE campaign_id = $1`,
    [first.campaignId, second.campaignId],
  )
  return { first, second }
}

const ofOthers = () => smallList([{ Huurdernr: 'NEW-1', 'VHE-nummer': 'NEW-1' }])

const statesOf = async ({ corporation }: Campaign) =>
  asSuperuser<{ reason: string; n: number }>(
    `SELECT coalesce(withdrawn_reason, state) AS reason, count(*)::int AS n FROM target WHERE corporation_id = $1 GROUP BY 1 ORDER BY 1`,
    [corporation.id],
  )

test.each([0, 2, 4, 8, 16])(
  'who saves that tenants of two rounds moved, who changes a team and a list that takes them all off never wait for each other in a ring: after %i ms',
  { timeout: 60_000 },
  async (delay) => {
    const { first, second } = await twoRounds()
    const scope = systemScope(first.corporation.id)
    const checked = await checkOf(scope, ofOthers())
    await begun(scope, checked.importId)
    const claims = await Promise.all(
      second.callers.map(async (caller) => ({
        caller,
        claim: await claimNext(caller, new Date(), second.campaignId),
      })),
    )
    const newcomer = await anActor(first.corporation, { role: 'caller' })
    const saving = claims.map(async ({ caller, claim }, at) => {
      if (!claim.ok) throw new Error(claim.reason)
      await wait(delay + 3 * at)
      return (await finish(caller, claim, 'moved')).ok
    })
    const applying = applyImport(scope, checked.importId, campaignsFollowLists)
    const changing = wait(delay).then(async () => {
      await addCaller(second.coordinator, second.campaignId, { accountId: newcomer.accountId, hours: 5 })
      return (await removeCaller(second.coordinator, second.campaignId, newcomer.accountId)).ok
    })
    expect(await Promise.all(saving)).toEqual(Array(callers).fill(true))
    expect((await applying).ok).toBe(true)
    expect(await changing).toBe(true)
    const states = await statesOf(first)
    expect(states.map(({ reason }) => reason).filter((reason) => !['moved', 'not-listed'].includes(reason))).toEqual([])
    expect(states.reduce((sum, { n }) => sum + n, 0)).toBe(6 * callers + 1)
  },
)

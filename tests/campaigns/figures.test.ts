import { beforeAll, describe, expect, test } from 'vitest'
import { keepCampaignDays, listCampaignDays } from '#app/campaigns/campaign-days.server.ts'
import { findFiguresOf } from '#app/campaigns/campaign-figures.server.ts'
import { figuresOf } from '#app/campaigns/campaign-figures.ts'
import { findProgress } from '#app/campaigns/campaign-progress.server.ts'
import { listCampaigns } from '#app/campaigns/campaigns.server.ts'
import { restoreWithdrawn } from '#app/campaigns/restore-withdrawn.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { readCampaignsCard } from '#app/campaigns/today-card.server.ts'
import { withdrawUncallable } from '#app/campaigns/withdraw-tenant.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { aCampaign, type Campaign, claimed, finish } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

beforeAll(async () => {
  await useDatabase()
})

const figures = ({ coordinator, campaignId }: Campaign) =>
  inScope(coordinator, (tx) => findFiguresOf(tx, coordinator, campaignId))

test('a closed campaign of 435 with 2 spoken to says 2 of 435, and what became of the others', () => {
  expect(
    figuresOf([
      { state: 'reached', reason: null, homes: 2 },
      { state: 'withdrawn', reason: 'campaign-closed', homes: 430 },
      { state: 'withdrawn', reason: 'not-listed', homes: 3 },
    ]),
  ).toMatchObject({
    total: 435,
    reached: 2,
    toDo: 0,
    withdrawn: [
      { reason: 'not-listed', homes: 3 },
      { reason: 'campaign-closed', homes: 430 },
    ],
  })
})

test('every page says the same of a campaign, also when homes were taken off and after its close', async () => {
  const campaign = await aCampaign({ homes: 6 })
  const { coordinator, campaignId } = campaign
  const [caller] = campaign.callers
  if (!caller) throw new Error('There is a caller.')
  await finish(caller, await claimed(caller), 'spoken')
  await asSuperuser(
    `UPDATE tenant SET gone_since = now() WHERE id IN (SELECT tenant_id FROM target WHERE campaign_id = $1 AND state = 'open' LIMIT 2)`,
    [campaignId],
  )
  await withdrawUncallable(coordinator, '2026-11-25')
  const told = { total: 6, reached: 1, toDo: 3, withdrawn: [{ reason: 'not-listed', homes: 2 }] }
  expect(await figures(campaign)).toMatchObject(told)
  const now = new Date()
  await inScope(coordinator, async (tx) => {
    expect((await findProgress(tx, coordinator, { campaignId, now }))?.figures).toMatchObject(told)
    expect((await listCampaigns(tx, coordinator))[0]?.figures).toMatchObject(told)
    expect((await readCampaignsCard(tx, coordinator, now))[0]?.figures).toMatchObject(told)
  })
  await stepCampaign(coordinator, campaignId, 'close')
  expect(await figures(campaign)).toMatchObject({
    ...told,
    toDo: 0,
    withdrawn: [...told.withdrawn, { reason: 'campaign-closed', homes: 3 }],
  })
})

describe('the days of a campaign', () => {
  const at = (day: number) => new Date(`2026-11-${day}T12:00:00Z`)
  const finishOn = (campaign: Campaign, { state, day, homes }: { state: string; day: number; homes: number }) =>
    asSuperuser(
      `UPDATE target SET state = $2, finished_at = $3, withdrawn_from = CASE WHEN $2 = 'withdrawn' THEN '{"state":"open"}'::jsonb END,
         withdrawn_reason = CASE WHEN $2 = 'withdrawn' THEN 'not-listed' END
       WHERE id IN (SELECT id FROM target WHERE campaign_id = $1 AND state = 'open' ORDER BY id LIMIT $4)`,
      [campaign.campaignId, state, at(day), homes],
    )
  const days = ({ coordinator, campaignId }: Campaign, day: number) =>
    inScope(coordinator, (tx) => listCampaignDays(tx, coordinator, { campaignId, now: at(day) }))

  test('are told one by one from the first home that was finished, of all homes, with those taken off from their own day on', async () => {
    const campaign = await aCampaign({ homes: 10 })
    expect(await days(campaign, 16)).toEqual([])
    await finishOn(campaign, { state: 'reached', day: 16, homes: 2 })
    await finishOn(campaign, { state: 'withdrawn', day: 18, homes: 4 })
    await finishOn(campaign, { state: 'declined', day: 18, homes: 1 })
    expect(await days(campaign, 19)).toEqual([
      { on: '2026-11-16', reached: 2, toDo: 8 },
      { on: '2026-11-17', reached: 2, toDo: 8 },
      { on: '2026-11-18', reached: 2, toDo: 3 },
      { on: '2026-11-19', reached: 2, toDo: 3 },
    ])
  })

  test('that are over stay as they were, whatever is put back or taken off after them', async () => {
    const campaign = await aCampaign({ homes: 10 })
    const { coordinator } = campaign
    await finishOn(campaign, { state: 'reached', day: 16, homes: 1 })
    await finishOn(campaign, { state: 'withdrawn', day: 17, homes: 9 })
    await keepCampaignDays(coordinator, at(18))
    const kept = [
      { on: '2026-11-16', reached: 1, toDo: 9 },
      { on: '2026-11-17', reached: 1, toDo: 0 },
    ]
    expect(await days(campaign, 17)).toEqual(kept)
    await inScope(coordinator, (tx) => restoreWithdrawn(tx, coordinator, { today: '2026-11-18', which: sql`true` }))
    const since = [...kept, { on: '2026-11-18', reached: 1, toDo: 9 }]
    expect(await days(campaign, 18)).toEqual(since)
    expect(await keepCampaignDays(coordinator, at(19))).toBe(1)
    expect(await keepCampaignDays(coordinator, at(19))).toBe(0)
    await finishOn(campaign, { state: 'withdrawn', day: 19, homes: 9 })
    expect(await days(campaign, 19)).toEqual([...since, { on: '2026-11-19', reached: 1, toDo: 0 }])
  })
})

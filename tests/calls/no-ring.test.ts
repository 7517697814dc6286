import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { removeCaller } from '#app/campaigns/change-team.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { asSuperuser, useDatabase } from '../support/database.ts'
import { until } from '../support/until.ts'
import { aCampaign, claimed } from './a-campaign.ts'

beforeAll(useDatabase)

const isSomebodyWaiting = async () =>
  (await asSuperuser("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))
    .length > 0

/** A save has its home locked, and writes an attempt: for its key the database locks the campaign. */
async function whileSaving(caller: Actor, meanwhile: (campaignId: string) => Promise<unknown>): Promise<unknown> {
  const { targetId } = await claimed(caller)
  const { other } = await inScopeSql(caller, async (tx) => {
    const [home] = await tx.sql<{ campaignId: string }>(
      sql`SELECT campaign_id AS "campaignId" FROM target WHERE id = ${targetId}::uuid FOR NO KEY UPDATE`,
    )
    const campaignId = home?.campaignId ?? ''
    const begun = meanwhile(campaignId)
    await until('the other waits for the home', isSomebodyWaiting)
    await tx.sql(sql`SELECT FROM campaign WHERE id = ${campaignId}::uuid FOR KEY SHARE`)
    return { other: begun }
  })
  return other
}

describe('a call that is being saved never waits in a ring', () => {
  test('with a round that is being closed', async () => {
    const { coordinator, callers } = await aCampaign()
    const answer = await whileSaving(callers[0] as Actor, (id) => stepCampaign(coordinator, id, 'close'))
    expect(answer).toMatchObject({ ok: true })
  })

  test('with its caller being taken off the round', async () => {
    const { coordinator, callers } = await aCampaign({ callers: 2, homes: 6 })
    const [caller] = callers as [Actor, ...Actor[]]
    const answer = await whileSaving(caller, (campaignId) => removeCaller(coordinator, campaignId, caller.accountId))
    expect(answer).toMatchObject({ ok: true })
  })
})

import { beforeAll, expect, test } from 'vitest'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { placesOfTenants } from '#app/campaigns/places-of-tenants.server.ts'
import { stepCampaign } from '#app/campaigns/step-campaign.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { applyImport } from '#app/tenant-lists/apply-import.server.ts'
import { findImport } from '#app/tenant-lists/imports.server.ts'
import { requestUndo, undoImport } from '#app/tenant-lists/undo-import.server.ts'
import { aCampaign, type Campaign, claimed, finish } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { applied, begun, checkOf, smallList } from '#tests/tenant-lists/lists.ts'

beforeAll(async () => {
  await useDatabase()
})

const homes = 12

/** A campaign of twelve that runs: one spoken to, one with an appointment, one tried, the others open. */
async function aRunningCampaign(): Promise<Campaign> {
  const campaign = await aCampaign({ homes, callers: 2 })
  const [first, second] = campaign.callers
  if (!first || !second) throw new Error('There are two callers.')
  await finish(first, await claimed(first), 'spoken')
  await finish(first, await claimed(first), 'call-back-later', { againWith: 'me' })
  await finish(second, await claimed(second), 'no-answer')
  return campaign
}

const targets = ({ campaignId }: Campaign) =>
  asSuperuser(
    `SELECT id, tenant_id, state, assigned_to, appointment_with, next_at, attempt_count, position, withdrawn_reason, withdrawn_from, finished_at
     FROM target WHERE campaign_id = $1 ORDER BY id`,
    [campaignId],
  )
const states = async (campaign: Campaign) =>
  Object.fromEntries(
    (
      await asSuperuser<{ state: string; n: number }>(
        `SELECT coalesce(withdrawn_reason, state) AS state, count(*)::int AS n FROM target WHERE campaign_id = $1 GROUP BY 1`,
        [campaign.campaignId],
      )
    ).map(({ state, n }) => [state, n]),
  )

/** A list with nobody of the campaign in it. */
const ofOthers = () => smallList([{ Huurdernr: 'NEW-1', 'VHE-nummer': 'NEW-1' }])

async function undone({ corporation }: Campaign, importId: string) {
  const scope = systemScope(corporation.id)
  const started = await inScopeSql(scope, (tx) => requestUndo(tx, scope, { importId, now: new Date() }))
  return started.ok ? undoImport(scope, importId, campaignsFollowLists) : started
}

const loss = (campaign: Campaign) => ({
  campaignId: campaign.campaignId,
  name: 'Belactie 80+',
  homes: 11,
  appointments: 1,
})

async function promise({ coordinator, tenantIds }: Campaign) {
  const { corporationId, accountId } = coordinator
  await asSuperuser(
    `INSERT INTO follow_up (corporation_id, tenant_id, kind, due_on, owner_id, promised_by) VALUES ($1, $2, 'visit', '2026-12-01', $3, $3)`,
    [corporationId, tenantIds[0], accountId],
  )
}

test('the check says what campaigns lose and what stays promised, and asks; applying does just that', async () => {
  const campaign = await aRunningCampaign()
  await promise(campaign)
  const scope = systemScope(campaign.corporation.id)
  const before = await targets(campaign)
  const checked = await checkOf(scope, ofOthers())
  expect(checked).toMatchObject({
    counts: { gone: homes, effects: { campaigns: [loss(campaign)], promises: { followUps: 1, gestures: 0 } } },
  })
  expect(checked.ok && checked.warnings.map(({ code }) => code)).toContain('campaign-loses')
  expect(await targets(campaign)).toEqual(before)
  const places = await placesOfTenants(campaign.coordinator, campaign.tenantIds)
  expect(Object.keys(places)).toHaveLength(11)
  expect(
    Object.values(places)
      .flat()
      .filter(({ appointmentAt }) => appointmentAt),
  ).toHaveLength(1)

  await begun(scope, checked.importId)
  expect(await applyImport(scope, checked.importId, campaignsFollowLists)).toMatchObject({
    ok: true,
    counts: { effects: { campaigns: [loss(campaign)] } },
  })
  expect(await states(campaign)).toEqual({ reached: 1, 'not-listed': 11 })
})

test('undoing a list puts the homes it took away back as they stood: caller, appointment, tries and place', async () => {
  const campaign = await aRunningCampaign()
  const before = await targets(campaign)
  const { importId } = await applied(campaign.corporation, ofOthers())
  expect(await targets(campaign)).not.toEqual(before)
  expect(await undone(campaign, importId)).toMatchObject({
    ok: true,
    counts: { broughtBack: homes, campaigns: { homes: 11, appointments: 1, leftAlone: 0 } },
  })
  expect(await targets(campaign)).toEqual(before)
  expect(await findImport(campaign.coordinator, importId, new Date())).toMatchObject({ state: 'undone' })
  const [again] = campaign.callers
  expect(again && (await claimed(again)).campaignId).toBe(campaign.campaignId)
})

test('who moved or died since by a call, and a campaign that was closed, stay as they are, and are counted', async () => {
  const campaign = await aRunningCampaign()
  const { importId } = await applied(campaign.corporation, ofOthers())
  const [, changed] = await asSuperuser<{ tenant_id: string }>(
    `SELECT tenant_id FROM target WHERE campaign_id = $1 AND state = 'withdrawn' ORDER BY id`,
    [campaign.campaignId],
  )
  await asSuperuser(`UPDATE tenant SET reported_moved_at = now() WHERE id = $1`, [changed?.tenant_id])
  expect(await undone(campaign, importId)).toMatchObject({ counts: { campaigns: { homes: 10, leftAlone: 1 } } })

  const other = await aRunningCampaign()
  const second = await applied(other.corporation, ofOthers())
  await stepCampaign(other.coordinator, other.campaignId, 'close')
  expect(await undone(other, second.importId)).toMatchObject({ counts: { campaigns: { homes: 0, leftAlone: 11 } } })
  expect(await states(other)).toEqual({ reached: 1, 'not-listed': 11 })
})

test('who died or stopped renting by the list leaves the round as well, and comes back with its undoing', async () => {
  const campaign = await aRunningCampaign()
  const listed = await asSuperuser<{ number: string; home: string; id: string }>(
    `SELECT t.number, h.number AS home, t.id FROM tenant t JOIN home h ON h.id = t.home_id WHERE t.corporation_id = $1 ORDER BY t.id`,
    [campaign.corporation.id],
  )
  const columns = 'Huurdernr;Achternaam;VHE-nummer;Overlijdensdatum;Einddatum huur'
  const row = ({ number, home }: { number: string; home: string }) => ({
    Huurdernr: number,
    'VHE-nummer': home,
    Achternaam: 'Jansen',
  })
  const spoken = await asSuperuser<{ tenant_id: string }>(
    `SELECT tenant_id FROM target WHERE campaign_id = $1 AND state = 'open'`,
    [campaign.campaignId],
  )
  const open = listed.filter(({ id }) => spoken.some(({ tenant_id }) => tenant_id === id))
  const [dead, ended] = open
  const rows = listed.map((one) => ({
    ...row(one),
    ...(one === dead ? { Overlijdensdatum: '01-11-2026' } : {}),
    ...(one === ended ? { 'Einddatum huur': '01-11-2026' } : {}),
  }))
  const before = await targets(campaign)
  const { importId, counts } = await applied(campaign.corporation, smallList(rows, columns))
  expect(counts.effects?.campaigns).toEqual([{ ...loss(campaign), homes: 2, appointments: 0 }])
  expect(await states(campaign)).toMatchObject({ deceased: 1, moved: 1, open: 7 })
  await undone(campaign, importId)
  expect(await targets(campaign)).toEqual(before)
})

test('a campaign that was started after the check asks again', async () => {
  const campaign = await aCampaign({ homes, callers: 1, isLaunched: false })
  const scope = systemScope(campaign.corporation.id)
  const { importId } = await checkOf(scope, ofOthers())
  await begun(scope, importId)
  await stepCampaign(campaign.coordinator, campaign.campaignId, 'launch')
  expect(await applyImport(scope, importId, campaignsFollowLists)).toEqual({ ok: false, reason: 'asks-again' })
  expect(await states(campaign)).toEqual({ open: homes })
})

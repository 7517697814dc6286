import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loader as addresses } from '#app/campaigns/pages/addresses.tsx'
import { loader as header } from '#app/campaigns/pages/campaign.tsx'
import { loader as list } from '#app/campaigns/pages/campaigns.tsx'
import { action as close, loader as closure } from '#app/campaigns/pages/closure.tsx'
import { action as takeOff } from '#app/campaigns/pages/departure.tsx'
import { loader as policy, action as savePolicy } from '#app/campaigns/pages/policy.tsx'
import { loader as progress } from '#app/campaigns/pages/progress.tsx'
import { action as saveScript, loader as script } from '#app/campaigns/pages/script.tsx'
import { action as step } from '#app/campaigns/pages/step.tsx'
import { action as addCaller, loader as team } from '#app/campaigns/pages/team.tsx'
import { loader as member, action as saveHours } from '#app/campaigns/pages/team-member.tsx'
import { targetSortColumns } from '#app/campaigns/target-filter.ts'
import { dateIn } from '#app/time/clock.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { actionAt } from '#tests/support/signed-in.ts'
import { aDividedDraft } from './a-campaign.ts'
import { load, locationOf, post } from './routes.ts'

const launch = actionAt(step, '/campaigns/x/launch')
const pause = actionAt(step, '/campaigns/x/pause')
const resume = actionAt(step, '/campaigns/x/resumption')

let coordinator: Actor
let caller: Actor
let third: Actor
let reader: Actor
let administrator: Actor
let campaignId: string
let params: { campaignId: string; accountId: string }

beforeAll(async () => {
  await useDatabase()
})

beforeEach(async () => {
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Youssef Amrani' })
  third = await anActor(corporation, { role: 'caller', name: 'Noor de Groot' })
  reader = await anActor(corporation, { role: 'reader', name: 'Ilse Maas' })
  administrator = await anActor(corporation, { role: 'administrator', name: 'Bram Dekker' })
  for (let nth = 0; nth < 6; nth++) await aTenant(coordinator)
  campaignId = await aDividedDraft(coordinator, [coordinator, caller])
  params = { campaignId, accountId: caller.accountId }
  await post(coordinator, launch, params)
})

const nth = 'id = (SELECT id FROM target WHERE campaign_id = $1 ORDER BY id LIMIT 1)'
const inHands = `UPDATE target SET claimed_by = assigned_to, holder = assigned_to, lease_until = now() + interval '20 minutes' WHERE ${nth}`
const waiting = `UPDATE target SET state = 'retry', next_at = now() + interval '4 hours', last_outcome = 'no-answer', last_attempt_at = now(), attempt_count = 1 WHERE ${nth}`
const promised = `UPDATE target SET state = 'appointment', next_at = now() + interval '1 day', appointment_with = assigned_to WHERE ${nth}`
const unreachable = `UPDATE target SET state = 'unreachable', finished_at = now() WHERE ${nth}`
const change = (sql: string) => asSuperuser(sql, [campaignId])

describe('pausing, going on and closing', () => {
  test('say what was done, and refuse what cannot be done from here', async () => {
    expect(locationOf(await post(coordinator, resume, params))).toBe(`/campaigns/${campaignId}?refused=already-changed`)
    expect(locationOf(await post(coordinator, pause, params))).toBe(`/campaigns/${campaignId}?flash=paused`)
    expect(await load(coordinator, progress, params)).toMatchObject({
      progress: { blocked: [{ reason: 'paused', homes: 6 }] },
    })
    expect(locationOf(await post(coordinator, resume, params))).toBe(`/campaigns/${campaignId}?flash=resumed`)
  })

  test('show beforehand what will be withdrawn and who counts on a call', async () => {
    await change(promised)
    expect(await load(coordinator, closure, params)).toMatchObject({
      figures: { total: 6, reached: 0, toDo: 6, states: { open: 5, appointment: 1 } },
      inHands: 0,
    })
    expect(locationOf(await post(coordinator, close, params))).toBe(`/campaigns/${campaignId}?flash=closed`)
    expect(await load(coordinator, progress, params)).toMatchObject({
      progress: { figures: { toDo: 0, withdrawn: [{ reason: 'campaign-closed', homes: 6 }] } },
    })
    expect(locationOf(await load(coordinator, closure, params))).toBe(`/campaigns/${campaignId}`)
  })
})

test('on paper stands of which corporation the page is, and of which day', async () => {
  expect(await load(coordinator, header, params)).toMatchObject({
    paper: { organisation: coordinator.corporationName, on: dateIn(coordinator.timeZone, new Date()) },
  })
})

describe('the addresses', () => {
  test.each(targetSortColumns)('are sorted by %s either way, with the same homes', async (column) => {
    const ids = async (query: string) =>
      ((await load(coordinator, addresses, params, query)) as { rows: { id: string }[] }).rows.map(({ id }) => id)
    const [plain, up, down] = [await ids(''), await ids(`?sort=${column}`), await ids(`?sort=-${column}`)]
    expect([...up].sort()).toEqual([...plain].sort())
    expect([...down].sort()).toEqual([...plain].sort())
    expect(plain.length).toBeGreaterThan(1)
  })

  test('can be narrowed to a state, a caller or a reason, and the counts follow', async () => {
    await change(waiting)
    const all = (await load(coordinator, addresses, params)) as { rows: { state: string }[] }
    expect(all.rows.map(({ state }) => state).sort()).toEqual(['open', 'open', 'open', 'open', 'open', 'retry'])
    expect(await load(coordinator, addresses, params, '?state=retry')).toMatchObject({
      rows: [{ lastOutcome: 'no-answer', attemptCount: 1 }],
      counts: { all: 6, open: 5, retry: 1 },
    })
    expect(await load(coordinator, addresses, params, `?caller=${caller.accountId}`)).toMatchObject({
      counts: { all: 3 },
      team: expect.arrayContaining([{ accountId: caller.accountId, name: 'Youssef Amrani' }]),
    })
    expect(await load(coordinator, addresses, params, '?caller=pool')).toMatchObject({ counts: { all: 0 } })
    expect(await load(coordinator, addresses, params, '?state=unreachable')).toMatchObject({ rows: [] })
    expect(await load(coordinator, addresses, params, '?state=x&caller=y&blocked=z&page=-1')).toMatchObject({
      filter: { state: 'all', page: 1 },
    })
  })

  test('behind each reason for standing still are as many as the count says', async () => {
    const cases = { waiting, appointment: promised, 'with-caller': inHands }
    for (const [reason, sql] of Object.entries(cases)) {
      await change(sql)
      const { progress: shown } = (await load(coordinator, progress, params)) as {
        progress: { blocked: { reason: string; homes: number }[] }
      }
      const homes = shown.blocked.find((row) => row.reason === reason)?.homes
      expect(await load(coordinator, addresses, params, `?blocked=${reason}`)).toMatchObject({ counts: { all: homes } })
      await change(
        `UPDATE target SET state = 'open', next_at = NULL, claimed_by = NULL, lease_until = NULL, appointment_with = NULL WHERE ${nth}`,
      )
    }
    await post(coordinator, pause, params)
    expect(await load(coordinator, addresses, params, '?blocked=paused')).toMatchObject({ counts: { all: 6 } })
  })

  test('list who is to get a card or a visit', async () => {
    await change(unreachable)
    expect(await load(coordinator, addresses, params, '?state=unreachable')).toMatchObject({
      rows: [{ state: 'unreachable' }],
    })
  })

  test('leave an audit row that says whose were shown', async () => {
    await load(coordinator, addresses, params)
    const [row] = await asSuperuser<{ details: { count: number; tenants: string[] } }>(
      "SELECT details FROM audit_event WHERE action = 'campaign:addresses-viewed' AND subject_id = $1",
      [campaignId],
    )
    expect(row?.details).toMatchObject({ count: 6, tenants: expect.arrayContaining([expect.any(String)]) })
  })
})

describe('the callers', () => {
  test('are in the order of the alphabet, with who could still join', async () => {
    expect(await load(coordinator, team, params)).toMatchObject({
      callers: [{ name: 'Sanne Visser' }, { name: 'Youssef Amrani' }],
      free: [{ name: 'Noor de Groot' }],
    })
    expect(await load(administrator, team, params)).toMatchObject({ free: [], seesNames: false })
  })

  test('get a share when they join', async () => {
    const location = locationOf(await post(coordinator, addCaller, params, { accountId: third.accountId, hours: '15' }))
    expect(location).toBe(`/campaigns/${campaignId}/callers?flash=caller-added`)
    expect(await homesOf(third)).toBe(2)
    expect(await post(coordinator, addCaller, params, { accountId: '', hours: '' })).toMatchObject({
      data: { errors: { accountId: 'colleague' } },
    })
    expect(await post(coordinator, addCaller, params, { accountId: reader.accountId, hours: '1' })).toMatchObject({
      data: { reason: 'no-such-colleague' },
    })
  })

  test('see their homes go to the others when they leave, as was shown beforehand', async () => {
    expect(await load(coordinator, member, params)).toMatchObject({
      leaving: { moved: 3, kept: 0 },
      others: [{ name: 'Sanne Visser', extra: 3 }],
    })
    expect(locationOf(await post(coordinator, takeOff, params))).toContain('flash=caller-left')
    expect([await homesOf(caller), await homesOf(coordinator)]).toEqual([0, 6])
    expect(await load(coordinator, member, params)).toHaveProperty('status', 404)
    const last = { campaignId, accountId: coordinator.accountId }
    expect(locationOf(await post(coordinator, takeOff, last))).toContain('refused=last-caller')
  })

  test('get more homes for more hours', async () => {
    await post(coordinator, saveHours, params, { hours: '30' })
    expect([await homesOf(caller), await homesOf(coordinator)]).toEqual([4, 2])
    expect(await post(coordinator, saveHours, params, { hours: 'veel' })).toMatchObject({
      data: { errors: { hours: 'number' } },
    })
  })

  const homesOf = async ({ accountId }: Actor) =>
    (
      await asSuperuser<{ homes: number }>(
        'SELECT count(*)::int AS homes FROM target WHERE campaign_id = $1 AND assigned_to = $2',
        [campaignId, accountId],
      )
    )[0]?.homes
})

describe('the script and the rules', () => {
  const rules = {
    name: 'Belactie 80+',
    purpose: 'Weten hoe het gaat',
    legalBasis: 'consent',
    reasonToCall: 'We vragen hoe het gaat.',
    maxAttempts: '4',
    hoursBetween: '4',
    restDays: '30',
    leaseMinutes: '20',
    'from-2[]': '10:00',
    'to-2[]': '12:00',
  }

  test('can be changed while people are calling', async () => {
    expect(await post(coordinator, saveScript, params, { 'title[]': 'Nieuw', 'text[]': 'Tekst' })).toEqual({ ok: true })
    expect(await load(coordinator, script, params)).toEqual({
      script: [{ title: 'Nieuw', text: 'Tekst' }],
      names: { caller: coordinator.name, corporation: coordinator.corporationName, tenant: 'mevrouw De Vries' },
    })
    expect(await post(coordinator, savePolicy, params, rules)).toEqual({ ok: true })
    expect(await load(coordinator, policy, params)).toMatchObject({
      policy: { maxAttempts: 4, windows: { 2: [{ from: '10:00', to: '12:00' }] } },
      values: { legalBasis: 'consent' },
    })
    expect(await post(coordinator, savePolicy, params, { ...rules, purpose: '', maxAttempts: '0' })).toMatchObject({
      data: { errors: { purpose: 'no-purpose', maxAttempts: 'too-low' } },
    })
  })

  test('stay as they are once the round is closed', async () => {
    await post(coordinator, close, params)
    expect(await post(coordinator, savePolicy, params, rules)).toMatchObject({
      data: { reason: 'closed' },
      init: { status: 409 },
    })
  })
})

describe('what is never sent', () => {
  test('criteria about arrears to an administrator', async () => {
    await asSuperuser(`UPDATE campaign SET criteria = '{"field":"arrears-now","operator":"yes"}' WHERE id = $1`, [
      campaignId,
    ])
    expect(JSON.stringify(await load(administrator, policy, params))).not.toMatch(/arrears/)
    expect(JSON.stringify(await load(coordinator, policy, params))).toMatch(/arrears/)
  })

  test('who called how much, or a handful of conversations, to who reads along', async () => {
    await asSuperuser(
      `INSERT INTO conversation (corporation_id, tenant_id, account_id, campaign_id, wellbeing, topics)
       SELECT corporation_id, tenant_id, $2, campaign_id, 'worry', '{loneliness}' FROM target WHERE ${nth}`,
      [campaignId, caller.accountId],
    )
    const sent = await load(reader, progress, params)
    expect(JSON.stringify(sent)).not.toMatch(/Amrani|loneliness|worry/)
    expect(await load(coordinator, progress, params)).toMatchObject({
      progress: { topics: [{ topic: 'loneliness', conversations: 1 }] },
    })
  })
})

test('the list says how far each round is and what most of it waits for', async () => {
  await change(waiting)
  expect(await load(coordinator, list)).toMatchObject({
    live: [
      {
        id: campaignId,
        figures: { total: 6, toDo: 6 },
        callers: 2,
        blocked: { reason: 'waiting', homes: 1 },
        finishOn: expect.any(String),
      },
    ],
  })
})

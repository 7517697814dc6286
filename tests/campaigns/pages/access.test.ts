import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loader as addresses } from '#app/campaigns/pages/addresses.tsx'
import { loader as header } from '#app/campaigns/pages/campaign.tsx'
import { loader as list } from '#app/campaigns/pages/campaigns.tsx'
import { action as close, loader as closurePreview } from '#app/campaigns/pages/closure.tsx'
import { action as takeOff } from '#app/campaigns/pages/departure.tsx'
import { loader as draft } from '#app/campaigns/pages/draft.tsx'
import { loader as purpose, action as savePurpose } from '#app/campaigns/pages/draft-purpose.tsx'
import { loader as draftScript, action as saveDraftScript } from '#app/campaigns/pages/draft-script.tsx'
import { loader as start } from '#app/campaigns/pages/draft-start.tsx'
import { loader as draftTeam, action as saveTeam } from '#app/campaigns/pages/draft-team.tsx'
import { action as saveWhom, loader as whom } from '#app/campaigns/pages/draft-whom.tsx'
import { action as create, loader as fresh } from '#app/campaigns/pages/new-campaign.tsx'
import { loader as policy, action as savePolicy } from '#app/campaigns/pages/policy.tsx'
import { loader as progress } from '#app/campaigns/pages/progress.tsx'
import { action as saveScript, loader as script } from '#app/campaigns/pages/script.tsx'
import { action as spread } from '#app/campaigns/pages/spread.tsx'
import { action as undoSpread } from '#app/campaigns/pages/spread-reversal.tsx'
import { action as step } from '#app/campaigns/pages/step.tsx'
import { action as addCaller, loader as team } from '#app/campaigns/pages/team.tsx'
import { loader as member, action as saveHours } from '#app/campaigns/pages/team-member.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { actionAt } from '#tests/support/signed-in.ts'
import { aDividedDraft } from './a-campaign.ts'
import { load, post } from './routes.ts'

const launch = actionAt(step, '/campaigns/x/launch')
const pause = actionAt(step, '/campaigns/x/pause')
const resume = actionAt(step, '/campaigns/x/resumption')

let coordinator: Actor
let caller: Actor
let reader: Actor
let administrator: Actor
let stranger: Actor
let running: string

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Youssef Amrani' })
  reader = await anActor(corporation, { role: 'reader', name: 'Ilse Maas' })
  administrator = await anActor(corporation, { role: 'administrator', name: 'Bram Dekker' })
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  for (const lastName of ['Bakker', 'Kuipers', 'Oomen']) await aTenant(coordinator, { lastName })
  running = await aDividedDraft(coordinator, [coordinator, caller])
  await post(coordinator, launch, { campaignId: running })
})

const readers = { header, progress, team, addresses, script, policy, closurePreview, member }
const draftLoaders = { draft, purpose, whom, draftScript, draftTeam, start }
const writers = {
  savePurpose,
  saveWhom,
  saveDraftScript,
  saveTeam,
  spread,
  launch,
  pause,
  resume,
  close,
  savePolicy,
  saveScript,
  addCaller,
  saveHours,
  takeOff,
}

describe('the pages of a round', () => {
  test.each(Object.entries({ ...readers, ...draftLoaders }))(
    '%s is not there for another corporation',
    async (_, loader) => {
      const params = { campaignId: running, accountId: caller.accountId }
      expect(await load(stranger, loader, params)).toHaveProperty('status', 404)
      expect(await load(coordinator, loader, { ...params, campaignId: 'nonsense' })).toHaveProperty('status', 404)
    },
  )

  test.each(Object.entries({ ...readers, ...draftLoaders, list, fresh }))(
    '%s is closed for a caller',
    async (_, loader) => {
      const params = { campaignId: running, accountId: caller.accountId }
      expect(await load(caller, loader, params)).toHaveProperty('status', 403)
    },
  )

  test('show who reads along how far it is and nothing else', async () => {
    const params = { campaignId: running, accountId: caller.accountId }
    expect(await load(reader, progress, params)).toMatchObject({
      progress: { figures: { total: 3 } },
      seesNames: false,
    })
    for (const loader of [team, addresses, script, policy, closurePreview, member, fresh])
      expect(await load(reader, loader, params)).toHaveProperty('status', 403)
    expect(await load(reader, list)).toMatchObject({ live: [{ id: running }], drafts: [] })
  })

  test('let an administrator read all but names, and change nothing', async () => {
    const params = { campaignId: running, accountId: caller.accountId }
    for (const loader of [progress, team, script, policy])
      expect(await load(administrator, loader, params)).not.toBeInstanceOf(Response)
    expect(await load(administrator, addresses, params)).toHaveProperty('status', 403)
  })
})

describe('what changes a round', () => {
  test.each(Object.entries(writers))(
    '%s is refused to every other role and is not there for another corporation',
    async (_, action) => {
      const params = { campaignId: running, accountId: caller.accountId }
      for (const actor of [caller, reader, administrator])
        expect(await post(actor, action, params)).toHaveProperty('status', 403)
      expect(await post(coordinator, action, { ...params, campaignId: 'nonsense' })).toHaveProperty('status', 404)
    },
  )

  test('finds no round of another corporation', async () => {
    const params = { campaignId: running, accountId: caller.accountId }
    for (const action of [spread, launch, pause, resume, close, takeOff])
      expect(await post(stranger, action, params)).toHaveProperty('status', 404)
    expect(await post(stranger, saveScript, params, { 'title[]': 'A', 'text[]': 'B' })).toHaveProperty('status', 404)
    expect(await post(stranger, saveHours, params, { hours: '3' })).toHaveProperty('status', 404)
    expect(await post(stranger, undoSpread, params)).toHaveProperty('status', 404)
    expect(await stateOf(running)).toBe('running')
  })

  test('leaves an audit row for each', async () => {
    await post(coordinator, pause, { campaignId: running })
    await post(coordinator, resume, { campaignId: running })
    const rows = await asSuperuser<{ action: string }>(
      'SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY action',
      [running],
    )
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'campaign:created',
        'campaign:launch',
        'campaign:pause',
        'campaign:resume',
        'campaign:spread',
      ]),
    )
  })
})

test('create is refused to every other role', async () => {
  for (const actor of [caller, reader, administrator]) expect(await post(actor, create)).toHaveProperty('status', 403)
})

const stateOf = async (id: string) =>
  (await asSuperuser<{ state: string }>('SELECT state FROM campaign WHERE id = $1', [id]))[0]?.state

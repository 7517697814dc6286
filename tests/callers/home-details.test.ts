import { beforeAll, expect, test } from 'vitest'
import { inHand } from '#app/accounts/authorize.server.ts'
import { homeDetails } from '#app/callers/home-details.server.ts'
import { type InHand, inScope } from '#app/core/scope.server.ts'
import { addWarning } from '#app/tenants/keep-warnings.server.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { aCampaign, type Campaign } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

const today = '2026-11-27'
let round: Campaign
let held: InHand
let homeId: string

beforeAll(async () => {
  await useDatabase()
  round = await aCampaign()
  const { corporation, tenantIds } = round
  held = inHand(await aDeskActor(await aDesk([corporation]), { corporations: [corporation] }), corporation.id)
  const [row] = await asSuperuser<{ home_id: string }>('SELECT home_id FROM tenant WHERE id = $1', [tenantIds[0]])
  homeId = row?.home_id ?? ''
})

const details = (place: InHand | Campaign['coordinator'] = held, id = homeId) =>
  inScope(place, (tx) => homeDetails(tx, place, { homeId: id, today }))
const circumstances = (uses: boolean) =>
  asSuperuser('UPDATE campaign SET uses_circumstances = $1 WHERE id = $2', [uses, round.campaignId])

test('who lives there now, the complex and what to be warned of', async () => {
  await aTenant(round.coordinator, { homeId, goneSince: new Date('2026-01-01') })
  const input = { kind: 'aggression' as const, reason: 'Dreigde de monteur', until: '2027-01-01' }
  await addWarning(round.coordinator, homeId, { input, today })
  expect(await details()).toMatchObject({
    id: homeId,
    street: 'Molenweg',
    complex: 'C001',
    people: [{ tenantId: round.tenantIds[0] }],
    warnings: [{ kind: 'aggression', reason: 'Dreigde de monteur' }],
  })
})

test('the round in which it still has to be rung, unless that asks for arrears or nuisance', async () => {
  for (const place of [held, round.coordinator]) {
    await circumstances(false)
    expect((await details(place))?.rounds).toMatchObject([{ campaignId: round.campaignId, state: 'open' }])
    await circumstances(true)
    expect((await details(place))?.rounds).toEqual([])
  }
})

test('a round that is over, or a home that was rung, is not open', async () => {
  await circumstances(false)
  await asSuperuser(`UPDATE target SET state = 'reached', finished_at = now() WHERE campaign_id = $1`, [
    round.campaignId,
  ])
  expect((await details())?.rounds).toEqual([])
  await asSuperuser(`UPDATE target SET state = 'retry', next_at = now(), finished_at = NULL WHERE campaign_id = $1`, [
    round.campaignId,
  ])
  expect((await details())?.rounds).toMatchObject([{ state: 'retry' }])
  await asSuperuser(`UPDATE campaign SET state = 'closed' WHERE id = $1`, [round.campaignId])
  expect((await details())?.rounds).toEqual([])
})

test('a home that stands empty has nobody, and one that is not there is none', async () => {
  const { id } = await aHome(round.coordinator)
  expect(await details(held, id)).toMatchObject({ id, people: [], warnings: [], rounds: [] })
  expect(await details(held, '00000000-0000-7000-8000-000000000000')).toBeNull()
})

import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { setTeam } from '#app/campaigns/change-team.server.ts'
import { applySpread } from '#app/campaigns/spread-homes.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { until } from '#tests/support/until.ts'
import { aDraft } from './pages/a-campaign.ts'

const homes = 40
let coordinator: Actor
let campaignId: string

beforeAll(async () => {
  await useDatabase()
  // What PostgreSQL would find out by itself, at a moment of its own.
  for (const table of ['home', 'tenant', 'target'])
    await asSuperuser(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`)
  coordinator = await anActor(await aCorporation())
  await asSuperuser(
    `WITH h AS (INSERT INTO home (corporation_id, number, street, house_number, postcode, city)
       SELECT $1, 'M' || n, 'Lange laan', n::text, '4901 AB', 'Oosterhout' FROM generate_series(1, $2::int) n RETURNING id, number)
     INSERT INTO tenant (corporation_id, number, home_id, last_name, landline) SELECT $1, number, id, number, '+31162412233' FROM h`,
    [coordinator.corporationId, homes],
  )
  campaignId = await aDraft(coordinator, { criteria: { all: [] } })
  await setTeam(coordinator, campaignId, [{ accountId: coordinator.accountId, hours: 15 }])
})

const draw = () => applySpread(coordinator, campaignId, dateIn(coordinator.timeZone, new Date()))
const isDrawn = async () =>
  (await asSuperuser<{ drawn: boolean }>('SELECT spread_at IS NOT NULL AS drawn FROM campaign'))[0]?.drawn
/** How many rows of `target` the planner believes there are; -1 when it never looked. */
const believed = async () =>
  (await asSuperuser<{ rows: number }>(`SELECT reltuples::int AS rows FROM pg_class WHERE oid = 'target'::regclass`))[0]
    ?.rows
/** As a VACUUM does: nobody else can take statistics of the list meanwhile, and all else goes on. */
const held = (seconds: number) =>
  asSuperuser(`BEGIN; LOCK TABLE target IN SHARE UPDATE EXCLUSIVE MODE; SELECT pg_sleep(${seconds}); COMMIT`)
const locks = (isGranted: boolean) =>
  asSuperuser(
    `SELECT 1 FROM pg_locks WHERE relation = 'target'::regclass AND mode = 'ShareUpdateExclusiveLock' AND granted = $1`,
    [isGranted],
  )

test('nobody sees a round that was drawn before the planner knows of it', async () => {
  expect(await believed()).toBe(-1)
  const holding = held(2)
  await until('the list is held', async () => (await locks(true)).length > 0)
  const drawing = draw()
  await until('drawing waits for its statistics', async () => (await locks(false)).length > 0)
  expect(await isDrawn()).toBe(false)
  await holding
  expect(await drawing).toMatchObject({ ok: true, preview: { homes } })
  expect([await isDrawn(), await believed()]).toEqual([true, homes])
})

test('a list that is held for long keeps nobody from drawing a round', async () => {
  const holding = held(5)
  await until('the list is held', async () => (await locks(true)).length > 0)
  expect(await draw()).toMatchObject({ ok: true, preview: { homes } })
  await holding
})

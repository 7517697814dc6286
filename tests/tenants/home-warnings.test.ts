import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, inHand } from '#app/accounts/authorize.server.ts'
import { type InHand, inScope } from '#app/core/scope.server.ts'
import { lastDayAllowed, warningForm } from '#app/tenants/home-warning.ts'
import { listHomeWarnings } from '#app/tenants/home-warnings.server.ts'
import {
  addWarning,
  endWarning,
  listWarnings,
  removeOldWarnings,
  renewWarning,
} from '#app/tenants/keep-warnings.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHome } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

const today = '2026-11-27'
const until = '2027-02-01'
let coordinator: Actor
let stranger: Actor
let held: InHand
let homeId: string

beforeAll(async () => {
  await useDatabase()
  const linde = await aCorporation()
  coordinator = await anActor(linde)
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  held = inHand(await aDeskActor(await aDesk([linde]), { corporations: [linde] }), linde.id)
})
beforeEach(async () => {
  homeId = (await aHome(coordinator)).id
})

const add = async (change: Partial<{ until: string; today: string }> = {}, who = coordinator) =>
  (await addWarning(who, homeId, {
    today: change.today ?? today,
    input: { kind: 'dog', reason: 'Hond loopt los in de gang', until: change.until ?? until },
  })) ?? ''
const warned = (place: InHand | Actor = held, day = today) =>
  inScope(place, (tx) => listHomeWarnings(tx, place, { homeId, today: day }))

describe('a warning at a home', () => {
  test('is seen by a member and by a desk with the corporation in hand, until its last day and not after', async () => {
    const id = await add()
    const shown = [{ id, kind: 'dog', reason: 'Hond loopt los in de gang', from: today, until }]
    expect(await warned()).toEqual(shown)
    expect(await warned(coordinator)).toEqual(shown)
    expect(await warned(held, until)).toEqual(shown)
    expect(await warned(held, '2027-02-02')).toEqual([])
    expect(await warned(held, '2026-11-26')).toEqual([])
    expect(await warned(stranger)).toEqual([])
  })

  test('its reason is sealed', async () => {
    const id = await add()
    const [row] = await asSuperuser<{ text: string }>(
      `SELECT encode(reason_sealed, 'escape') AS text FROM home_warning WHERE id = $1`,
      [id],
    )
    expect(row?.text).not.toContain('Hond')
  })

  test('ends when a coordinator says so, once', async () => {
    const id = await add()
    expect(await endWarning(stranger, id, { today })).toBe(false)
    expect(await endWarning(coordinator, id, { today })).toBe(true)
    expect(await endWarning(coordinator, id, { today })).toBe(false)
    expect(await warned()).toEqual([])
  })

  test('holds longer when somebody looked again, in the same words', async () => {
    const id = await add()
    expect(await renewWarning(coordinator, id, { today, until: '2028-01-01' })).toBe(true)
    expect(await warned()).toMatchObject([{ kind: 'dog', reason: 'Hond loopt los in de gang', until: '2028-01-01' }])
    expect(await renewWarning(coordinator, id, { today, until: '2028-01-01' })).toBe(false)
  })

  test('of no home, or of a home of another corporation, is none', async () => {
    expect(await add({}, stranger)).toBe('')
    expect(await warned(stranger)).toEqual([])
  })

  test('for longer than two years is refused by the form and by the database', async () => {
    expect(lastDayAllowed('2028-02-29')).toBe('2030-02-28')
    const read = (day: string, reason = 'x') =>
      warningForm(today).safeParse({ homeId, warningKind: 'dog', reason, until: day }).success
    expect([read('2028-11-27'), read('2028-11-28'), read('2026-11-26'), read('2027-02-30')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(read(until, 'BSN 111222333')).toBe(false)
    await expect(add({ until: '2028-11-28' })).rejects.toThrow(/home_warning_days/)
  })

  test('each is written down, with nothing of the reason', async () => {
    const id = await add()
    await endWarning(coordinator, id, { today })
    const rows = await asSuperuser<{ action: string; details: unknown }>(
      'SELECT action, details FROM audit_event WHERE subject_id = $1 ORDER BY at',
      [id],
    )
    expect(rows).toEqual([
      { action: 'home_warning:added', details: { kind: 'dog', until, home: homeId } },
      { action: 'home_warning:ended', details: {} },
    ])
  })
})

test('those that end within a month stand in front, to look at', async () => {
  await asSuperuser('DELETE FROM home_warning')
  const later = await add({ until: '2027-06-01' })
  const soon = await add({ until: '2026-12-27' })
  const listed = await inScope(coordinator, (tx) => listWarnings(tx, coordinator, { today }))
  expect(listed).toMatchObject([
    { id: soon, isSoon: true, homeId, street: 'Molenweg', by: 'Sanne Visser' },
    { id: later, isSoon: false },
  ])
})

test('what has not held for a year is gone', async () => {
  await asSuperuser('DELETE FROM home_warning')
  await add({ today: '2024-01-01', until: '2025-06-01' })
  const kept = await add({ today: '2024-01-01', until: '2025-12-01' })
  await add()
  expect(await removeOldWarnings(coordinator, new Date('2026-11-27T10:00:00Z'))).toBe(1)
  const left = await asSuperuser<{ id: string }>('SELECT id FROM home_warning ORDER BY until_on')
  expect(left.map(({ id }) => id)[0]).toBe(kept)
})

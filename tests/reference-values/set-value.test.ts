import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { type GuestScope, inScope, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { changeOfficeHours } from '#app/corporations/office-hours.server.ts'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { publicLine, publishLine } from '#app/lines/public-line.server.ts'
import { readOwn, readPublicValues, readValues, readValuesNow } from '#app/reference-values/read-values.server.ts'
import { removePlanned, setValue } from '#app/reference-values/set-value.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let eik: Corporation
let coordinator: Actor
let operator: DeskActor

beforeAll(useDatabase)
beforeEach(async () => {
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  coordinator = await anActor(linde)
  operator = await aDeskActor(await aDesk([linde, eik]), { corporations: [linde, eik] })
})

const today = new Date().toISOString().slice(0, 10)
const [past, begun, ahead] = ['2026-01-01', '2026-06-01', '2099-06-01'] as const
const set = (key: 'office' | 'call-out-night' | 'gas-and-power', value: string | null, fromOn: string = today) =>
  setValue(coordinator, { key, value, fromOn }, fromOn < today ? past : today)
const at = (on: string) => inScope(coordinator, (tx) => readValues(tx, coordinator, on))
const own = () => inScope(coordinator, (tx) => readOwn(tx, coordinator))
const audited = async () =>
  (
    await asSuperuser<{ action: string; details: object }>(
      `SELECT action, details FROM audit_event WHERE corporation_id = ${linde.id} AND action LIKE 'reference-value:%' ORDER BY id`,
    )
  ).map(({ action, details }) => ({ action, ...details }))

test('a value holds from its date, and the one before it until then', async () => {
  await set('call-out-night', '7500', begun)
  await set('call-out-night', '7750', ahead)
  const amounts = await Promise.all(['2026-05-31', begun, today, ahead].map(at))
  expect(amounts.map((values) => values.get('call-out-night')?.text)).toEqual([undefined, '€ 75', '€ 75', '€ 77,50'])
  expect((await at(ahead)).get('call-out-night')).toMatchObject({ value: '7750', fromOn: ahead, source: 'own' })
  expect(await audited()).toEqual([
    { action: 'reference-value:set', key: 'call-out-night', from: begun },
    { action: 'reference-value:set', key: 'call-out-night', from: ahead },
  ])
})

test('of two set for today the last holds and both are kept; of two for a later day the last is planned alone', async () => {
  for (const fromOn of [today, ahead])
    for (const value of ['+31162412233', '+31162412244', '+31162412244']) await set('office', value, fromOn)
  expect((await own()).map(({ value, fromOn }) => `${value} ${fromOn}`)).toEqual([
    `+31162412233 ${today}`,
    `+31162412244 ${today}`,
    `+31162412244 ${ahead}`,
  ])
  expect((await at(today)).get('office')).toMatchObject({ value: '+31162412244', text: '0162 412 244' })
})

test('with nothing of its own any more the national number holds again', async () => {
  await set('gas-and-power', '+31881234567', begun)
  expect((await at(today)).get('gas-and-power')).toMatchObject({ value: '+31881234567', source: 'own' })
  await set('gas-and-power', null)
  expect((await at(today)).get('gas-and-power')).toMatchObject({ text: '0800 9009', source: 'national' })
  expect((await audited()).at(-1)).toMatchObject({ action: 'reference-value:ended' })
})

test('nothing is set for a day that has been, and nobody has another 112', async () => {
  expect(await setValue(coordinator, { key: 'office', value: '112', fromOn: begun }, today)).toEqual({
    ok: false,
    reason: 'in-the-past',
  })
  expect(await setValue(coordinator, { key: 'emergency', value: '0900', fromOn: ahead }, today)).toEqual({
    ok: false,
    reason: 'fixed',
  })
  expect(await own()).toEqual([])
})

test('what is planned can be taken away, what has begun cannot: the database itself refuses', async () => {
  await set('office', '+31162412233', begun)
  await set('office', '+31162412244', ahead)
  const [held, planned] = await own()
  expect(await removePlanned(coordinator, held?.id ?? '', today)).toBeNull()
  // Also with a wrong date in hand.
  expect(await removePlanned(coordinator, held?.id ?? '', past)).toBeNull()
  expect(await removePlanned(systemScope(eik.id), planned?.id ?? '', today)).toBeNull()
  expect(await removePlanned(coordinator, planned?.id ?? '', today)).toEqual({
    key: 'office',
    value: '+31162412244',
    fromOn: ahead,
  })
  expect(await removePlanned(coordinator, planned?.id ?? '', today)).toBeNull()
  expect(await own()).toEqual([held])
  expect((await audited()).at(-1)).toEqual({ action: 'reference-value:plan-removed', key: 'office', from: ahead })
  const change = inScope(coordinator, (tx) => tx.sql({ text: `UPDATE reference_value SET value = '1'`, values: [] }))
  await expect(change).rejects.toThrow(/permission denied/)
})

test('when the office is open follows from its hours until the corporation says it in its own words', async () => {
  const hours = { ...usualOfficeHours.week, 5: { opens: '08:30', closes: '12:00' }, 7: undefined }
  expect((await at(today)).get('office-hours')).toMatchObject({
    text: 'maandag tot en met vrijdag van 08:00 tot 17:00',
    source: 'office-hours',
  })
  await changeOfficeHours(coordinator, { week: hours, closedOn: [] })
  const text = 'maandag tot en met donderdag van 08:00 tot 17:00 en vrijdag van 08:30 tot 12:00'
  expect((await at(today)).get('office-hours')?.text).toBe(text)
  await setValue(coordinator, { key: 'office-hours', value: 'elke werkdag', fromOn: today }, today)
  expect((await at(today)).get('office-hours')).toMatchObject({ text: 'elke werkdag', source: 'own' })
})

test('a desk tells what holds for the corporation in hand, on the date it is there, and of no other', async () => {
  await set('office', '+31162412233')
  const held = inHand(operator, linde.id)
  const values = await inScope(held, (tx) => readValuesNow(tx, held, new Date()))
  expect(values.get('office')?.text).toBe('0162 412 233')
  expect(values.get('office-hours')?.text).toContain('maandag')
  const other = inHand(operator, eik.id)
  expect((await inScope(other, (tx) => readValuesNow(tx, other, new Date()))).has('office')).toBe(false)
  expect(await inScope(operator, (tx) => readOwn(tx, { corporationId: linde.id }))).toEqual([])
  const write = inScope(held, (tx) => tx.sql({ text: 'DELETE FROM reference_value', values: [] }))
  await expect(write).rejects.toThrow(/permission denied/)
})

test('a moment has its date where the corporation is', async () => {
  await set('office', '+31162412233', '2099-06-02')
  const evening = (at: string) => inScope(coordinator, (tx) => readValuesNow(tx, coordinator, new Date(at)))
  expect((await evening('2099-06-01T21:59:59Z')).has('office')).toBe(false)
  expect((await evening('2099-06-01T22:00:00Z')).has('office')).toBe(true)
})

test('whoever opened the page of a line sees whom to ring first, and no other number', async () => {
  await set('gas-and-power', '+31881234567')
  await set('office', '+31162412233')
  const guest = await aGuest()
  const values = await inScope(guest, (tx) => readPublicValues(tx, guest, today))
  expect(values.get('gas-and-power')?.text).toBe('088 123 4567')
  expect(values.get('emergency')?.text).toBe('112')
  expect(values.has('office')).toBe(false)
  const stranger = { ...guest, subject: '00000000-0000-4000-8000-000000000000' }
  expect(await inScope(stranger, (tx) => readOwn(tx, stranger))).toEqual([])
})

async function aGuest(): Promise<GuestScope> {
  const lineId = await aLine(linde.id)
  await publishLine(systemScope(linde.id), lineId, true)
  const [row] = await asSuperuser<{ token: string }>(
    `SELECT public_token AS token FROM phone_line WHERE id = '${lineId}'`,
  )
  const found = await publicLine(`${linde.id}-${row?.token}`)
  if (!found) throw new Error('no such line')
  return found.scope
}

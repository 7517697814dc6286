import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { readPromiseChoices } from '#app/calls/promise-choices.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { addAgency, changeAgency, findAgency, stepAgency } from '#app/referrals/agencies.server.ts'
import { agencyLine, checkText, isLongUnchecked } from '#app/referrals/agency-check.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let coordinator: Actor
let colleague: Actor

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation, { name: 'Cora' })
  colleague = await anActor(corporation, { name: 'Bram' })
})

const written = {
  ...{ name: 'Surplus Welzijn', municipality: 'Oosterhout', helpsWith: 'maatjes' },
  ...{ openingHours: 'ma t/m do 9.00 tot 12.30 uur', phone: null, email: null },
}
const find = async (id: string) => inScope(coordinator, (tx) => findAgency(tx, coordinator, id))
const checkedAt = (id: string, at: string | null) =>
  asSuperuser('UPDATE agency SET checked_at = $2::timestamptz WHERE id = $1', [id, at])

test('who adds an agency checked it; another looks again, and both the day and who stand there', async () => {
  const added = await addAgency(coordinator, uuidV7(), written)
  if (!added.ok) throw new Error(added.reason)
  expect(await find(added.id)).toMatchObject({ ...written, checkedBy: 'Cora', checkedAt: expect.any(Date) })
  await checkedAt(added.id, '2024-01-05 12:00+01')
  await changeAgency(coordinator, added.id, { ...written, openingHours: 'ma 9.00 tot 12.00 uur' })
  expect(await find(added.id)).toMatchObject({ openingHours: 'ma 9.00 tot 12.00 uur', checkedBy: 'Cora' })
  expect((await find(added.id))?.checkedAt?.getUTCFullYear()).toBe(2024)
  expect(await stepAgency(colleague, added.id, 'check')).toMatchObject({ ok: true })
  const after = await find(added.id)
  expect(after?.checkedBy).toBe('Bram')
  expect(isLongUnchecked(after?.checkedAt ?? null, new Date())).toBe(false)
  const log = await asSuperuser('SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at, id', [added.id])
  expect(log.map(({ action }) => action)).toEqual(['agency:added', 'agency:changed', 'agency:checked'])
  await checkedAt(added.id, '2026-11-03 12:00+01')
  const { agencies } = await readPromiseChoices(colleague, '2026-11-27')
  expect(agencies).toEqual([
    {
      id: added.id,
      label: 'Surplus Welzijn, Oosterhout: maatjes · ma 9.00 tot 12.00 uur · gecontroleerd 03-11-2026',
    },
  ])
})

test('one that is no longer used is not checked', async () => {
  const added = await addAgency(coordinator, uuidV7(), { ...written, name: 'Automaatje' })
  if (!added.ok) throw new Error(added.reason)
  await stepAgency(coordinator, added.id, 'end')
  expect(await stepAgency(coordinator, added.id, 'check')).toEqual({ ok: false, reason: 'already-changed' })
})

test('a year after it was checked, or when it never was, an agency is marked', () => {
  const now = '2026-11-27T10:00:00Z'
  expect(isLongUnchecked(null, now)).toBe(true)
  expect(isLongUnchecked('2025-11-26T10:00:00Z', now)).toBe(true)
  expect(isLongUnchecked('2025-11-28T10:00:00Z', now)).toBe(false)
})

test('in a call the choice marks it as the page of agencies does', async () => {
  const labelOf = async (id: string) =>
    (await readPromiseChoices(colleague, '2026-11-27')).agencies.find((one) => one.id === id)?.label
  const added = await addAgency(coordinator, uuidV7(), { ...written, name: 'De Klup' })
  if (!added.ok) throw new Error(added.reason)
  expect(await labelOf(added.id)).toMatch(/ · gecontroleerd \d\d-\d\d-\d{4}$/)
  await checkedAt(added.id, '2024-01-05 12:00+01')
  expect(await labelOf(added.id)).toMatch(/ · gecontroleerd 05-01-2024 · Langer dan een jaar niet gecontroleerd$/)
  await checkedAt(added.id, null)
  expect(await labelOf(added.id)).toMatch(/ · Nog niet gecontroleerd$/)
})

test('the day of a check is that of the zone', () => {
  const words = { checkedOn: (day: string) => day, neverChecked: '', longUnchecked: '' }
  const at = new Date('2026-11-03T23:30:00Z')
  expect(checkText(at, { words, zone: 'Europe/Amsterdam', now: at })).toBe('04-11-2026')
})

test('what is not known of an agency leaves nothing behind in its line', () => {
  const bare = { name: 'Wijkteam', municipality: '', helpsWith: '', openingHours: '', checked: '' }
  expect(agencyLine(bare)).toBe('Wijkteam')
  expect(agencyLine({ ...bare, helpsWith: 'Schulden' })).toBe('Wijkteam: Schulden')
})

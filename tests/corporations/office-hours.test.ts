import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { action, loader } from '#app/corporations/pages/office-hours.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let coordinator: Actor
beforeAll(async () => {
  await useDatabase()
  coordinator = await anActor(await aCorporation())
})

const path = '/settings/office-hours'
const args = (request: Request) => ({ request, params: {}, context: {} as never })
const save = async (fields: Record<string, string | string[]>) => action(args(await posted(coordinator, path, fields)))
const hours = async () => (await loader(args(await signedIn(coordinator, path)))).hours

test('the usual hours hold until a corporation chooses its own, which are written down', async () => {
  expect(await hours()).toEqual(usualOfficeHours)
  const day = {
    'opens-1': '08:30',
    'closes-1': '17:00',
    'opens-5': '08:30',
    'closes-5': '12:00',
    'opens-6': '',
    'closes-6': '',
  }
  expect(await save({ ...day, 'closedOn[]': ['2026-12-31', '', '2026-05-15', '2026-05-15'] })).toMatchObject({
    status: 302,
  })
  expect(await hours()).toEqual({
    week: { 1: { opens: '08:30', closes: '17:00' }, 5: { opens: '08:30', closes: '12:00' } },
    closedOn: ['2026-05-15', '2026-12-31'],
  })
  const lines = await asSuperuser("SELECT details FROM audit_event WHERE action = 'corporation:changed'")
  expect(lines).toEqual([{ details: { fields: ['officeHours'] } }])
})

test.each([
  ['nothing at all', {}, { week: 'never-open' }],
  ['half a time', { 'opens-2': '08:00', 'closes-2': '' }, { 'week.2.closes': 'time' }],
  ['an end before the beginning', { 'opens-2': '17:00', 'closes-2': '08:00' }, { 'week.2.closes': 'window-order' }],
  ['no date', { 'opens-2': '08:00', 'closes-2': '17:00', 'closedOn[]': 'morgen' }, { 'closedOn.0': 'date' }],
])('%s is refused', async (_, fields, errors) => {
  expect(await save(fields as Record<string, string>)).toMatchObject({ init: { status: 400 }, data: { errors } })
})

test('not for a caller', async () => {
  const caller = await anActor({ ...(await aCorporation()) }, { role: 'caller' })
  expect(await answerOf(async () => loader(args(await signedIn(caller, path))))).toMatchObject({ status: 403 })
})

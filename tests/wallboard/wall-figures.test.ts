import { beforeAll, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { addHours } from '#app/lines/lines.server.ts'
import { loader } from '#app/wallboard/pages/wallboard.tsx'
import { readWallFigures } from '#app/wallboard/read-wall-figures.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, signedIn } from '#tests/support/signed-in.ts'

let operator: DeskActor
let corporation: Awaited<ReturnType<typeof aCorporation>>
beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  operator = await aDeskActor(await aDesk([corporation]), { corporations: [corporation] })
})

test('the wall counts the last hours, for each line, and asks once a minute for all its screens', async () => {
  const corporationId = corporation.id
  const [urgent, chat] = [await aLine(corporationId), await aLine(corporationId, 'chat')]
  const answered = await aContact(operator, { corporationId, lineId: urgent, secondsAgo: 600 })
  await asSuperuser(
    "UPDATE desk_contact SET state = 'talking', answered_at = arrived_at + interval '10 seconds' WHERE id = $1",
    [answered],
  )
  await aContact(operator, { corporationId, lineId: chat, secondsAgo: 60 })
  await aContact(operator, { corporationId, lineId: chat, secondsAgo: 13 * 3_600 })
  const now = new Date()
  const figures = await readWallFigures(operator, now)
  expect(figures.all).toEqual({ contacts: 2, ended: 1, missed: 0, 'answered-in-time': 1 })
  expect(new Map(figures.lines.map(({ lineId, counts }) => [lineId, counts]))).toEqual(
    new Map([
      [urgent, { contacts: 1, ended: 1, missed: 0, 'answered-in-time': 1 }],
      [chat, { contacts: 1, ended: 0, missed: 0, 'answered-in-time': 0 }],
    ]),
  )
  await aContact(operator, { corporationId, lineId: chat })
  expect(await readWallFigures(operator, new Date(now.getTime() + 59_000))).toBe(figures)
  expect((await readWallFigures(operator, new Date(now.getTime() + 60_000))).all.contacts).toBe(3)
})

test('a line of which nobody rang is there when its hours name the desk, and not when they name another', async () => {
  const corporationId = corporation.id
  const [own, others] = [await aLine(corporationId), await aLine(corporationId)]
  const other = await aDesk([corporation])
  for (const [line, deskId] of [[own, operator.deskId] as const, [others, other.id] as const])
    expect(
      await addHours(systemScope(corporationId), line, { days: ['1'], opens: '08:00', closes: '17:00', deskId }),
    ).toEqual({ ok: true, added: 1 })
  // Asked later than what is kept of the test before.
  const { lines } = await readWallFigures(operator, new Date(Date.now() + 300_000))
  expect(lines.find(({ lineId }) => lineId === own)?.counts.contacts).toBe(0)
  expect(lines.map(({ lineId }) => lineId)).not.toContain(others)
})

test('it is for whoever works at the desk, and for nobody of a corporation', async () => {
  const page = async (who: Parameters<typeof signedIn>[0]) =>
    answerOf(async () => loader({ request: await signedIn(who, '/wallboard'), params: {}, context: {} as never }))
  expect(await page(operator)).toMatchObject({ name: 'Meldkamer Noord', figures: { all: {}, lines: [{}, {}, {}] } })
  expect(await page(await anActor(corporation))).toMatchObject({ status: 403 })
})

import { beforeAll, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { loader } from '#app/contacts/pages/wallboard.tsx'
import { readWallFigures } from '#app/contacts/wall-figures.server.ts'
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

test('the wall counts the last hours, for each kind of line, and asks once a minute for all its screens', async () => {
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
  expect(
    figures.map(({ lineKind, figures: { contacts, answered, waiting } }) => [lineKind, contacts, answered, waiting]),
  ).toEqual([
    [null, 2, 1, 1],
    ['urgent-repairs', 1, 1, 0],
    ['chat', 1, 0, 1],
  ])
  await aContact(operator, { corporationId, lineId: chat })
  expect(await readWallFigures(operator, new Date(now.getTime() + 59_000))).toBe(figures)
  expect((await readWallFigures(operator, new Date(now.getTime() + 60_000)))[0]?.figures.contacts).toBe(3)
})

test('it is for whoever works at the desk, and for nobody of a corporation', async () => {
  const page = async (who: Parameters<typeof signedIn>[0]) =>
    answerOf(async () => loader({ request: await signedIn(who, '/wallboard'), params: {}, context: {} as never }))
  expect(await page(operator)).toMatchObject({ name: 'Meldkamer Noord', figures: [{ lineKind: null }, {}, {}] })
  expect(await page(await anActor(corporation))).toMatchObject({ status: 403 })
})

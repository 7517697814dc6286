import { beforeAll, expect, test } from 'vitest'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { navigationFor } from '#app/accounts/navigation.ts'
import { action as inviteAction } from '#app/accounts/pages/accounts.tsx'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import { addHours, addLine } from '#app/lines/lines.server.ts'
import { loader as linesNow } from '#app/lines/pages/lines-now.tsx'
import { loader as today } from '#app/today/pages/today.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let corporation: Corporation
let contact: Actor
let desk: Desk

beforeAll(async () => {
  await useDatabase()
  corporation = await aCorporation()
  contact = await anActor(corporation, { role: 'contact-person' })
  desk = await aDesk([corporation])
  const coordinator = await anActor(corporation)
  const line = await addLine(coordinator, { name: 'Spoedreparatie', kind: 'urgent-repairs' })
  if (!line.ok) throw new Error(line.reason)
  const always = { days: ['1', '2', '3', '4', '5', '6', '7'], opens: '00:00', closes: '00:00', deskId: desk.id }
  await addHours(coordinator, line.id, always)
})

const args = (request: Request) => ({ request, params: {}, context: {} as never })

test('a contact person comes in at the night, and sees who answers the lines and why', async () => {
  const first = (await answerOf(async () => today(args(await signedIn(contact, '/'))))) as Response
  expect([first.status, first.headers.get('Location')]).toEqual([302, '/nights'])
  const { lines, desks } = await linesNow(args(await signedIn(contact, '/lines')))
  expect(lines).toMatchObject([{ name: 'Spoedreparatie', holds: { state: 'open', desk: desk.name } }])
  expect(desks).toEqual([{ id: desk.id, name: desk.name }])
})

test('and nothing of the call rounds, nor the page of any tenant', async () => {
  expect(navigationFor(contact).map(({ to }) => to)).toEqual(['/nights', '/protocols', '/lines'])
  for (const permission of ['today:see', 'tenant:read', 'campaign:read', 'call:make', 'line:manage'] as const)
    expect(await answerOf(async () => authorize(await signedIn(contact, '/x'), permission))).toMatchObject({
      status: 403,
    })
})

test('an administrator invites one as any colleague', async () => {
  const administrator = await anActor(corporation, { role: 'administrator' })
  const fields = { name: 'Peter Post', email: 'post@example.nl', role: 'contact-person' }
  expect(await inviteAction(args(await posted(administrator, '/accounts', fields)))).toMatchObject({ is: 'invited' })
})

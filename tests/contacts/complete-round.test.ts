import { beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { completeRound } from '#app/contacts/complete-round.server.ts'
import { placeCaller } from '#app/contacts/place-caller.server.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aCampaign, type Campaign } from '#tests/calls/a-campaign.ts'
import { aHeldContact } from '#tests/contacts/a-record.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let round: Campaign
let operator: DeskActor

beforeEach(async () => {
  await useDatabase()
  round = await aCampaign()
  operator = await aDeskActor(await aDesk([round.corporation]), { corporations: [round.corporation] })
  await asSuperuser('UPDATE campaign SET uses_circumstances = false')
})

test('a round has reached the home of a contact by whoever has it in hand, and no other home', async () => {
  const [target] = await asSuperuser<{ id: string; home_id: string }>('SELECT id, home_id FROM target')
  if (!target) throw new Error('No home on the list.')
  const { contactId, at } = await aHeldContact(operator, round.corporation)
  const complete = (actor: DeskActor) =>
    completeRound(
      { ...actor, corporationId: round.corporation.id },
      { contactId, targetId: target.id, now: new Date() },
    )
  expect(await complete(operator)).toEqual({ ok: false, reason: 'not-claimed' })
  await placeCaller(at, { contactId, choice: { is: 'home', homeId: target.home_id } })
  const colleague = await aDeskActor({ id: operator.deskId, name: '', timeZone: operator.timeZone } as never, {
    corporations: [round.corporation],
    name: 'Sem',
  })
  expect(await complete(colleague)).toEqual({ ok: false, reason: 'not-claimed' })
  expect(await complete(operator)).toEqual({ ok: true })
  expect(await asSuperuser('SELECT state FROM target WHERE id = $1', [target.id])).toEqual([{ state: 'reached' }])
})

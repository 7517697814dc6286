import { beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { claimContact, claimNextContact } from '#app/contacts/claim-contact.server.ts'
import { action as next } from '#app/contacts/pages/queue-next.tsx'
import { isAtWork, listOperators, ping, setPresence } from '#app/contacts/presence.server.ts'
import { sweepDesk } from '#app/contacts/sweep-desk.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { endContract, letDeskServe } from '#app/desks/desks.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { posted } from '#tests/support/signed-in.ts'

let linde: Corporation
let operator: DeskActor & { accountId: string }
let colleague: DeskActor & { accountId: string }
let lineId: string

beforeEach(async () => {
  await useDatabase()
  linde = await aCorporation()
  const desk = await aDesk([linde])
  operator = (await aDeskActor(desk, { corporations: [linde] })) as typeof operator
  colleague = (await aDeskActor(desk, { corporations: [linde], name: 'Sem de Boer' })) as typeof operator
  lineId = await aLine(linde.id)
})

const presences = async () =>
  (await inScopeSql(operator, (tx) => listOperators(tx, operator.deskId))).map(({ name, presence }) => [name, presence])

test('what they say, and where the contact in their hands stands', async () => {
  await setPresence(operator, 'free')
  await setPresence(colleague, 'break')
  expect(await presences()).toEqual([
    ['Sem de Boer', 'break'],
    ['Yasmin Bakker', 'free'],
  ])
  const id = await aContact(operator, { corporationId: linde.id, lineId })
  await claimContact(operator, id)
  expect(await presences()).toContainEqual(['Yasmin Bakker', 'in-call'])
  await asSuperuser("UPDATE desk_contact SET state = 'wrapping-up' WHERE id = $1", [id])
  expect(await presences()).toContainEqual(['Yasmin Bakker', 'wrapping-up'])
  await asSuperuser("UPDATE operator_presence SET seen_at = now() - interval '61 seconds'")
  expect(await presences()).toContainEqual(['Yasmin Bakker', 'gone'])
  expect(await inScopeSql(operator, (tx) => isAtWork(tx, operator))).toBe(false)
  await setPresence(colleague, 'off')
  expect(await presences()).toHaveLength(1)
})

test('screens that say they are there keep what is in their hands, all in one statement; another fence keeps nothing', async () => {
  for (const actor of [operator, colleague]) await setPresence(actor, 'free')
  const [one, other] = [
    await aContact(operator, { corporationId: linde.id, lineId }),
    await aContact(operator, { corporationId: linde.id, lineId }),
  ]
  await claimContact(operator, one)
  await claimContact(colleague, other)
  await asSuperuser("UPDATE desk_contact SET lease_until = now() + interval '1 second'")
  const answers = await Promise.all([
    ping(operator, { held: { contactId: one, fence: 1 } }),
    ping(colleague, { held: { contactId: other, fence: 7 } }),
    ping(colleague, { held: null }),
  ])
  expect(answers).toEqual([true, false, false])
  const left = await asSuperuser<{ id: string }>(
    "SELECT id FROM desk_contact WHERE lease_until > now() + interval '50 seconds'",
  )
  expect(left).toEqual([{ id: one }])
})

test('a contact whose operator is gone goes back, and comes to a colleague or to them again', async () => {
  const id = await aContact(operator, { corporationId: linde.id, lineId })
  await claimContact(operator, id)
  await asSuperuser("UPDATE desk_contact SET lease_until = now() - interval '1 second'")
  expect(await sweepDesk(operator)).toEqual({ lapsed: 1, given: 0, expired: 0, ended: 0 })
  expect(await claimNextContact(colleague)).toMatchObject({ ok: true, contactId: id, fence: 2 })
})

test('a contact in hand when the contract ended stands in nobody’s way: they take another, and it waits for the contract to come back', async () => {
  const eik = await aCorporation({ name: 'De Eik' })
  await letDeskServe(systemScope(eik.id), operator.deskId, { from: new Date(Date.now() - 60_000), until: null })
  const eikLine = await aLine(eik.id)
  for (const who of [operator, colleague]) {
    const both = { ...who, corporationIds: [linde.id, eik.id] }
    expect(await claimContact(both, await aContact(both, { corporationId: eik.id, lineId: eikLine }))).toMatchObject({
      ok: true,
    })
  }
  await endContract(systemScope(eik.id), operator.deskId)
  // One who takes another meanwhile …
  expect(await claimContact(operator, await aContact(operator, { corporationId: linde.id, lineId }))).toMatchObject({
    ok: true,
  })
  const held = () => asSuperuser('SELECT state, claimed_by FROM desk_contact WHERE corporation_id = $1', [eik.id])
  expect(await held()).toEqual(Array.from({ length: 2 }, () => ({ state: 'talking', claimed_by: null })))
  // … and one for whom nobody did anything.
  await asSuperuser(
    "UPDATE desk_contact SET claimed_by = holder, lease_until = now() + interval '1 minute' WHERE holder = $1",
    [colleague.accountId],
  )
  expect(await sweepDesk(operator)).toMatchObject({ ended: 1 })
  expect(await sweepDesk(operator)).toMatchObject({ ended: 0 })
})

test('who is to be rung back gets an owner among those who are there, whoever has fewest', async () => {
  let rang = 0
  const lost = async () => {
    const phone = `+3150123456${rang++}`
    const id = await aContact(operator, { corporationId: linde.id, lineId, phone })
    await asSuperuser(
      "UPDATE desk_contact SET state = 'call-back', due_at = now() + interval '2 minutes' WHERE id = $1",
      [id],
    )
    return id
  }
  await lost()
  expect(await sweepDesk(operator)).toEqual({ lapsed: 0, given: 0, expired: 0, ended: 0 })
  await setPresence(operator, 'free')
  expect(await sweepDesk(operator)).toEqual({ lapsed: 0, given: 1, expired: 0, ended: 0 })
  await setPresence(colleague, 'free')
  const ids = [await lost(), await lost(), await lost()]
  expect(await sweepDesk(operator)).toEqual({ lapsed: 0, given: 3, expired: 0, ended: 0 })
  const owners = await asSuperuser<{ n: number }>('SELECT count(*)::int AS n FROM desk_contact GROUP BY owner_id')
  expect(owners.map(({ n }) => n)).toEqual([2, 2])
  expect(ids).toHaveLength(3)
})

test('whoever takes a contact is there, also when they had said that they were not', async () => {
  await setPresence(operator, 'off')
  await aContact(operator, { corporationId: linde.id, lineId })
  const request = await posted(operator, '/queue/next', {})
  await next({ request, params: {}, context: {} as never })
  expect(await presences()).toEqual([['Yasmin Bakker', 'in-call']])
  // A break stays a break.
  await setPresence(operator, 'break')
  await next({ request: await posted(operator, '/queue/next', {}), params: {}, context: {} as never })
  expect(await asSuperuser('SELECT state FROM operator_presence')).toEqual([{ state: 'break' }])
})

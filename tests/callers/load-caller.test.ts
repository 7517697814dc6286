import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, inHand } from '#app/accounts/authorize.server.ts'
import { homeValue, readCallerChoice, tenantValue } from '#app/callers/caller-choice.ts'
import { type AboutCaller, loadCaller } from '#app/callers/load-caller.server.ts'
import { type InHand, inScope } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { soughtCode, soughtText } from '#app/tenants/sought-text.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { useDatabase } from '#tests/support/database.ts'

const now = new Date('2026-11-27T20:00:00Z')
let coordinator: Actor
let held: InHand & { accountId: string }
let elsewhere: InHand
let tenant: Awaited<ReturnType<typeof aTenant>>
let other: Awaited<ReturnType<typeof aTenant>>

beforeAll(async () => {
  await useDatabase()
  const linde = await aCorporation()
  const eik = await aCorporation({ name: 'De Eik' })
  coordinator = await anActor(linde)
  const operator = await aDeskActor(await aDesk([linde, eik]), { corporations: [linde, eik] })
  held = inHand(operator, linde.id) as typeof held
  elsewhere = inHand(operator, eik.id)
  tenant = await aTenant(coordinator, { mobile: '+31611111111', landline: null })
  other = await aTenant(coordinator, { mobile: '+31622222222', landline: null, lastName: 'Bos', infix: null })
})

const load = (about: Partial<AboutCaller>, place = held as InHand) =>
  inScope(place, (tx) =>
    loadCaller(tx, place, {
      about: { phone: '0611111111', isHidden: false, query: '', tenantId: null, homeId: null, ...about },
      now,
    }),
  )

describe('what the panel of a caller is given', () => {
  test('whom the number tells, their home, and nobody ticked', async () => {
    expect(await load({})).toMatchObject({
      recognition: { is: 'certain' },
      chosen: null,
      isSettled: false,
      home: { id: tenant.homeId },
      shown: [tenant.id],
    })
  })

  test('a number that was withheld is not looked up', async () => {
    expect(await load({ isHidden: true })).toMatchObject({ recognition: { is: 'hidden' }, home: null, shown: [] })
  })

  test('what was looked for besides, each once in what was shown', async () => {
    const { found, shown } = await load({ query: 'Bos' })
    expect(found?.people.map(({ tenantId }) => tenantId)).toEqual([other.id])
    expect(shown).toEqual([tenant.id, other.id])
  })

  test('with somebody ticked nobody else is read', async () => {
    expect(await load({ tenantId: other.id })).toMatchObject({
      recognition: null,
      isSettled: true,
      chosen: { tenantId: other.id },
      home: { id: other.homeId },
      shown: [other.id],
    })
  })

  test('a home alone may be ticked', async () => {
    const { id: homeId } = await aHome(coordinator)
    expect(await load({ homeId })).toMatchObject({ isSettled: true, chosen: null, home: { id: homeId }, shown: [] })
  })

  test('nobody of another corporation is ticked, found or recognised', async () => {
    expect(await load({ tenantId: other.id, query: 'Bos' }, elsewhere)).toMatchObject({
      recognition: { is: 'new' },
      chosen: null,
      isSettled: false,
      shown: [],
    })
  })
})

test('what an operator looks for can stand in an address, sealed, and only they open it', async () => {
  const opened = await inScope(held, async (tx) => {
    const code = soughtCode(await sealerFor(tx, held.corporationId), held, 'Bos')
    expect(code).not.toContain('Bos')
    return [await soughtText(tx, held, code), await soughtText(tx, { ...held, accountId: other.id }, code)]
  })
  expect(opened).toEqual(['Bos', ''])
})

const form = (fields: Record<string, string>) => new Map(Object.entries(fields)) as never
test.each([
  [
    { caller: tenantValue('019ac000-0000-7000-8000-000000000001') },
    { is: 'tenant', tenantId: '019ac000-0000-7000-8000-000000000001' },
  ],
  [
    { foundCaller: homeValue('019ac000-0000-7000-8000-000000000001') },
    { is: 'home', homeId: '019ac000-0000-7000-8000-000000000001' },
  ],
  [{ caller: 'no-name' }, { is: 'no-name' }],
  [{ caller: 'not-a-tenant' }, { is: 'not-a-tenant' }],
  [{ caller: 'undone' }, { is: 'undone' }],
  [{ caller: 'tenant:x' }, null],
  [{ caller: 'somebody' }, null],
  [{}, null],
])('posted %j is %j', (fields, choice) => {
  expect(readCallerChoice(form(fields))).toEqual(choice)
})

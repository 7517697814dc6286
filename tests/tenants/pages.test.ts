import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { loader as page } from '#app/tenants/pages/tenant.tsx'
import { action as search } from '#app/tenants/pages/tenants.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let coordinator: Actor
let caller: Actor
let stranger: Actor

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Youssef Amrani' })
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
})

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
type Page = { tenant: Record<string, unknown> & { others: { id: string }[] }; phones: Record<string, unknown>[] }
const load = async (actor: Actor, tenantId: string) => {
  const request = await signedIn(actor, `/tenants/${tenantId}`)
  return (await answerOf(() => (page as Route)({ request, params: { tenantId }, context: {} }))) as Page & Response
}
const find = async (actor: Actor, q: string) => {
  const request = await posted(actor, '/tenants', { q })
  return answerOf(() => (search as Route)({ request, params: {}, context: {} }))
}
const strike = (tenantId: string, number: string) => {
  const { corporationId, accountId } = coordinator
  const data = { corporationId, accountId, tenantId, number, reason: 'wrong-number' }
  return inScope(coordinator, (tx) => tx.numberStrike.create({ data }))
}
const moment = new Date('2026-11-20T10:00:00Z')

describe('the page of a tenant', () => {
  test('shows the tenant, their home and the numbers to ring, mobile first, and is in the log', async () => {
    const { id } = await aTenant(coordinator)
    const { tenant, phones } = await load(coordinator, id)
    expect(tenant).toMatchObject({
      lastName: 'Kuipers',
      birthOn: '1942-03-14',
      tenancyStartedOn: '1998-05-01',
      home: { street: 'Molenweg', postcode: '4901 AB' },
      hasDied: false,
      hasLeft: false,
      hasMoved: false,
      asksNotToBeRung: false,
      others: [],
    })
    expect(phones).toEqual([
      { e164: '+31612345678', text: '06 12 34 56 78', isStruck: false, isToDial: true },
      { e164: '+31162412233', text: '0162 412 233', isStruck: false, isToDial: true },
    ])
    const audited = await asSuperuser('SELECT action FROM audit_event WHERE subject_id = $1', [id])
    expect(audited).toContainEqual({ action: 'tenant:viewed' })
  })

  test('does not send what lies behind the contact rule', async () => {
    const { id } = await aTenant(coordinator, { reportedDeceasedAt: moment })
    const { tenant } = await load(coordinator, id)
    expect(tenant).toMatchObject({ hasDied: true })
    expect(Object.keys(tenant)).not.toContain('reportedDeceasedAt')
    expect(Object.keys(tenant)).not.toContain('strikes')
  })

  test('strikes through a number that proved wrong, and offers the other', async () => {
    const { id } = await aTenant(coordinator)
    await strike(id, '+31612345678')
    const { phones } = await load(coordinator, id)
    expect(phones.map(({ isStruck, isToDial }) => [isStruck, isToDial])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test.each([
    [{ isEstate: true }, 'hasDied'],
    [{ deceasedOn: moment }, 'hasDied'],
    [{ isDeceased: true }, 'hasDied'],
    [{ objectedAt: moment }, 'asksNotToBeRung'],
  ])('offers no number of a tenant with %j', async (change, status) => {
    const { id } = await aTenant(coordinator, change)
    const { tenant, phones } = await load(coordinator, id)
    expect(tenant[status]).toBe(true)
    expect(phones.map(({ isToDial }) => isToDial)).toEqual([false, false])
  })

  test('names who else lives there, and nobody who has died or left', async () => {
    const { id: homeId } = await aHome(coordinator)
    const { id } = await aTenant(coordinator, { homeId })
    const housemate = await aTenant(coordinator, { homeId, objectedAt: moment })
    for (const change of [
      { goneSince: moment },
      { reportedMovedAt: moment },
      { tenancyEndedOn: new Date('2020-01-01') },
      { isEstate: true },
      { reportedDeceasedAt: moment },
    ])
      await aTenant(coordinator, { homeId, ...change })
    expect((await load(coordinator, id)).tenant.others.map((other) => other.id)).toEqual([housemate.id])
  })

  test('is not there for another corporation, and not for a caller', async () => {
    const { id } = await aTenant(coordinator)
    expect((await load(stranger, id)).status).toBe(404)
    expect((await load(caller, id)).status).toBe(403)
  })
})

describe('searching tenants', () => {
  test('says of each whether they may be rung', async () => {
    const street = await aHome(coordinator, { postcode: '9999 ZZ' })
    const at = { homeId: street.id }
    await aTenant(coordinator, { ...at, lastName: 'A' })
    await aTenant(coordinator, { ...at, lastName: 'B', isEstate: true, objectedAt: moment })
    await aTenant(coordinator, { ...at, lastName: 'C', tenancyEndedOn: new Date('2020-01-01') })
    await aTenant(coordinator, { ...at, lastName: 'D', isDoNotCall: true })
    const nothing = { hasDied: false, hasLeft: false, hasMoved: false, asksNotToBeRung: false }
    expect(await find(coordinator, '9999ZZ')).toMatchObject({
      total: 4,
      tenants: [
        nothing,
        { ...nothing, hasDied: true, asksNotToBeRung: true },
        { ...nothing, hasLeft: true, hasMoved: true },
        { ...nothing, asksNotToBeRung: true },
      ],
    })
    expect(await find(stranger, '9999ZZ')).toMatchObject({ total: 0 })
    expect(await find(caller, '9999ZZ')).toMatchObject({ status: 403 })
  })
})

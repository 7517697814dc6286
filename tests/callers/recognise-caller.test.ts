import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { recogniseCaller } from '#app/callers/recognise-caller.server.ts'
import { type InHand, inScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { attentionColumn } from '#app/tenants/sealed-columns.ts'
import { strikeNumber } from '#app/tenants/strike-number.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { planInto } from './plan-into.ts'

const today = '2026-11-27'
let coordinator: Actor
let desk: DeskActor
let held: InHand
let elsewhere: InHand
let next = 10_000_000
const aNumber = () => `+316${next++}`

beforeAll(async () => {
  await useDatabase()
  const linde = await aCorporation()
  const eik = await aCorporation({ name: 'De Eik' })
  coordinator = await anActor(linde)
  desk = await aDeskActor(await aDesk([linde, eik]), { corporations: [linde, eik] })
  held = inHand(desk, linde.id)
  elsewhere = inHand(desk, eik.id)
})

const recognise = (phone: string | null, place: InHand = held) =>
  inScope(place, (tx) => recogniseCaller(tx, place, { phone, today }))
const bare = { landline: null, mobile: null }
const idsOf = (found: Awaited<ReturnType<typeof recognise>>) =>
  'people' in found ? found.people.map(({ tenantId }) => tenantId) : []

describe('who rings', () => {
  test('is certain when one household alone has the number, however the exchange writes it', async () => {
    const mobile = aNumber()
    const { id } = await aTenant(coordinator, { ...bare, mobile })
    const national = `0${mobile.slice(3)}`
    for (const phone of [mobile, national, `0031${mobile.slice(3)}`, mobile.slice(1), `06-${national.slice(2)}`]) {
      const found = await recognise(phone)
      expect([phone, found.is, idsOf(found)]).toEqual([phone, 'certain', [id]])
    }
  })

  test('of a couple is a certain home: both are named, who has the number first', async () => {
    const { id: homeId } = await aHome(coordinator)
    const landline = '+31162400001'
    const wife = await aTenant(coordinator, { ...bare, homeId, lastName: 'Aa' })
    const husband = await aTenant(coordinator, { ...bare, homeId, landline, lastName: 'Zee' })
    await aTenant(coordinator, { ...bare, homeId, reportedDeceasedAt: new Date('2026-01-01') })
    const found = await recognise(landline)
    expect(found.is).toBe('certain')
    expect(idsOf(found)).toEqual([husband.id, wife.id])
  })

  test('is possible when two households share the number', async () => {
    const mobile = aNumber()
    const [first, second] = [
      await aTenant(coordinator, { ...bare, mobile, lastName: 'Aa' }),
      await aTenant(coordinator, { ...bare, otherPhone: mobile, mobile, lastName: 'Bos' }),
    ]
    const found = await recognise(mobile)
    expect([found.is, idsOf(found)]).toEqual(['possible', [first.id, second.id]])
  })

  test.each([
    ['the number is a third one, of whoever helps them', { otherPhone: true }, 'other'],
    ['they are known to have moved', { reportedMovedAt: new Date('2026-10-01') }, 'own'],
    ['their tenancy ended', { tenancyEndedOn: new Date('2026-11-01') }, 'own'],
    ['they are off the list', { goneSince: new Date('2026-10-01') }, 'own'],
    ['they died', { deceasedOn: new Date('2026-10-01') }, 'own'],
  ])('is only possible when %s', async (_, change, numberIs) => {
    const number = aNumber()
    const { otherPhone, ...rest } = { otherPhone: false, ...change }
    await aTenant(coordinator, { ...bare, ...(otherPhone ? { otherPhone: number } : { mobile: number }), ...rest })
    const found = await recognise(number)
    expect(found).toMatchObject({ is: 'possible', people: [{ numberIs }] })
  })

  test('is certain when the former tenant of somebody else had it as well', async () => {
    const mobile = aNumber()
    await aTenant(coordinator, { ...bare, mobile, goneSince: new Date('2026-10-01') })
    const { id } = await aTenant(coordinator, { ...bare, mobile })
    const found = await recognise(mobile)
    expect([found.is, idsOf(found)]).toEqual(['certain', [id]])
  })

  test('is only possible by a number that proved wrong, which is not shown to ring either', async () => {
    const mobile = aNumber()
    const { id: tenantId } = await aTenant(coordinator, { ...bare, mobile })
    await inScopeSql(coordinator, (tx) =>
      strikeNumber(tx, coordinator, { tenantId, number: mobile, reason: 'wrong-number' }),
    )
    expect(await recognise(mobile)).toMatchObject({ is: 'possible', people: [{ numberIs: 'struck', phones: [] }] })
  })

  test('is new, hidden, or no number at all', async () => {
    expect(await recognise('0612000000')).toEqual({ is: 'new' })
    expect(await recognise('101')).toEqual({ is: 'new' })
    expect(await recognise(null)).toEqual({ is: 'hidden' })
  })

  test('is of the corporation in hand and of no other', async () => {
    const mobile = aNumber()
    await aTenant(coordinator, { ...bare, mobile })
    expect(await recognise(mobile, elsewhere)).toEqual({ is: 'new' })
  })

  test('a number that a list gives to many: twenty, and how many more', async () => {
    const mobile = aNumber()
    for (let at = 0; at < 22; at += 1) await aTenant(coordinator, { ...bare, mobile })
    const found = await recognise(mobile)
    expect(found).toMatchObject({ is: 'possible', more: 2 })
    expect(idsOf(found)).toHaveLength(20)
  })

  test('what the operator needs stands there: how to speak, where, until when', async () => {
    const mobile = aNumber()
    const { id } = await aTenant(coordinator, { ...bare, mobile, language: 'tr', isDoNotCall: true, wantsCalls: true })
    await inScope(coordinator, async (tx) => {
      const attentionSealed = (await sealerFor(tx, coordinator.corporationId)).seal(attentionColumn(id), 'Slechthorend')
      await tx.tenant.update({
        where: { corporationId_id: { corporationId: coordinator.corporationId, id } },
        data: { attentionSealed },
      })
    })
    expect(await recognise(mobile)).toMatchObject({
      people: [
        {
          tenantId: id,
          lastName: 'Kuipers',
          birthOn: '1942-03-14',
          language: 'tr',
          attention: 'Slechthorend',
          wantsCalls: true,
          asksNotToBeRung: true,
          home: { street: 'Molenweg', complex: 'C001' },
          phones: [{ e164: mobile }],
        },
      ],
    })
  })
})

test('among many tenants each column answers by its own index, for a desk as for a member', async () => {
  await asSuperuser(
    `INSERT INTO tenant (corporation_id, number, last_name, landline, mobile, other_phone)
    SELECT $1, 'Z' || n, 'Jansen', '+3116255' || lpad(n::text, 5, '0'), '+31655' || lpad(n::text, 6, '0'), CASE WHEN n % 10 = 0 THEN '+31666' || lpad(n::text, 6, '0') END
    FROM generate_series(1, 20000) n`,
    [coordinator.corporationId],
  )
  await asSuperuser('ANALYZE tenant')
  for (const place of [held, coordinator]) {
    const plan: string[] = []
    await inScope(place, async (tx) => {
      const explaining = planInto(tx, plan)
      // As a plan that is kept for any number.
      await tx.sql(sql`SELECT set_config('plan_cache_mode', 'force_generic_plan', true)`)
      await recogniseCaller(explaining, place, { phone: '+31655000007', today })
    })
    const text = plan.join('\n')
    for (const index of ['tenant_landline', 'tenant_mobile', 'tenant_other_phone']) expect(text).toContain(index)
    expect(text).not.toContain('Seq Scan on tenant')
  }
})

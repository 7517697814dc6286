import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { buckets } from '#app/segments/buckets.ts'
import { countSelection } from '#app/segments/count-selection.server.ts'
import type { Criteria } from '#app/segments/criteria.ts'
import { type ExclusionReason, exclusionReasons } from '#app/segments/exclusions.ts'
import { listSelection } from '#app/segments/list-matched-tenants.server.ts'
import { selectHomes } from '#app/segments/select-homes.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aHome, aTenant } from '#prisma/builders/tenant.ts'
import { useDatabase } from '#tests/support/database.ts'

const today = '2026-11-22'
const everybody: Criteria = { all: [] }
const options = { today }
let number = 0
type Overrides = NonNullable<Parameters<typeof aTenant>[1]>

beforeAll(async () => {
  await useDatabase()
})

const newCorporation = async () => anActor(await aCorporation())
const countAll = (actor: Actor, more = {}, criteria: Criteria = everybody) =>
  inScopeSql(actor, (tx) => countSelection(tx, actor, { criteria, options: { ...options, ...more } }))
const excluded = ({ exclusions }: Awaited<ReturnType<typeof countAll>>) =>
  Object.fromEntries(exclusions.filter(({ homes }) => homes > 0).map(({ reason, homes }) => [reason, homes]))

async function aTarget(
  actor: Actor,
  tenant: { id: string; homeId: string | null },
  states: { campaign: string; target: string },
) {
  const id = uuidV7()
  const { corporationId, accountId } = actor
  const campaign = {
    name: `Ronde ${++number}`,
    state: states.campaign,
    purpose: 'x',
    legalBasis: 'consent',
    reasonToCall: 'x',
  }
  await inScope(actor, async (tx) => {
    await tx.campaign.create({
      data: { corporationId, id, ...campaign, criteria: {}, policy: {}, createdBy: accountId },
    })
    await tx.target.create({
      data: { corporationId, campaignId: id, homeId: tenant.homeId ?? '', tenantId: tenant.id, state: states.target },
    })
  })
  return id
}

describe('who is left out, one reason per home', () => {
  const cases: [string, Overrides, ExclusionReason | null][] = [
    ['somebody with nothing in the way', {}, null],
    ['a tenancy that ended today', { tenancyEndedOn: new Date('2026-11-22') }, 'moved-out'],
    ['a tenancy that ends tomorrow', { tenancyEndedOn: new Date('2026-11-23') }, null],
    ['reported to have moved', { reportedMovedAt: new Date('2026-11-01') }, 'moved-out'],
    ['deceased by the list', { deceasedOn: new Date('2026-10-01') }, 'deceased'],
    ['deceased by the list on a day unknown', { isDeceased: true }, 'deceased'],
    ['reported deceased', { reportedDeceasedAt: new Date('2026-10-01') }, 'deceased'],
    ['heirs', { isEstate: true }, 'deceased'],
    ['do not call by the list', { isDoNotCall: true }, 'do-not-call'],
    ['an objection made to us', { objectedAt: new Date('2026-10-01') }, 'do-not-call'],
    ['no number at all', { landline: null, mobile: null }, 'no-number'],
    ['only another number', { landline: null, mobile: null, otherPhone: '+31201234567' }, null],
    ['spoken to 30 days ago', { lastSpokenAt: new Date('2026-10-23T08:00:00Z') }, 'rest-period'],
    ['spoken to 31 days ago', { lastSpokenAt: new Date('2026-10-22T08:00:00Z') }, null],
    ['without a home', { homeId: null }, 'no-home'],
    [
      'moved out, deceased and do not call',
      { isEstate: true, isDoNotCall: true, reportedMovedAt: new Date('2026-11-01') },
      'moved-out',
    ],
    ['do not call and no number', { isDoNotCall: true, landline: null, mobile: null }, 'do-not-call'],
  ]
  it.each(cases)('%s', async (_, overrides, reason) => {
    const actor = await newCorporation()
    await aTenant(actor, overrides)
    const counts = await countAll(actor)
    expect([counts.homes, excluded(counts)]).toEqual(reason ? [0, { [reason]: 1 }] : [1, {}])
  })

  it('does not know who is no longer on the list: they are not among all tenants', async () => {
    const actor = await newCorporation()
    await aTenant(actor)
    await aTenant(actor, { goneSince: new Date('2026-11-01') })
    expect(await countAll(actor)).toMatchObject({ tenants: 1, matched: 1, homes: 1 })
  })

  it('strikes off a number that proved wrong, for that tenant alone', async () => {
    const actor = await newCorporation()
    const strike = (tenantId: string, number: string) =>
      inScope(actor, (tx) =>
        tx.numberStrike.create({
          data: {
            corporationId: actor.corporationId,
            tenantId,
            number,
            reason: 'wrong-number',
            accountId: actor.accountId,
          },
        }),
      )
    const [one] = [
      await aTenant(actor, { landline: null }),
      await aTenant(actor, { landline: null }),
      await aTenant(actor),
    ]
    await strike(one.id, '+31612345678')
    expect(excluded(await countAll(actor))).toEqual({ 'no-number': 1 })
    await strike((await aTenant(actor)).id, '+31612345678')
    expect(excluded(await countAll(actor))).toEqual({ 'no-number': 1 })
  })

  it.each([
    ['running', 'open', true],
    ['paused', 'retry', true],
    ['running', 'appointment', true],
    ['running', 'reached', false],
    ['running', 'withdrawn', false],
    ['draft', 'open', false],
    ['closed', 'open', false],
  ])('a home on a %s round that is %s: on another round is %s', async (campaign, target, isBusy) => {
    const actor = await newCorporation()
    const tenant = await aTenant(actor)
    const campaignId = await aTarget(actor, tenant, { campaign, target })
    expect(excluded(await countAll(actor))).toEqual(isBusy ? { 'other-campaign': 1 } : {})
    expect(excluded(await countAll(actor, { campaignId }))).toEqual({})
  })

  it('counts a home that stands on two rounds once', async () => {
    const actor = await newCorporation()
    const tenant = await aTenant(actor)
    for (const target of ['open', 'retry']) await aTarget(actor, tenant, { campaign: 'running', target })
    expect(await countAll(actor)).toMatchObject({ matched: 1, matchedHomes: 1, homes: 0 })
  })

  it('rests as long as it is told, and not at all for 0 days', async () => {
    const actor = await newCorporation()
    await aTenant(actor, { lastSpokenAt: new Date('2026-11-22T08:00:00Z') })
    await aTenant(actor, { lastSpokenAt: new Date('2026-09-23T08:00:00Z') })
    const homes = async (restDays: number) => (await countAll(actor, { restDays })).homes
    expect([await homes(60), await homes(59), await homes(30), await homes(0)]).toEqual([0, 1, 1, 2])
  })
})

describe('a home with more than one matched tenant', () => {
  it('is called when one of them can be, and asks for the oldest of those', async () => {
    const actor = await newCorporation()
    const homeId = (await aHome(actor, { complex: 'C007' })).id
    await aTenant(actor, { homeId, birthOn: new Date('1930-01-01'), isDoNotCall: true })
    const oldest = await aTenant(actor, { homeId, birthOn: new Date('1940-01-01') })
    await aTenant(actor, { homeId, birthOn: new Date('1945-01-01') })
    await aTenant(actor, { homeId, birthOn: null })
    const counts = await countAll(actor)
    expect(counts).toMatchObject({ tenants: 4, matched: 4, matchedHomes: 1, household: 3, homes: 1 })
    const homes = await inScopeSql(actor, (tx) =>
      tx.sql(
        selectHomes({ corporationId: actor.corporationId, criteria: everybody, today, timeZone: 'Europe/Amsterdam' }),
      ),
    )
    expect(homes).toEqual([{ home_id: homeId, tenant_id: oldest.id, complex: 'C007' }])
  })

  it('takes the first reason in the order when none can be called', async () => {
    const actor = await newCorporation()
    const homeId = (await aHome(actor)).id
    await aTenant(actor, { homeId, landline: null, mobile: null })
    await aTenant(actor, { homeId, isDoNotCall: true })
    expect(excluded(await countAll(actor))).toEqual({ 'do-not-call': 1 })
  })

  it('is left out when only the one who does not match could be called', async () => {
    const actor = await newCorporation()
    const homeId = (await aHome(actor)).id
    await aTenant(actor, { homeId, isDoNotCall: true })
    await aTenant(actor, { homeId, birthOn: new Date('2000-01-01') })
    const counts = await countAll(actor, {}, { field: 'age', operator: 'at-least', value: 80 })
    expect([counts.matched, counts.homes, excluded(counts)]).toEqual([1, 0, { 'do-not-call': 1 }])
  })
})

describe('a mixed list', () => {
  it('adds up, and each number opens as many names', async () => {
    const actor = await newCorporation()
    const shared = (await aHome(actor)).id
    const overrides: Overrides[] = [
      {},
      {},
      { homeId: shared },
      { homeId: shared, isDoNotCall: true },
      { homeId: null },
      { homeId: null },
    ]
    overrides.push(
      { isEstate: true },
      { reportedMovedAt: new Date('2026-11-01') },
      { landline: null, mobile: null },
      { isDoNotCall: true },
    )
    overrides.push(
      { lastSpokenAt: new Date('2026-11-20T08:00:00Z') },
      { birthOn: null },
      { homeId: shared, birthOn: null },
    )
    for (const each of overrides) await aTenant(actor, each)
    await aTarget(actor, await aTenant(actor), { campaign: 'running', target: 'open' })
    const other = await newCorporation()
    await aTenant(other)

    const counts = await countAll(actor)
    const left = counts.exclusions.reduce((total, { homes }) => total + homes, 0)
    expect(counts).toMatchObject({ tenants: 14, matched: 14, household: 2, matchedHomes: 12, homes: 4 })
    expect(counts.matchedHomes).toBe(counts.homes + left)
    expect(counts.exclusions.map(({ reason }) => reason)).toEqual([...exclusionReasons])

    const expected: Record<string, number> = { homes: 4, matched: 14, household: 2, ...excluded(counts) }
    for (const bucket of buckets) {
      const names = await inScopeSql(actor, (tx) =>
        listSelection(tx, actor, { criteria: everybody, ...options, bucket, page: 1 }),
      )
      expect([bucket, names.total, names.rows.length]).toEqual([bucket, expected[bucket], expected[bucket]])
    }
  })

  it('shows step by step what each part leaves', async () => {
    const actor = await newCorporation()
    await aTenant(actor, { email: 'a@example.nl' })
    await aTenant(actor, {})
    await aTenant(actor, { birthOn: new Date('2000-01-01') })
    const old: Criteria = { field: 'age', operator: 'at-least', value: 80 }
    const noEmail: Criteria = { field: 'no-email', operator: 'yes' }
    const city: Criteria = { field: 'city', operator: 'one-of', value: ['Gennep'] }
    const counts = await countAll(actor, {}, { all: [old, noEmail, city] })
    expect([counts.tenants, ...counts.steps.map(({ matched }) => matched)]).toEqual([3, 2, 1, 0])
    expect((await countAll(actor, {}, { any: [noEmail, city] })).steps).toEqual([{ step: 0, matched: 2 }])
  })
})

it('chosen homes can be put on a list in one statement, through either kind of transaction', async () => {
  const actor = await newCorporation()
  await aTenant(actor)
  const selection = selectHomes({
    corporationId: actor.corporationId,
    criteria: everybody,
    today,
    timeZone: 'Europe/Amsterdam',
  })
  const count = sql`SELECT count(*)::int AS homes FROM (${selection}) selected`
  expect(await inScopeSql(actor, (tx) => tx.sql(count))).toEqual([{ homes: 1 }])
  expect(await inScope(actor, (tx) => tx.sql(count))).toEqual([{ homes: 1 }])
})

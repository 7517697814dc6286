import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { changeGestures } from '#app/gestures/change-gestures.server.ts'
import { gestureList } from '#app/gestures/filter.ts'
import { listGestures } from '#app/gestures/gestures.server.ts'
import { readGesturesToDo } from '#app/gestures/today-card.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { aCampaign, aGesture } from './a-gesture.ts'

let coordinator: Actor
let caller: Actor
let stranger: Actor
let tenantId: string

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Youssef Amrani' })
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  tenantId = (await aTenant(coordinator)).id
})

const list = (actor: Actor, query = '') =>
  inScope(actor, (tx) =>
    listGestures(tx, actor, { filter: gestureList.read(new URLSearchParams(query)), today: '2026-11-18' }),
  )
const stateOf = async (id: string) =>
  (await asSuperuser<{ state: string }>('SELECT state FROM gesture WHERE id = $1', [id]))[0]?.state
const actionsOn = async (id: string) =>
  (await asSuperuser<{ action: string }>('SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at', [id])).map(
    (row) => row.action,
  )

describe('a gesture', () => {
  test('has the price of its kind and its own words, sealed in the table', async () => {
    const id = await aGesture(caller, tenantId, { kind: 'flowers', text: 'Gefeliciteerd' })
    const [row] = await asSuperuser<{ price_cents: number; text_sealed: Buffer }>(
      'SELECT price_cents, text_sealed FROM gesture WHERE id = $1',
      [id],
    )
    expect(row?.price_cents).toBe(2500)
    expect(row?.text_sealed.includes('Gefeliciteerd')).toBe(false)
    const { rows } = await list(coordinator)
    expect(rows.find((each) => each.id === id)).toMatchObject({
      text: 'Gefeliciteerd',
      requestedBy: 'Youssef Amrani',
      street: 'Molenweg',
    })
  })

  test('is approved and sent, and each step can be taken back', async () => {
    const id = await aGesture(caller, tenantId)
    expect(await changeGestures(coordinator, [id], { step: 'approve' })).toEqual({
      ok: true,
      changed: [id],
      leftOut: 0,
      reasons: {},
    })
    expect(await changeGestures(coordinator, [id], { step: 'approve' })).toEqual({
      ok: false,
      reason: 'already-changed',
    })
    await changeGestures(coordinator, [id], { step: 'send' })
    expect(await stateOf(id)).toBe('sent')
    await changeGestures(coordinator, [id], { step: 'undo' })
    expect(await stateOf(id)).toBe('approved')
    await changeGestures(coordinator, [id], { step: 'undo' })
    await changeGestures(coordinator, [id], { step: 'refuse' })
    expect(await stateOf(id)).toBe('refused')
    expect(await actionsOn(id)).toEqual(
      ['requested', 'approve', 'send', 'undo', 'undo', 'refuse'].map((step) => `gesture:${step}`),
    )
  })

  test('several at once takes those that can be taken', async () => {
    const [first, second] = [await aGesture(caller, tenantId), await aGesture(caller, tenantId)]
    await changeGestures(coordinator, [second], { step: 'refuse' })
    expect(await changeGestures(coordinator, [first, second], { step: 'approve' })).toEqual({
      ok: true,
      changed: [first],
      leftOut: 0,
      reasons: {},
    })
  })

  test('of another corporation is not there', async () => {
    const id = await aGesture(caller, tenantId)
    for (const step of ['approve', 'refuse', 'send', 'undo'] as const)
      expect(await changeGestures(stranger, [id], { step })).toEqual({ ok: false, reason: 'not-found' })
    expect((await list(stranger)).rows).toEqual([])
  })

  test('for somebody who has died is neither approved nor sent', async () => {
    const gone = await aTenant(coordinator, { reportedDeceasedAt: new Date() })
    const [dead, living] = [await aGesture(caller, gone.id), await aGesture(caller, tenantId)]
    expect(await changeGestures(coordinator, [dead], { step: 'approve' })).toEqual({ ok: false, reason: 'deceased' })
    expect(await changeGestures(coordinator, [dead, living], { step: 'approve' })).toEqual({
      ok: true,
      changed: [living],
      leftOut: 1,
      reasons: { deceased: 1 },
    })
    expect(await stateOf(dead)).toBe('requested')
  })
})

describe('the budget of a round', () => {
  test('refuses what goes beyond it, all together, and says which round and by how much', async () => {
    const { id: campaignId, name } = await aCampaign(coordinator, 2_750)
    const flowers = await aGesture(caller, tenantId, { campaignId, kind: 'flowers' })
    const cards = [await aGesture(caller, tenantId, { campaignId }), await aGesture(caller, tenantId, { campaignId })]
    expect(await changeGestures(coordinator, [flowers, ...cards], { step: 'approve' })).toEqual({
      ok: false,
      reason: 'budget-short',
      short: [{ campaignName: name, shortCents: 250 }],
    })
    expect(await stateOf(flowers)).toBe('requested')
    expect((await changeGestures(coordinator, [flowers, ...cards.slice(1)], { step: 'approve' })).ok).toBe(true)
    expect((await changeGestures(coordinator, cards.slice(0, 1), { step: 'approve' })).ok).toBe(false)
    const { budgets } = await list(coordinator)
    expect(budgets.find((budget) => budget.id === campaignId)).toMatchObject({
      budgetCents: 2_750,
      committedCents: 2_750,
      requestedCents: 250,
    })
  })

  test('is not spent twice by two coordinators at the same moment', async () => {
    const { id: campaignId } = await aCampaign(coordinator, 500)
    const ids = await Promise.all(Array.from({ length: 8 }, () => aGesture(caller, tenantId, { campaignId })))
    const answers = await Promise.all(ids.map((id) => changeGestures(coordinator, [id], { step: 'approve' })))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2)
  })

  test('counts what was sent, and gives back what is undone', async () => {
    const { id: campaignId } = await aCampaign(coordinator, 250)
    const [first, second] = [
      await aGesture(caller, tenantId, { campaignId }),
      await aGesture(caller, tenantId, { campaignId }),
    ]
    await changeGestures(coordinator, [first], { step: 'approve' })
    await changeGestures(coordinator, [first], { step: 'send' })
    expect((await changeGestures(coordinator, [second], { step: 'approve' })).ok).toBe(false)
    await changeGestures(coordinator, [first], { step: 'undo' })
    await changeGestures(coordinator, [first], { step: 'undo' })
    expect((await changeGestures(coordinator, [second], { step: 'approve' })).ok).toBe(true)
  })

  test('that was not set is no limit', async () => {
    const { id: campaignId } = await aCampaign(coordinator, null)
    expect(
      (
        await changeGestures(coordinator, [await aGesture(caller, tenantId, { campaignId, kind: 'flowers' })], {
          step: 'approve',
        })
      ).ok,
    ).toBe(true)
  })
})

test('the list has its counts beside each filter and says who was shown', async () => {
  const boss = await anActor(await aCorporation({ name: 'De Berk' }))
  const to = (await aTenant(boss)).id
  const [card] = [await aGesture(boss, to), await aGesture(boss, to, { kind: 'flowers' })]
  await changeGestures(boss, [card], { step: 'approve' })
  const { rows, counts } = await list(boss)
  expect(rows.map((row) => row.kind)).toEqual(['flowers'])
  expect(counts).toEqual({
    state: { requested: 1, approved: 1, sent: 0, refused: 0 },
    kind: { any: 1, card: 0, flowers: 1 },
    total: 1,
  })
  expect((await list(boss, 'state=approved&kind=card')).rows).toHaveLength(1)
  expect(await inScope(boss, (tx) => readGesturesToDo(tx, boss))).toEqual({ requested: 1, approved: 1 })
  const shown = await asSuperuser<{ details: { tenants: string[] } }>(
    `SELECT details FROM audit_event WHERE action = 'gesture:listed' AND corporation_id = $1`,
    [boss.corporationId],
  )
  expect(shown.map((row) => row.details.tenants)).toEqual([[to], [to]])
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { addAgency, changeAgency, listAgencies, stepAgency } from '#app/referrals/agencies.server.ts'
import { changeReferrals } from '#app/referrals/change-referrals.server.ts'
import { referralList } from '#app/referrals/filter.ts'
import { findReferral, listReferrals } from '#app/referrals/referrals.server.ts'
import { referralSchema } from '#app/referrals/schema.ts'
import { readOwnReferrals } from '#app/referrals/today-card.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { anAgency, aReferral, today } from './a-referral.ts'

let coordinator: Actor
let caller: Actor
let other: Actor
let stranger: Actor
let tenantId: string

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Youssef Amrani' })
  other = await anActor(corporation, { role: 'caller', name: 'Ans' })
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  tenantId = (await aTenant(coordinator)).id
})

/** As from a list, where nobody is asked what was passed on. */
const sending = { step: 'send', sentHow: null, passedOn: null } as const
const find = (actor: Actor, id: string) => inScope(actor, (tx) => findReferral(tx, actor, { id, today }))
const list = (actor: Actor, query = '', on = today) =>
  inScope(actor, (tx) =>
    listReferrals(tx, actor, {
      filter: referralList.read(new URLSearchParams(query), actor.role === 'coordinator' ? {} : { who: 'mine' }),
      today: on,
    }),
  )
const due = (actor: Actor, on: string) => inScope(actor, (tx) => readOwnReferrals(tx, actor, on))
const actionsOn = async (id: string) =>
  (await asSuperuser<{ action: string }>('SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at', [id])).map(
    (row) => row.action,
  )

describe('a referral', () => {
  test('needs the tenant’s consent, on the form and in the operation', async () => {
    const form = { agencyId: uuidV7(), question: 'Hulp', ownerId: uuidV7() }
    expect(referralSchema.safeParse(form).success).toBe(false)
    expect(referralSchema.safeParse({ ...form, consent: 'on' }).success).toBe(true)
    await expect(aReferral(caller, tenantId, { consent: false as unknown as true })).rejects.toThrow('consent')
  })

  test('has the numbers of the tenant to tell, and none of somebody who may not be rung', async () => {
    const to = async (about: string) => (await find(caller, await aReferral(caller, about)))?.numbers
    expect((await to(tenantId))?.map(({ text }) => text)).toEqual(['06 12 34 56 78', '0162 412 233'])
    for (const facts of [{ objectedAt: new Date() }, { isDeceased: true }])
      expect(await to((await aTenant(coordinator, facts)).id)).toEqual([])
  })

  test('goes its whole way, each step once and each in the audit log', async () => {
    const id = await aReferral(caller, tenantId)
    const selection = { ids: [id], today }
    expect(await changeReferrals(caller, selection, sending)).toEqual({ ok: true, changed: [id] })
    expect(await changeReferrals(caller, selection, sending)).toEqual({ ok: false, reason: 'already-changed' })
    expect(await changeReferrals(caller, selection, { step: 'accept' })).toEqual({ ok: true, changed: [id] })
    expect(await changeReferrals(caller, selection, { step: 'tell', told: '' })).toEqual({ ok: true, changed: [id] })
    expect(await changeReferrals(caller, selection, { step: 'end', ending: 'helped' })).toEqual({
      ok: true,
      changed: [id],
    })
    const found = await find(caller, id)
    expect(found).toMatchObject({
      state: 'ended',
      ending: 'helped',
      question: 'Hulp bij de administratie',
      promisedBy: 'Youssef Amrani',
    })
    expect([found?.sentAt, found?.acceptedAt, found?.endedAt, found?.tenantToldAt]).not.toContain(null)
    expect(await actionsOn(id)).toEqual(
      ['proposed', 'send', 'accept', 'tell', 'end', 'viewed'].map((step) => `referral:${step}`),
    )
  })

  test('that was never sent can only end because it is not wanted', async () => {
    const id = await aReferral(caller, tenantId)
    expect(await changeReferrals(caller, { ids: [id], today }, { step: 'end', ending: 'helped' })).toEqual({
      ok: false,
      reason: 'never-sent',
    })
    expect(await changeReferrals(caller, { ids: [id], today }, { step: 'end', ending: 'refused' })).toEqual({
      ok: true,
      changed: [id],
    })
  })

  test('goes back a step, and forgets the day of the step it takes back', async () => {
    const id = await aReferral(caller, tenantId)
    const selection = { ids: [id], today }
    await changeReferrals(caller, selection, sending)
    await changeReferrals(caller, selection, { step: 'accept' })
    await changeReferrals(caller, selection, { step: 'end', ending: 'no-answer' })
    await changeReferrals(caller, selection, { step: 'undo' })
    expect(await find(caller, id)).toMatchObject({ state: 'accepted', ending: null, endedAt: null })
    await changeReferrals(caller, selection, { step: 'undo' })
    expect(await find(caller, id)).toMatchObject({ state: 'sent', acceptedAt: null })
    await changeReferrals(caller, selection, { step: 'undo' })
    expect(await find(caller, id)).toMatchObject({ state: 'proposed', sentAt: null })
    expect(await changeReferrals(caller, selection, { step: 'undo' })).toEqual({ ok: false, reason: 'already-changed' })
  })

  test('is there for who keeps it and who promised it, for coordinators, and for nobody else', async () => {
    const id = await aReferral(caller, tenantId, { ownerId: coordinator.accountId })
    expect(await find(caller, id)).not.toBeNull()
    expect(await find(coordinator, id)).not.toBeNull()
    expect(await find(other, id)).toBeNull()
    expect(await find(stranger, id)).toBeNull()
    expect(await changeReferrals(other, { ids: [id], today }, sending)).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await changeReferrals(stranger, { ids: [id], today }, sending)).toEqual({
      ok: false,
      reason: 'not-found',
    })
  })
})

describe('reminders', () => {
  test('come after a week, and a week after asking', async () => {
    const owner = await anActor(
      { id: caller.corporationId, slug: '', name: '', timeZone: caller.timeZone },
      { role: 'caller', name: 'Bea' },
    )
    const id = await aReferral(owner, tenantId)
    expect(await due(owner, '2026-11-24')).toEqual({ ask: 0, tell: 0 })
    expect(await due(owner, '2026-11-25')).toEqual({ ask: 1, tell: 0 })
    await changeReferrals(owner, { ids: [id], today: '2026-11-25' }, { step: 'ask-later' })
    expect(await due(owner, '2026-12-01')).toEqual({ ask: 0, tell: 0 })
    expect(await due(owner, '2026-12-02')).toEqual({ ask: 1, tell: 0 })
  })

  test('ask whoever promised it to tell the tenant, also when help does not come after all', async () => {
    const promiser = await anActor(
      { id: caller.corporationId, slug: '', name: '', timeZone: caller.timeZone },
      { role: 'caller', name: 'Cor' },
    )
    const id = await aReferral(promiser, tenantId, { ownerId: coordinator.accountId })
    const selection = { ids: [id], today }
    await changeReferrals(coordinator, selection, sending)
    expect((await due(promiser, today)).tell).toBe(0)
    await changeReferrals(coordinator, selection, { step: 'accept' })
    expect((await due(promiser, today)).tell).toBe(1)
    await changeReferrals(promiser, selection, { step: 'tell', told: '' })
    expect((await due(promiser, today)).tell).toBe(0)
    await changeReferrals(coordinator, selection, { step: 'end', ending: 'no-answer' })
    expect((await due(promiser, today)).tell).toBe(1)
    expect((await list(promiser, 'attention=tell')).rows.map((row) => row.id)).toEqual([id])
  })
})

test('the list has its counts beside each filter, holds what they say, and says who was shown', async () => {
  const boss = await anActor(await aCorporation({ name: 'De Berk' }))
  const to = (await aTenant(boss)).id
  const [first, second, third] = [await aReferral(boss, to), await aReferral(boss, to), await aReferral(boss, to)]
  await changeReferrals(boss, { ids: [second], today }, sending)
  await changeReferrals(boss, { ids: [third], today }, { step: 'end', ending: 'refused' })
  const { rows, counts } = await list(boss)
  expect(counts).toEqual({
    who: { mine: 2, everyone: 2 },
    state: { running: 2, proposed: 1, sent: 1, accepted: 0, ended: 1 },
    attention: { any: 2, ask: 0, tell: 1 },
    total: 2,
  })
  expect(rows.map((row) => row.id).sort()).toEqual([first, second].sort())
  for (const state of ['proposed', 'sent', 'accepted', 'ended'] as const)
    expect((await list(boss, `state=${state}`)).rows).toHaveLength(counts.state[state])
  expect((await list(boss, 'attention=ask', '2026-12-01')).rows).toHaveLength(2)
  const shown = await asSuperuser(`SELECT FROM audit_event WHERE action = 'referral:listed' AND corporation_id = $1`, [
    boss.corporationId,
  ])
  expect(shown).toHaveLength(5)
})

describe('the agencies', () => {
  const input = {
    name: 'Schuldhulp Oosterhout',
    helpsWith: 'Schulden',
    municipality: '',
    openingHours: '',
    phone: null,
    email: null,
  }

  test('are added once, however often the button is pressed', async () => {
    const key = uuidV7()
    const answers = await Promise.all([addAgency(coordinator, key, input), addAgency(coordinator, key, input)])
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.ok).toBe(true)
    expect(await addAgency(coordinator, uuidV7(), input)).toEqual({ ok: false, reason: 'name-taken' })
  })

  test('keep their names apart when one is changed', async () => {
    const id = await anAgency(coordinator)
    expect(await changeAgency(coordinator, id, input)).toEqual({ ok: false, reason: 'name-taken' })
    expect(await changeAgency(coordinator, id, { ...input, name: 'Nieuwe naam' })).toEqual({ ok: true, id })
    expect(await changeAgency(stranger, id, { ...input, name: 'Gekaapt' })).toEqual({ ok: false, reason: 'not-found' })
  })

  test('that are no longer used cannot be chosen, until they are used again', async () => {
    const id = await anAgency(coordinator)
    const names = async () => (await inScope(caller, (tx) => listAgencies(tx, caller))).map((agency) => agency.id)
    await stepAgency(coordinator, id, 'end')
    expect(await names()).not.toContain(id)
    await stepAgency(coordinator, id, 'resume')
    expect(await names()).toContain(id)
    expect(await actionsOn(id)).toEqual(['agency:added', 'agency:ended', 'agency:resumed'])
  })
})

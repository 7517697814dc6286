import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScope, inScopeSql } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { changeFollowUps } from '#app/follow-ups/change-follow-ups.server.ts'
import { createFollowUp } from '#app/follow-ups/create-follow-ups.server.ts'
import { followUpList } from '#app/follow-ups/filter.ts'
import { findFollowUp, listFollowUps } from '#app/follow-ups/follow-ups.server.ts'
import { readLatePromises, readOwnPromises } from '#app/follow-ups/today-card.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { aFollowUp } from './a-follow-up.ts'

const today = '2026-11-18'
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

const list = (actor: Actor, query = '') => {
  const filter = followUpList.read(new URLSearchParams(query), actor.role === 'coordinator' ? {} : { who: 'mine' })
  return inScope(actor, (tx) => listFollowUps(tx, actor, { filter, today }))
}
const find = (actor: Actor, id: string) => inScope(actor, (tx) => findFollowUp(tx, actor, { id, today }))
const actionsOn = async (id: string) =>
  (await asSuperuser<{ action: string }>('SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY at', [id])).map(
    (row) => row.action,
  )

describe('a promise that was written down', () => {
  test('is read back in its own words, with who it was made to and the numbers to ring', async () => {
    const id = await aFollowUp(caller, tenantId, { dueTime: '10:30' })
    const found = await find(caller, id)
    expect(found).toMatchObject({
      promise: 'Bellen over de cv-ketel',
      lastName: 'Kuipers',
      street: 'Molenweg',
      dueOn: today,
      dueTime: '10:30',
      ownerName: 'Youssef Amrani',
      promisedBy: 'Youssef Amrani',
    })
    expect(found?.numbers.map((number) => number.e164).sort()).toEqual(['+31162412233', '+31612345678'])
    expect(found?.numbers.map((number) => number.text).sort()).toEqual(['0162 412 233', '06 12 34 56 78'])
  })

  test('is sealed in the table', async () => {
    const id = await aFollowUp(caller, tenantId, { promise: 'Geheime belofte' })
    const [row] = await asSuperuser<{ promise_sealed: Buffer }>('SELECT promise_sealed FROM follow_up WHERE id = $1', [
      id,
    ])
    expect(row?.promise_sealed.includes('Geheime')).toBe(false)
  })

  test('can be written over a bare connection too', async () => {
    const input = { tenantId, kind: 'visit', promise: 'Langskomen', ownerId: caller.accountId, dueOn: today } as const
    const id = await inScopeSql(caller, async (tx) =>
      createFollowUp(tx, caller, { sealer: await sealerFor(tx, caller.corporationId), input }),
    )
    expect(await find(caller, id)).toMatchObject({ promise: 'Langskomen', kind: 'visit' })
  })

  test('for a colleague who has left stays with whoever promised it', async () => {
    const gone = await anActor(
      { id: caller.corporationId, slug: '', name: '', timeZone: 'Europe/Amsterdam' },
      { name: 'Weg' },
    )
    await asSuperuser('UPDATE membership SET ended_at = now() WHERE account_id = $1', [gone.accountId])
    const id = await aFollowUp(caller, tenantId, { ownerId: gone.accountId })
    expect((await find(caller, id))?.ownerId).toBe(caller.accountId)
  })

  test('shows no number that was struck off, nor any of somebody who objected or of an estate', async () => {
    const struck = await aTenant(coordinator)
    await asSuperuser(
      `INSERT INTO number_strike (corporation_id, tenant_id, number, reason, account_id) VALUES ($1, $2, '+31162412233', 'wrong-number', $3)`,
      [coordinator.corporationId, struck.id, caller.accountId],
    )
    const id = await aFollowUp(caller, struck.id)
    expect((await find(caller, id))?.numbers.map((number) => number.e164)).toEqual(['+31612345678'])
    await asSuperuser('UPDATE tenant SET objected_at = now() WHERE id = $1', [struck.id])
    expect((await find(caller, id))?.numbers).toEqual([])
    await asSuperuser('UPDATE tenant SET objected_at = NULL, is_estate = true WHERE id = $1', [struck.id])
    expect((await find(caller, id))?.numbers).toEqual([])
  })
})

describe('closing', () => {
  test('is done once; a second time says it was done already', async () => {
    const id = await aFollowUp(caller, tenantId)
    expect(await changeFollowUps(caller, [id], { step: 'complete', result: 'Ketel is nagekeken' })).toEqual({
      ok: true,
      changed: [id],
    })
    expect(await changeFollowUps(caller, [id], { step: 'complete', result: '' })).toEqual({
      ok: false,
      reason: 'already-changed',
    })
    expect(await find(caller, id)).toMatchObject({
      state: 'done',
      closedBy: 'Youssef Amrani',
      result: 'Ketel is nagekeken',
    })
    expect(await actionsOn(id)).toEqual(['follow-up:created', 'follow-up:complete', 'follow-up:viewed'])
  })

  test('a result is of one promise: with several it is left out', async () => {
    const ids = [await aFollowUp(caller, tenantId), await aFollowUp(caller, tenantId)]
    const change = { step: 'complete', result: 'Van wie is dit?' } as const
    expect(await changeFollowUps(caller, ids, change)).toMatchObject({ ok: true })
    const kept = await asSuperuser('SELECT FROM follow_up WHERE id = ANY($1) AND result_sealed IS NOT NULL', [ids])
    expect(kept).toEqual([])
  })

  test('several at once takes those that are open and names them', async () => {
    const [first, second] = [await aFollowUp(caller, tenantId), await aFollowUp(caller, tenantId)]
    await changeFollowUps(caller, [second], { step: 'cancel' })
    expect(await changeFollowUps(caller, [first, second], { step: 'complete', result: '' })).toEqual({
      ok: true,
      changed: [first],
    })
    expect((await find(caller, second))?.state).toBe('cancelled')
  })

  test('of a dozen clicks at the same moment exactly one counts', async () => {
    const id = await aFollowUp(caller, tenantId)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => changeFollowUps(caller, [id], { step: 'complete', result: '' })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await actionsOn(id)).toEqual(['follow-up:created', 'follow-up:complete'])
  })

  test('can be undone', async () => {
    const id = await aFollowUp(caller, tenantId)
    await changeFollowUps(caller, [id], { step: 'complete', result: '' })
    expect(await changeFollowUps(caller, [id], { step: 'reopen' })).toEqual({ ok: true, changed: [id] })
    expect(await find(caller, id)).toMatchObject({ state: 'open', closedAt: null, closedBy: null })
  })

  test('another caller’s promise is not there, for a coordinator it is', async () => {
    const id = await aFollowUp(coordinator, tenantId)
    expect(await changeFollowUps(caller, [id], { step: 'complete', result: '' })).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await find(caller, id)).toBeNull()
    const callers = await aFollowUp(caller, tenantId)
    expect(await changeFollowUps(coordinator, [callers], { step: 'complete', result: '' })).toEqual({
      ok: true,
      changed: [callers],
    })
  })

  test('a promise of another corporation is not there', async () => {
    const id = await aFollowUp(caller, tenantId)
    expect(await changeFollowUps(stranger, [id], { step: 'complete', result: '' })).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await find(stranger, id)).toBeNull()
  })
})

describe('moving and handing over', () => {
  test('a promise gets another day and time', async () => {
    const id = await aFollowUp(caller, tenantId, { dueTime: '09:00' })
    await changeFollowUps(caller, [id], { step: 'move', dueOn: '2026-12-01', dueTime: null })
    expect(await find(caller, id)).toMatchObject({ dueOn: '2026-12-01', dueTime: null })
  })

  test('goes to a colleague, by a coordinator only', async () => {
    const id = await aFollowUp(coordinator, tenantId)
    expect(await changeFollowUps(caller, [id], { step: 'reassign', ownerId: caller.accountId })).toEqual({
      ok: false,
      reason: 'not-yours',
    })
    expect(await changeFollowUps(coordinator, [id], { step: 'reassign', ownerId: stranger.accountId })).toEqual({
      ok: false,
      reason: 'not-a-colleague',
    })
    expect(await changeFollowUps(coordinator, [id], { step: 'reassign', ownerId: caller.accountId })).toEqual({
      ok: true,
      changed: [id],
    })
    expect((await find(caller, id))?.ownerName).toBe('Youssef Amrani')
  })
})

describe('the list', () => {
  let counted: Actor
  beforeAll(async () => {
    const corporation = await aCorporation({ name: 'De Berk' })
    const boss = await anActor(corporation)
    counted = await anActor(corporation, { role: 'caller', name: 'Ans' })
    const to = (await aTenant(boss)).id
    await aFollowUp(counted, to, { dueOn: '2026-11-15', kind: 'visit' })
    await aFollowUp(counted, to, { dueOn: today, dueTime: '14:00' })
    await aFollowUp(counted, to, { dueOn: today, dueTime: '09:15' })
    await aFollowUp(counted, to, { dueOn: '2026-11-20' })
    await aFollowUp(counted, to, { dueOn: '2026-12-20' })
    await changeFollowUps(counted, [await aFollowUp(counted, to)], { step: 'complete', result: '' })
    await aFollowUp(boss, to, { dueOn: '2026-11-01' })
  })

  test('has its counts beside each filter, and holds what they say', async () => {
    const { rows, counts } = await list(counted)
    expect(counts).toEqual({
      who: { mine: 5, everyone: 5 },
      state: { open: 5, done: 1, cancelled: 0 },
      due: { any: 5, late: 1, today: 2, 'this-week': 1, later: 1 },
      kind: { any: 5, 'call-back': 4, visit: 1, 'repair-report': 0, other: 0 },
      total: 5,
    })
    expect(rows.map((row) => [row.dueOn, row.dueTime])).toEqual([
      ['2026-11-15', null],
      ['2026-11-18', '09:15'],
      ['2026-11-18', '14:00'],
      ['2026-11-20', null],
      ['2026-12-20', null],
    ])
    for (const due of ['late', 'today', 'this-week', 'later'] as const)
      expect((await list(counted, `due=${due}`)).rows).toHaveLength(counts.due[due])
    expect((await list(counted, 'due=today')).counts).toMatchObject({
      total: 2,
      kind: { any: 2, visit: 0 },
      state: { done: 1 },
    })
  })

  test('of a caller never holds those of another, whatever the address asks', async () => {
    expect((await list(counted, 'who=everyone')).rows).toHaveLength(5)
  })

  test('leaves one audit row that names the tenants shown', async () => {
    const before = await asSuperuser(`SELECT FROM audit_event WHERE action = 'follow-up:listed'`)
    const { rows } = await list(counted)
    const after = await asSuperuser<{ details: { count: number; tenants: string[] } }>(
      `SELECT details FROM audit_event WHERE action = 'follow-up:listed' ORDER BY at`,
    )
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)?.details).toEqual({ count: 5, tenants: rows.map((row) => row.tenantId) })
  })

  test('and the home page agree', async () => {
    expect(await inScope(counted, (tx) => readOwnPromises(tx, counted, today))).toEqual({ late: 1, today: 2 })
    expect(await inScope(counted, (tx) => readLatePromises(tx, counted, today))).toEqual({ late: 2 })
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { loader as detail } from '#app/follow-ups/pages/follow-up.tsx'
import { loader as list } from '#app/follow-ups/pages/follow-ups.tsx'
import { action as step } from '#app/follow-ups/pages/step.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { actionAt, answerOf, posted, refusalIn, signedIn } from '#tests/support/signed-in.ts'
import { aFollowUp } from './a-follow-up.ts'

const cancel = actionAt(step, '/follow-ups/cancellation')
const complete = actionAt(step, '/follow-ups/completion')
const move = actionAt(step, '/follow-ups/due-date')
const hand = actionAt(step, '/follow-ups/owner')
const reopen = actionAt(step, '/follow-ups/reopening')

let coordinator: Actor
let caller: Actor
let reader: Actor
let stranger: Actor
let tenantId: string

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Youssef Amrani' })
  reader = await anActor(corporation, { role: 'reader', name: 'Lezer' })
  stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  tenantId = (await aTenant(coordinator)).id
})

const load = async (actor: Actor, path: string, params = {}) => {
  const request = await signedIn(actor, path)
  const loader = 'followUpId' in params ? detail : list
  return answerOf(() => (loader as Route)({ request, params, context: {} }))
}
type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const post = async (
  actor: Actor,
  action: unknown,
  fields: Record<string, string | string[]>,
  headers?: Record<string, string>,
) => {
  const request = await posted(actor, '/follow-ups/x', fields)
  for (const [name, value] of Object.entries(headers ?? {})) request.headers.set(name, value)
  return answerOf(() => (action as Route)({ request, params: {}, context: {} }))
}
const stateOf = async (id: string) =>
  (await asSuperuser<{ state: string }>('SELECT state FROM follow_up WHERE id = $1', [id]))[0]?.state

describe('the list of follow-ups', () => {
  test('opens for a caller with their own and no colleagues to hand over to', async () => {
    const [own] = [await aFollowUp(caller, tenantId), await aFollowUp(coordinator, tenantId)]
    expect(await load(caller, '/follow-ups')).toMatchObject({
      seesAll: false,
      colleagues: [],
      groups: [{ rows: [{ id: own }] }],
    })
  })

  test('is closed for who only reads reports', async () => {
    expect(await load(reader, '/follow-ups')).toHaveProperty('status', 403)
  })

  test('bears any nonsense in its address', async () => {
    expect(await load(coordinator, '/follow-ups?state=x&due=1&page=-3&who=')).toMatchObject({
      filter: { state: 'open', due: 'any', page: 1, who: 'everyone' },
    })
  })
})

describe('one follow-up', () => {
  test('is not there for another corporation, another caller, or a made-up address', async () => {
    const id = await aFollowUp(coordinator, tenantId)
    expect(await load(coordinator, '/follow-ups/x', { followUpId: id })).toMatchObject({ followUp: { id } })
    expect(await load(stranger, '/follow-ups/x', { followUpId: id })).toHaveProperty('status', 404)
    expect(await load(caller, '/follow-ups/x', { followUpId: id })).toHaveProperty('status', 404)
    expect(await load(coordinator, '/follow-ups/x', { followUpId: 'x' })).toHaveProperty('status', 404)
  })
})

describe('a form of the list', () => {
  test('speaks of the button in the row, whatever else is ticked', async () => {
    const [ticked, pressed] = [await aFollowUp(caller, tenantId), await aFollowUp(caller, tenantId)]
    const answer = await post(caller, complete, { 'id[]': [ticked], only: pressed })
    expect(answer).toEqual({ ok: true, changed: [pressed], step: 'complete', undoAt: '/follow-ups/reopening' })
    expect([await stateOf(ticked), await stateOf(pressed)]).toEqual(['open', 'done'])
  })

  test('does all that are ticked at once, and undoes them', async () => {
    const ids = [await aFollowUp(caller, tenantId), await aFollowUp(caller, tenantId)]
    expect(await post(caller, cancel, { 'id[]': ids })).toMatchObject({ ok: true, step: 'cancel' })
    expect(await post(caller, reopen, { 'id[]': ids })).toMatchObject({ ok: true, step: 'reopen' })
    expect(await stateOf(ids[0] ?? '')).toBe('open')
  })

  test('asks to tick something first', async () => {
    expect(await refusalIn(await post(caller, complete, {}))).toEqual({
      status: 409,
      refusal: { ok: false, reason: 'choose-one' },
    })
  })

  test('refuses a day that has passed', async () => {
    const id = await aFollowUp(caller, tenantId)
    const past = { only: id, dueOn: '2020-01-01', dueTime: '' }
    expect(await refusalIn(await post(caller, move, past))).toMatchObject({ refusal: { reason: 'date-past' } })
    expect(await post(caller, move, { only: id, dueOn: '2099-01-01', dueTime: '09:30' })).toMatchObject({ ok: true })
  })

  test('brings a browser without script back to where it was, and says what was wrong', async () => {
    const id = await aFollowUp(caller, tenantId)
    const navigate = { 'Sec-Fetch-Mode': 'navigate' }
    const done = (await post(caller, complete, { only: id, back: '/follow-ups?due=late' }, navigate)) as Response
    expect([done.status, done.headers.get('Location')]).toEqual([302, '/follow-ups?due=late'])
    const again = (await post(caller, complete, { only: id, back: '//elsewhere.example' }, navigate)) as Response
    expect(again.headers.get('Location')).toBe('/follow-ups?refused=already-changed')
  })

  test('of another corporation or for the wrong role is refused', async () => {
    const id = await aFollowUp(caller, tenantId)
    for (const action of [complete, cancel, reopen, move, hand]) {
      const fields = { only: id, dueOn: '2099-01-01', ownerId: stranger.accountId }
      const answer = await post(stranger, action, fields)
      expect(answer).toHaveProperty('status', 404)
      expect(await post(reader, action, fields)).toHaveProperty('status', 403)
    }
    expect(await post(caller, hand, { only: id, ownerId: coordinator.accountId })).toHaveProperty('status', 403)
    expect(await stateOf(id)).toBe('open')
  })
})

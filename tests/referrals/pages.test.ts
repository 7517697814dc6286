import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { action as addAgency, loader as agencies } from '#app/referrals/pages/agencies.tsx'
import { loader as agency, action as changeAgency } from '#app/referrals/pages/agency.tsx'
import { action as agencyStep } from '#app/referrals/pages/agency-step.tsx'
import { loader as detail } from '#app/referrals/pages/referral.tsx'
import { loader as list } from '#app/referrals/pages/referrals.tsx'
import { action as step } from '#app/referrals/pages/step.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { actionAt, answerOf, posted, refusalIn, signedIn } from '#tests/support/signed-in.ts'
import { anAgency, aReferral } from './a-referral.ts'

const accept = actionAt(step, '/referrals/acceptance')
const end = actionAt(step, '/referrals/ending')
const tell = actionAt(step, '/referrals/notice')
const remind = actionAt(step, '/referrals/reminder')
const undo = actionAt(step, '/referrals/reversal')
const send = actionAt(step, '/referrals/sending')
const closeAgency = actionAt(agencyStep, '/agencies/x/closure')
const reopenAgency = actionAt(agencyStep, '/agencies/x/reopening')

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

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const load = async (actor: Actor, loader: unknown, params = {}) => {
  const request = await signedIn(actor, '/referrals/x')
  return answerOf(() => (loader as Route)({ request, params, context: {} }))
}
const post = async (actor: Actor, action: unknown, fields: Record<string, string | string[]>, params = {}) => {
  const request = await posted(actor, '/referrals/x', fields)
  return answerOf(() => (action as Route)({ request, params, context: {} }))
}
const stateOf = async (id: string) =>
  (await asSuperuser<{ state: string }>('SELECT state FROM referral WHERE id = $1', [id]))[0]?.state

describe('referrals on screen', () => {
  test('are open to callers and coordinators, each their own part, and to nobody else', async () => {
    const [own, others] = [await aReferral(caller, tenantId), await aReferral(coordinator, tenantId)]
    expect(await load(caller, list)).toMatchObject({ seesAll: false, rows: [{ id: own }] })
    expect(await load(coordinator, list)).toMatchObject({ seesAll: true })
    expect(await load(reader, list)).toHaveProperty('status', 403)
    expect(await load(caller, detail, { referralId: others })).toHaveProperty('status', 404)
    expect(await load(stranger, detail, { referralId: own })).toHaveProperty('status', 404)
    expect(await load(caller, detail, { referralId: 'x' })).toHaveProperty('status', 404)
  })

  test('take their steps by forms', async () => {
    const id = await aReferral(caller, tenantId)
    const undoAt = '/referrals/reversal'
    for (const [action, answer] of [
      [send, { step: 'send', undoAt }],
      [accept, { step: 'accept', undoAt }],
      [tell, { step: 'tell' }],
      [remind, { step: 'ask-later' }],
      [undo, { step: 'undo' }],
    ] as const)
      expect(await post(caller, action, { only: id })).toEqual({ ok: true, changed: [id], ...answer })
    expect(await refusalIn(await post(caller, end, { only: id }))).toMatchObject({
      refusal: { reason: 'required', field: 'ending' },
    })
    expect(await post(caller, end, { only: id, ending: 'helped' })).toMatchObject({ ok: true, step: 'end' })
    const vanished = await post(caller, end, { only: id, ending: 'vanished' })
    expect(await refusalIn(vanished)).toMatchObject({ status: 409, refusal: { reason: 'required' } })
  })

  test('of another corporation or for the wrong role stay as they are', async () => {
    const id = await aReferral(caller, tenantId)
    for (const action of [send, accept, tell, remind, undo, end]) {
      expect(await post(stranger, action, { only: id, ending: 'refused' })).toHaveProperty('status', 404)
      expect(await post(reader, action, { only: id, ending: 'refused' })).toHaveProperty('status', 403)
    }
    expect(await stateOf(id)).toBe('proposed')
  })
})

describe('the agencies on screen', () => {
  const fields = { name: 'Buurtzorg', helpsWith: '', phone: '', email: '' }

  test('are read by callers and kept by coordinators', async () => {
    expect(await load(caller, agencies)).toMatchObject({ canWrite: false })
    expect(await load(reader, agencies)).toHaveProperty('status', 403)
    expect(await post(caller, addAgency, { ...fields, key: uuidV7() })).toHaveProperty('status', 403)
    const added = (await post(coordinator, addAgency, { ...fields, key: uuidV7() })) as Response
    expect(added.headers.get('Location')).toMatch(/^\/agencies\?added=/)
    expect(await post(coordinator, addAgency, { ...fields, key: uuidV7() })).toMatchObject({
      data: { errors: { name: 'name-taken' } },
    })
    expect(await post(coordinator, addAgency, { ...fields, name: '', email: 'x', key: uuidV7() })).toMatchObject({
      data: { errors: { name: 'required', email: 'email' } },
    })
  })

  test('of another corporation are not there', async () => {
    const params = { agencyId: await anAgency(coordinator) }
    expect(await load(coordinator, agency, params)).toMatchObject({ agency: { helpsWith: 'Schulden' } })
    expect(await load(stranger, agency, params)).toHaveProperty('status', 404)
    for (const action of [changeAgency, closeAgency, reopenAgency]) {
      expect(await post(stranger, action, fields, params)).toHaveProperty('status', 404)
      expect(await post(caller, action, fields, params)).toHaveProperty('status', 403)
    }
  })
})

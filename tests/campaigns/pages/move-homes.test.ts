import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { action as addresses, loader } from '#app/campaigns/pages/addresses.tsx'
import { action as step } from '#app/campaigns/pages/target-step.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aCampaign, type Campaign } from '#tests/calls/a-campaign.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { actionAt, posted, refusalIn, signedIn } from '#tests/support/signed-in.ts'
import { call, load, post } from './routes.ts'

const [move, undo] = ['caller', 'caller-reversal'].map((path) => actionAt(step, `/campaigns/x/addresses/${path}`))

let campaign: Campaign
let params: { campaignId: string }
let back: string
beforeAll(async () => {
  await useDatabase()
  campaign = await aCampaign({ homes: 60, callers: 2 })
  params = { campaignId: campaign.campaignId }
  back = `/campaigns/${campaign.campaignId}/addresses`
})

type Listed = { rows: { id: string; callerName: string }[]; counts: Record<string, number> }
const listed = async (query = '') => (await load(campaign.coordinator, loader, params, query)) as Listed
const withFirst = () => listed(`?caller=${campaign.callers[0]!.accountId}`)
const fields = (to: Actor) => ({ back, callerId: to.accountId })

test('those that are ticked go to the colleague, and the answer brings the way back', async () => {
  const [first, second] = campaign.callers
  const ids = (await withFirst()).rows.slice(0, 3).map(({ id }) => id)
  const answer = await post(campaign.coordinator, move, params, { ...fields(second!), 'id[]': ids })
  expect(answer).toMatchObject({ ok: true, step: 'move', count: 3, undoAt: `${back}/caller-reversal` })
  expect((await withFirst()).counts.all).toBe(27)
  const { undoes } = answer as { undoes: { move: string } }
  expect(await post(campaign.coordinator, undo, params, undoes)).toMatchObject({ ok: true, step: 'moveBack', count: 3 })
  expect((await withFirst()).counts.all).toBe(30)
  expect(await refusalIn(await post(campaign.coordinator, undo, params, undoes))).toEqual({
    status: 409,
    refusal: { ok: false, reason: 'already-changed' },
  })
  expect(first!.accountId).not.toBe(second!.accountId)
})

test('all that the filter leaves go, on every page, also what a search leaves, and no call is cut', async () => {
  const [first, second] = campaign.callers
  await asSuperuser(`UPDATE target SET state = 'reached', finished_at = now() WHERE id = $1`, [
    (await withFirst()).rows[0]!.id,
  ])
  expect((await claimNext(first!, new Date())).ok).toBe(true)
  const all = (to: Actor, filter: string) =>
    post(campaign.coordinator, move, params, { ...fields(to), all: '1', filter })
  const answer = await all(second!, `?caller=${first!.accountId}`)
  expect(answer).toMatchObject({ ok: true, count: 28, leftOut: 1, reasons: { 'in-a-call': 1 } })
  expect(await all(first!, '?')).toMatchObject({ ok: true, count: 58, reasons: { 'in-a-call': 1 } })
  expect(await refusalIn(await all(second!, '?complex=elders'))).toMatchObject({
    refusal: { reason: 'already-changed' },
  })
  expect(await post(campaign.coordinator, move, params, { ...fields(second!), all: '1' })).toHaveProperty('status', 400)
  const request = await posted(campaign.coordinator, back, { q: '4901 AB' })
  const found = (await call(addresses, request, params)) as Response
  const search = new URL(found.headers.get('Location') ?? '', 'http://own').search
  const { counts } = await listed(search)
  expect(await all(second!, search)).toMatchObject({ ok: true, count: counts['to-do']! - 1 })
  expect(await refusalIn(await all(first!, '?search=madeup'))).toMatchObject({ refusal: { reason: 'already-changed' } })
})

test('a form that misses something is refused at its field, with script and without', async () => {
  const { rows } = await listed()
  const id = rows[0]!.id
  const to = campaign.callers[1]!
  for (const [form, refusal] of [
    [{ ...fields(to) }, { ok: false, reason: 'choose-one' }],
    [
      { back, 'id[]': [id], callerId: '' },
      { ok: false, reason: 'choose-caller', field: 'callerId' },
    ],
  ] as const)
    expect(await refusalIn(await post(campaign.coordinator, move, params, form as never))).toEqual({
      status: 409,
      refusal,
    })
  const headers = { 'Sec-Fetch-Mode': 'navigate', 'Content-Type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ back: `${back}?state=open`, 'id[]': id, callerId: '' }).toString()
  const request = await signedIn(campaign.coordinator, back, { method: 'POST', headers, body })
  const answer = (await call(move, request, params)) as Response
  expect(answer.headers.get('Location')).toBe(`${back}?state=open&refused=choose-caller`)
})

test('a promise with a name on it is asked about at its own field', async () => {
  const [{ id } = { id: '' }] = (await listed('?state=open')).rows.filter(({ callerName }) => callerName === 'Beller 2')
  await asSuperuser(
    "UPDATE target SET state = 'appointment', next_at = now() + interval '1 day', appointment_with = assigned_to WHERE id = $1 AND claimed_by IS NULL",
    [id],
  )
  const form = { ...fields(campaign.callers[0]!), 'id[]': [id] }
  expect(await refusalIn(await post(campaign.coordinator, move, params, form))).toMatchObject({
    refusal: { reason: 'ask-promises', field: 'promises' },
  })
  expect(await post(campaign.coordinator, move, params, { ...form, promises: 'goes-along' })).toMatchObject({
    count: 1,
  })
})

test('it is for coordinators of this corporation', async () => {
  const id = (await listed()).rows[0]!.id
  const form = { ...fields(campaign.callers[1]!), 'id[]': [id] }
  for (const role of ['administrator', 'caller', 'reader'] as const) {
    const actor = await anActor(campaign.corporation, { role, name: role })
    for (const action of [move, undo]) expect(await post(actor, action, params, form)).toHaveProperty('status', 403)
  }
  const stranger = await anActor(await aCorporation({ name: 'De Eik' }))
  for (const action of [move, undo]) expect(await post(stranger, action, params, form)).toHaveProperty('status', 404)
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { changeGestures } from '#app/gestures/change-gestures.server.ts'
import { loader as list } from '#app/gestures/pages/gestures.tsx'
import { loader as labels } from '#app/gestures/pages/labels.tsx'
import { action as labelsPdf } from '#app/gestures/pages/labels-pdf.tsx'
import { action as orderList } from '#app/gestures/pages/order-list.tsx'
import { action as step } from '#app/gestures/pages/step.tsx'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { actionAt, answerOf, posted, refusalIn, signedIn } from '#tests/support/signed-in.ts'
import { aCampaign, aGesture } from './a-gesture.ts'

const approve = actionAt(step, '/gestures/approval')
const refuse = actionAt(step, '/gestures/refusal')
const undo = actionAt(step, '/gestures/reversal')
const send = actionAt(step, '/gestures/sending')

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

type Route = (args: { request: Request; params: object; context: object }) => Promise<unknown>
const load = async (actor: Actor, loader: unknown, path: string) => {
  const request = await signedIn(actor, path)
  return answerOf(() => (loader as Route)({ request, params: {}, context: {} }))
}
const post = async (actor: Actor, action: unknown, fields: Record<string, string | string[]>) => {
  const request = await posted(actor, '/gestures/x', fields)
  return answerOf(() => (action as Route)({ request, params: {}, context: {} }))
}
const approved = async (overrides = {}, to = tenantId) => {
  const id = await aGesture(caller, to, overrides)
  await changeGestures(coordinator, [id], { step: 'approve' })
  return id
}

describe('who decides on gestures', () => {
  test('is the coordinator: a caller sees neither the list nor the paper', async () => {
    const id = await aGesture(caller, tenantId)
    for (const loader of [list, labels]) expect(await load(caller, loader, '/gestures')).toHaveProperty('status', 403)
    for (const action of [approve, refuse, send, undo, labelsPdf, orderList])
      expect(await post(caller, action, { only: id })).toHaveProperty('status', 403)
  })

  test('finds nothing of another corporation', async () => {
    const id = await aGesture(caller, tenantId)
    for (const action of [approve, refuse, send, undo])
      expect(await post(stranger, action, { 'id[]': [id] })).toHaveProperty('status', 404)
    expect(await load(stranger, list, '/gestures')).toMatchObject({ rows: [] })
  })

  test('is told when the budget is too small', async () => {
    const { id: campaignId, name } = await aCampaign(coordinator, 100)
    const id = await aGesture(caller, tenantId, { campaignId })
    expect(await refusalIn(await post(coordinator, approve, { only: id }))).toMatchObject({
      refusal: { ok: false, reason: 'budget-short', short: [{ campaignName: name, shortCents: 150 }] },
    })
  })
})

describe('the paper', () => {
  test('is previewed in the order of the round, with those who get none and why', async () => {
    const far = await aTenant(coordinator, { reportedMovedAt: new Date() })
    const [here, moved] = [await approved(), await approved({}, far.id)]
    const shown = (await load(coordinator, labels, '/gestures/labels?kind=card')) as {
      posted: { id: string }[]
      withheld: { row: { id: string }; obstacle: string }[]
    }
    expect(shown.posted.map((row) => row.id)).toContain(here)
    expect(shown.withheld.map(({ row, obstacle }) => [row.id, obstacle])).toContainEqual([moved, 'moved'])
  })

  test('comes as a PDF that nobody keeps, and printing is an audit row', async () => {
    const id = await approved()
    const answer = (await post(coordinator, labelsPdf, { 'id[]': [id], skip: '3' })) as Response
    expect(answer.headers.get('Content-Type')).toBe('application/pdf')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="etiketten-\d{4}-\d\d-\d\d\.pdf"$/)
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const rows = await asSuperuser<{ details: object }>(
      `SELECT details FROM audit_event WHERE action = 'gesture:labels-printed'`,
    )
    expect(rows.map((row) => row.details)).toEqual([{ count: 1, tenants: [tenantId] }])
  })

  test('comes as an order list in which nothing is a formula', async () => {
    const tricky = await aTenant(coordinator, { sex: null, initials: '=HYPERLINK("x")', lastName: 'Bakker' })
    const id = await approved({ kind: 'flowers', text: '+31 is geen formule;\n"echt"' }, tricky.id)
    const answer = (await post(coordinator, orderList, { 'id[]': [id] })) as Response
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = bytes.toString()
    expect(text).toContain('"\'=HYPERLINK(""x"") van der Bakker"')
    expect(text).toContain('"\'+31 is geen formule;\n""echt"""')
    expect(text).toContain(';25,00\r\n')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('for nobody, or of another corporation, brings back to the choice', async () => {
    const id = await approved()
    const tries: [Actor, Record<string, string[]>][] = [
      [coordinator, {}],
      [stranger, { 'id[]': [id] }],
    ]
    for (const [who, fields] of tries) {
      const answer = (await post(who, labelsPdf, fields)) as Response
      expect(answer.status).toBe(302)
      expect(answer.headers.get('Location')).toMatch(/refused=(choose-one|nothing-to-print)$/)
    }
  })

  test('leaves out what was not approved', async () => {
    const id = await aGesture(caller, tenantId)
    expect(await post(coordinator, labelsPdf, { 'id[]': [id] })).toHaveProperty('status', 302)
  })
})

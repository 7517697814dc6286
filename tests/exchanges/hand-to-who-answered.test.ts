import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setExtension } from '#app/accounts/desk-members.server.ts'
import { claimFrom } from '#app/contacts/claim-contact.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aDialledLine, anExchange } from '#prisma/builders/exchange.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

type Actor = Awaited<ReturnType<typeof aDeskActor>>
let server: Served
let linde: Corporation
let [anna, bram]: Actor[] = []
let exchange: { id: string; secret: string }
beforeAll(async () => {
  await useDatabase()
  server = await serve()
  linde = await aCorporation()
})
afterAll(() => server.close())
beforeEach(async () => {
  const desk = await aDesk([linde])
  anna = await withSet(await aDeskActor(desk, { corporations: [linde] }), '204')
  bram = await withSet(await aDeskActor(desk, { corporations: [linde] }), '205')
  exchange = await anExchange(desk)
  await aDialledLine(desk, exchange, [linde, '0850001122'])
})

async function withSet(actor: Actor, extension: string) {
  expect(await setExtension(actor, actor.accountId, extension)).toEqual({ ok: true })
  return actor
}

type Row = { id: string; state: string; claimed_by: string | null; owner_id: string | null; fence: number }

let count = 0
/** What an exchange tells of one call, each time with an id of its own unless it is said. */
function aCall() {
  const call = `call-${count++}`
  const tell = async (event: object, id = `msg_${count++}`) => {
    const [at, body] = [new Date(), JSON.stringify({ event: { call, ...event } })]
    const headers = {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(exchange.secret).sign(id, at, body),
    }
    const answer = await server.ask(`/exchanges/${exchange.id}/events`, { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
  }
  return {
    rings: () => tell({ type: 'ringing', from: `06123456${10 + (count % 90)}`, to: '0850001122' }),
    isAnsweredAt: (extension: string | undefined, id?: string) => tell({ type: 'answered', extension }, id),
    goesTo: (extension: string) => tell({ type: 'transferred', extension }),
    ends: () => tell({ type: 'ended' }),
    async contact() {
      const [row] = await asSuperuser<Row>(
        `SELECT g.id, g.state, g.claimed_by, g.owner_id, g.fence FROM desk_contact g JOIN exchange_call c ON c.contact_id = g.id WHERE c.call_id = $1`,
        [call],
      )
      if (!row) throw new Error('The call has no contact.')
      return row
    },
  }
}

test('whoever has the set that picked up has the call in hand, until they have written it up', async () => {
  const call = aCall()
  await call.rings()
  expect(await call.contact()).toMatchObject({ state: 'waiting', claimed_by: null })
  await call.isAnsweredAt('204')
  expect(await call.contact()).toMatchObject({
    state: 'talking',
    claimed_by: anna?.accountId,
    owner_id: anna?.accountId,
  })
  await call.ends()
  expect(await call.contact()).toMatchObject({ state: 'wrapping-up', claimed_by: anna?.accountId })
})

test('told in any order it is the same', async () => {
  const call = aCall()
  await call.isAnsweredAt('204')
  await call.rings()
  expect(await call.contact()).toMatchObject({ state: 'talking', claimed_by: anna?.accountId })
})

test('the exchange puts it through to a colleague: the call goes with it', async () => {
  const call = aCall()
  await call.rings()
  await call.isAnsweredAt('204')
  await call.goesTo('205')
  expect(await call.contact()).toMatchObject({ state: 'talking', claimed_by: bram?.accountId })
})

test('a set that nobody has, and one that the exchange does not name, give it to nobody: it stands in the queue', async () => {
  for (const extension of ['299', undefined]) {
    const call = aCall()
    await call.rings()
    await call.isAnsweredAt(extension)
    expect(await call.contact()).toMatchObject({ state: 'talking', claimed_by: null })
  }
})

test('word that comes twice or late takes nothing out of hands', async () => {
  const [first, second] = [aCall(), aCall()]
  await first.rings()
  await first.isAnsweredAt('204', 'msg_first')
  await first.ends()
  const { id, fence } = await first.contact()
  expect(await claimFrom(bram as Actor, { contactId: id, fence })).toMatchObject({ ok: true })
  await second.rings()
  await second.isAnsweredAt('204')
  await first.isAnsweredAt('204', 'msg_first')
  await first.isAnsweredAt('204', 'msg_first_again')
  await first.ends()
  expect(await first.contact()).toMatchObject({ claimed_by: bram?.accountId })
  expect(await second.contact()).toMatchObject({ claimed_by: anna?.accountId })
})

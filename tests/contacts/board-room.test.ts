import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { claimContact } from '#app/contacts/claim-contact.server.ts'
import { setPresence } from '#app/contacts/presence.server.ts'
import { startListening, stopListening } from '#app/core/live.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { signedIn } from '#tests/support/signed-in.ts'
import { until } from '#tests/support/until.ts'

let server: Served
let linde: Corporation
let operator: DeskActor & { accountId: string }
let lineId: string

beforeAll(async () => {
  await useDatabase()
  await startListening()
  server = await serve()
})
afterAll(async () => {
  await stopListening()
  await server.close()
})
beforeEach(async () => {
  linde = await aCorporation()
  operator = (await aDeskActor(await aDesk([linde]), { corporations: [linde] })) as typeof operator
  lineId = await aLine(linde.id)
})

type News = {
  name: string
  data: {
    rows?: { id: string; claimant: string | null; fence: number }[]
    gone?: string[]
    operators?: { name: string; presence: string }[]
  }
}

async function watching(actor: DeskActor) {
  const Cookie = (await signedIn(actor, '/queue/live')).headers.get('Cookie') ?? ''
  const answer: IncomingMessage = await server.open('/queue/live', { headers: { Cookie, 'Accept-Encoding': 'gzip' } })
  let text = ''
  answer.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const heard = (): News[] =>
    [...text.matchAll(/event: (\S+)\ndata: (.*)\n\n/g)].map(([, name = '', data = '']) => ({
      name,
      data: JSON.parse(data),
    }))
  return { answer, heard }
}

test('all there is at first, then each change, once, to every screen of the desk', async () => {
  const id = await aContact(operator, { corporationId: linde.id, lineId })
  const [one, other] = [await watching(operator), await watching(operator)]
  for (const { heard } of [one, other])
    await until('the snapshot', () =>
      heard().some(({ name, data }) => name === 'snapshot' && data.rows?.[0]?.id === id),
    )
  await claimContact(operator, id)
  for (const { heard } of [one, other])
    await until('the claim', () =>
      heard().some(({ name, data }) => name === 'rows' && data.rows?.[0]?.claimant === operator.name),
    )
  await setPresence(operator, 'free')
  await until('presence', () =>
    one.heard().some(({ name, data }) => name === 'operators' && data.operators?.[0]?.presence === 'in-call'),
  )
  one.answer.destroy()
  other.answer.destroy()
})

test('somebody of another desk, and a member, see nothing of it', async () => {
  const stranger = await aDeskActor(await aDesk([linde], { name: 'Andere meldkamer' }), { corporations: [linde] })
  const { answer, heard } = await watching(stranger)
  await aContact(operator, { corporationId: linde.id, lineId })
  await until('the snapshot', () => heard().some(({ name }) => name === 'snapshot'))
  expect(heard().flatMap(({ data }) => data.rows ?? [])).toEqual([])
  answer.destroy()
})

test('what is closed goes off the board', async () => {
  const id = await aContact(operator, { corporationId: linde.id, lineId })
  const { answer, heard } = await watching(operator)
  await until('the snapshot', () => heard().some(({ name }) => name === 'snapshot'))
  await asSuperuser("UPDATE desk_contact SET state = 'closed', closed_at = now() WHERE id = $1", [id])
  await asSuperuser(`SELECT pg_notify('rondbel_live', '{"deskId": ${operator.deskId}, "contacts": ["${id}"]}')`)
  await until('it is gone', () => heard().some(({ name, data }) => name === 'rows' && data.gone?.includes(id)))
  answer.destroy()
})

import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope, systemDeskScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import type { Desk } from '#app/desks/desks.server.ts'
import {
  changeExchange,
  changeSecret,
  endExchange,
  endFormerSecret,
  findExchange,
} from '#app/exchanges/exchanges.server.ts'
import { pathSecretOf } from '#app/exchanges/signatures.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { aDialledLine, anExchange } from '#prisma/builders/exchange.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { listenToLog } from '#tests/support/heard-log.ts'

let server: Served
let heard: ReturnType<typeof listenToLog>
let linde: Corporation
let desk: Desk
beforeAll(async () => {
  await useDatabase()
  heard = listenToLog()
  server = await serve()
  linde = await aCorporation()
})
afterAll(() => server.close())
beforeEach(async () => {
  await asSuperuser('DELETE FROM rate_limit')
  desk = await aDesk([linde])
})

let count = 0
const bodyOf = (callId: string) =>
  JSON.stringify({ event: { type: 'ringing', call: callId, from: '06-12345678', to: '0850001122' } })
const json = { 'Content-Type': 'application/json' }

/** As the library of Standard Webhooks signs it. */
function signed(secret: string, body: string, { id = `msg_${count++}`, at = new Date() } = {}) {
  return {
    ...json,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}
const post = (path: string, headers: Record<string, string>, body: string) =>
  server.ask(path, { method: 'POST', headers, body })
const callsOf = (callId: string) =>
  asSuperuser<Record<string, unknown>>('SELECT state, phone, corporation_id FROM exchange_call WHERE call_id = $1', [
    callId,
  ])
const noted = async (action: string) =>
  asSuperuser<Record<string, unknown>>(
    'SELECT subject_id, details FROM desk_event WHERE desk_id = $1 AND action = $2',
    [desk.id, action],
  )

test('what is signed is kept, once, and answered with 200 both times', async () => {
  const { id, secret } = await anExchange(desk)
  await aDialledLine(desk, { id }, [linde, '085-0001122'])
  const callId = `call-${count++}`
  const headers = signed(secret, bodyOf(callId))
  for (let times = 0; times < 2; times++) {
    const answer = await post(`/exchanges/${id}/events`, headers, bodyOf(callId))
    expect(answer).toMatchObject({ status: 200, text: '' })
    expect(answer.headers['cache-control']).toBe('no-store')
  }
  expect(await callsOf(callId)).toEqual([{ state: 'ringing', phone: '+31612345678', corporation_id: linde.id }])
  const scope = systemDeskScope(desk.id)
  expect((await inScope(scope, (tx) => findExchange(tx, scope, id)))?.lastHeardAt).toBeInstanceOf(Date)
})

test('what is not signed right is refused without a hint, written down without a word of it, and changes nothing', async () => {
  const { id, secret } = await anExchange(desk)
  const [callId, path] = [`call-${count++}`, `/exchanges/${id}/events`]
  const body = bodyOf(callId)
  const old = new Date(Date.now() - 6 * 60_000)
  const answers = [
    await post(path, json, body),
    await post(path, signed(`whsec_${Buffer.alloc(32).toString('base64')}`, body), body),
    await post(path, signed(secret, body), `${body} `),
    await post(path, signed(secret, body, { at: old }), body),
    await post(`${path}/${pathSecretOf(secret)}`, json, body),
    await post('/exchanges/00000000-0000-7000-8000-000000000000/events', signed(secret, body), body),
    await post('/exchanges/nothing/events', signed(secret, body), body),
  ]
  expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [401, '']))
  expect(await callsOf(callId)).toEqual([])
  expect(await noted('exchange:event-refused')).toEqual(Array(5).fill({ subject_id: id, details: {} }))
})

test('of many that are refused few are written down, and whoever is in the right is never slowed', async () => {
  const { id, secret } = await anExchange(desk)
  const statuses = new Set<number>()
  for (let times = 0; times < 330; times++)
    statuses.add((await post(`/exchanges/${id}/events`, json, bodyOf('x'))).status)
  expect([...statuses]).toEqual([401, 429])
  expect((await noted('exchange:event-refused')).length).toBeLessThanOrEqual(60)
  const body = bodyOf(`call-${count++}`)
  expect(await post(`/exchanges/${id}/events`, signed(secret, body), body)).toMatchObject({ status: 200 })
})

test('while the secret changes both hold, and the former no more when it was ended', async () => {
  const { id, secret: former } = await anExchange(desk)
  const scope = systemDeskScope(desk.id)
  const changed = await changeSecret(scope, id, '')
  const fresh = changed.ok ? (changed.secret ?? '') : ''
  expect(await changeSecret(scope, id, '')).toEqual({ ok: false, reason: 'former-still-holds' })
  const statusBy = async (secret: string) => {
    const body = bodyOf(`call-${count++}`)
    return (await post(`/exchanges/${id}/events`, signed(secret, body), body)).status
  }
  expect([await statusBy(former), await statusBy(fresh)]).toEqual([200, 200])
  expect(await endFormerSecret(scope, id)).toBe(true)
  expect(await endFormerSecret(scope, id)).toBe(false)
  expect([await statusBy(former), await statusBy(fresh)]).toEqual([401, 200])
  expect(await endExchange(scope, id)).toBe(true)
  expect(await statusBy(fresh)).toBe(401)
})

test('an exchange that cannot sign has a secret in its address, which stands in no log, and may come from one place alone', async () => {
  const { id, secret } = await anExchange(desk, { kind: 'voys' })
  const pathSecret = pathSecretOf(secret)
  const event = (callId: string) =>
    JSON.stringify({
      call_id: callId,
      timestamp: new Date().toISOString(),
      status: 'ringing',
      direction: 'inbound',
      caller: { number: 'anonymous' },
      destination: { number: '+31850001122' },
    })
  const callId = `call-${count++}`
  const path = `/exchanges/${id}/events`
  expect((await post(`${path}/${pathSecret}`, json, event(callId))).status).toBe(200)
  expect(await callsOf(callId)).toEqual([{ state: 'ringing', phone: null, corporation_id: null }])
  expect((await post(`${path}/${pathSecret}x`, json, event(callId))).status).toBe(401)
  expect((await post(path, json, event(callId))).status).toBe(401)
  const settings = { name: 'Voys', addresses: ['192.0.2.7'] }
  await changeExchange(systemDeskScope(desk.id), id, settings)
  expect((await post(`${path}/${pathSecret}`, json, event(callId))).status).toBe(401)
  await changeExchange(systemDeskScope(desk.id), id, { ...settings, addresses: ['127.0.0.1'] })
  expect((await post(`${path}/${pathSecret}`, json, event(callId))).status).toBe(200)
  const log = JSON.stringify(heard())
  expect(log).toContain('/exchanges/…')
  for (const secretThing of [pathSecret, secret, id, callId]) expect(log).not.toContain(secretThing)
})

test('Twilio and Telnyx prove themselves in their own way', async () => {
  const twilio = await anExchange(desk, { kind: 'twilio', key: '0123456789abcdef' })
  const fields = {
    CallSid: `CA${count++}`,
    CallStatus: 'ringing',
    Direction: 'inbound',
    From: '+31612345678',
    To: '+31850001122',
  }
  const url = `http://localhost:3000/exchanges/${twilio.id}/events`
  const text = Object.keys(fields)
    .toSorted()
    .reduce((all, name) => `${all}${name}${fields[name as 'From']}`, url)
  const form = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'X-Twilio-Signature': createHmac('sha1', twilio.secret).update(text).digest('base64'),
  }
  const body = new URLSearchParams(fields).toString()
  expect((await post(`/exchanges/${twilio.id}/events`, form, body)).status).toBe(200)
  expect((await post(`/exchanges/${twilio.id}/events`, form, body.replace('345678', '345679'))).status).toBe(401)
  expect(await callsOf(fields.CallSid)).toMatchObject([{ state: 'ringing', phone: '+31612345678' }])

  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const telnyx = await anExchange(desk, { kind: 'telnyx', key })
  const payload = {
    call_session_id: `session-${count++}`,
    direction: 'incoming',
    from: '+31612345678',
    to: '+31850001122',
  }
  const event = JSON.stringify({
    data: { id: 'e1', event_type: 'call.initiated', occurred_at: new Date().toISOString(), payload },
  })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers = {
    ...json,
    'telnyx-timestamp': timestamp,
    'telnyx-signature-ed25519': sign(null, Buffer.from(`${timestamp}|${event}`), privateKey).toString('base64'),
  }
  expect((await post(`/exchanges/${telnyx.id}/events`, headers, event)).status).toBe(200)
  expect((await post(`/exchanges/${telnyx.id}/events`, headers, `${event} `)).status).toBe(401)
})

test('what cannot be read, is too long, or is of another sort is refused as such', async () => {
  const { id, secret } = await anExchange(desk)
  const path = `/exchanges/${id}/events`
  expect((await post(path, signed(secret, 'no json'), 'no json')).status).toBe(422)
  expect(await noted('exchange:event-unreadable')).toHaveLength(1)
  const long = JSON.stringify({ event: 'x'.repeat(70_000) })
  expect((await post(path, signed(secret, long), long)).status).toBe(413)
  const body = bodyOf('x')
  expect((await post(path, { ...signed(secret, body), 'Content-Type': 'text/plain' }, body)).status).toBe(415)
  const packed = { ...signed(secret, body), 'Content-Encoding': 'gzip' }
  expect((await post(path, packed, body)).status).toBe(415)
})

test('what an exchange tells stands in the queue of the desk', async () => {
  const { id, secret } = await anExchange(desk)
  await aDialledLine(desk, { id }, [linde, '085-0001122'])
  const tell = async (event: object) => {
    const body = JSON.stringify({ event: { call: 'queued', ...event } })
    expect((await post(`/exchanges/${id}/events`, signed(secret, body), body)).status).toBe(200)
    return asSuperuser('SELECT state, phone, is_hidden, fell_away FROM desk_contact WHERE desk_id = $1', [desk.id])
  }
  expect(await tell({ type: 'ringing', from: '0612345678', to: '0850001122' })).toEqual([
    { state: 'waiting', phone: '+31612345678', is_hidden: false, fell_away: null },
  ])
  expect(await tell({ type: 'ended', reason: 'hung-up' })).toMatchObject([
    { state: 'call-back', fell_away: 'abandoned' },
  ])
  expect(await tell({ type: 'answered', extension: '204' })).toMatchObject([{ state: 'wrapping-up' }])
})

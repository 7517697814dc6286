import { once } from 'node:events'
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, test } from 'vitest'
import { startCourier } from '#app/exchanges/bridge/courier.ts'
import { hearKamailio } from '#app/exchanges/bridge/hear-kamailio.ts'
import { NotNetstrings, netstringReader } from '#app/exchanges/bridge/netstrings.ts'
import { until } from '#tests/support/until.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

describe('netstrings', () => {
  const written = (message: string) => Buffer.from(`${Buffer.byteLength(message)}:${message},`)

  test('however a stream is cut, its messages are whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 8 }),
        fc.array(fc.nat(200), { maxLength: 20 }),
        (messages, cuts) => {
          const stream = Buffer.concat(messages.map(written))
          const at = [0, ...cuts.filter((cut) => cut < stream.length).toSorted((a, b) => a - b), stream.length]
          const read = netstringReader()
          const got = at.slice(1).flatMap((end, index) => read(stream.subarray(at[index], end)))
          expect(got).toEqual(messages)
        },
      ),
    )
  })

  test('what is none is refused, and so is one that would fill the memory', () => {
    for (const wrong of ['hello', '5:hello;', '-1:x,', '99999:', ':,', '123456'])
      expect(() => netstringReader()(Buffer.from(wrong)), wrong).toThrow(NotNetstrings)
  })
})

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

/** A Rondbel that answers what it is told to, one after the other, then 200. */
async function aRondbel(...answers: number[]) {
  const got: { id: string; event: { type: string } }[] = []
  const server = createHttp(async (request, response) => {
    const body = await text(request)
    const headers = request.headers as Record<string, string>
    const { event } = new Webhook(secret).verify(body, headers) as { event: { type: string } }
    got.push({ id: headers['webhook-id'] ?? '', event })
    response.writeHead(answers.shift() ?? 200).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(
    () => server.close(),
    () => server.closeAllConnections(),
  )
  return { got, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/exchanges/x/events` }
}

function aCourier(address: string) {
  const told: string[] = []
  const courier = startCourier({ address, secret }, (line) => told.push(line))
  ends.push(() => courier.stop(0))
  return { ...courier, told, say: (event: object) => courier.take(JSON.stringify(event), new Date()) }
}
const ringing = { type: 'ringing', call: 'a', from: '0612345678', to: '0850001122' }
const ended = { type: 'ended', call: 'a' }

describe('the courier', () => {
  test('brings each event signed, and again until it is kept; those behind it do not wait for it', async () => {
    const { got, address } = await aRondbel(503, 429, 401)
    const courier = aCourier(address)
    courier.say(ringing)
    courier.say(ended)
    await until('both are kept', () => got.length === 5)
    expect(got.map(({ event }) => event.type)).toEqual(['ringing', 'ended', 'ringing', 'ended', 'ringing'])
    expect(new Set(got.map(({ id }) => id)).size).toBe(2)
    expect(await courier.stop(1_000)).toBe(0)
    expect(courier.told).toEqual(['events do not arrive: 503; trying again', 'events arrive again'])
  })

  test('the same words have the same id, in whatever run of the bridge', async () => {
    const { got, address } = await aRondbel()
    for (const courier of [aCourier(address), aCourier(address)]) courier.say(ringing)
    await until('both came', () => got.length === 2)
    expect(got[0]?.id).toBe(got[1]?.id)
  })

  test('what Rondbel does not understand is told, and not tried for ever', async () => {
    const { got, address } = await aRondbel(422)
    const courier = aCourier(address)
    courier.say({ type: 'moon' })
    courier.say(ringing)
    courier.take('no JSON 0612345678', new Date())
    await until('the other came', () => got.length === 2)
    expect(await courier.stop(1_000)).toBe(0)
    expect(courier.told.toSorted()).toEqual(['an event was not understood: 422', 'something was said that is no event'])
  })

  test('what could not be brought in time is counted, and no number is ever told', async () => {
    const { address } = await aRondbel()
    await ends.pop()?.()
    await ends.pop()?.()
    const courier = aCourier(address)
    courier.say(ringing)
    courier.say(ended)
    await until('it was tried', () => courier.told.length > 0)
    expect(await courier.stop(50)).toBe(2)
    expect(courier.told).toEqual(['events do not arrive: nobody answers; trying again'])
  })

  test('with nobody there for long the oldest are lost, not the memory', async () => {
    const { address } = await aRondbel()
    await ends.pop()?.()
    await ends.pop()?.()
    const courier = aCourier(address)
    for (let index = 0; index < 10_050; index++) courier.say({ ...ended, call: String(index) })
    expect(await courier.stop(0)).toBeLessThanOrEqual(10_001)
    expect(courier.told).toContain('too many events wait; the oldest are lost, 1 so far')
  })
})

test('Kamailio is heard again after it was away, and after it said something strange', async () => {
  const connections: Socket[] = []
  const kamailio = createTcp((socket) => void connections.push(socket.on('error', () => {}))).listen(0, '127.0.0.1')
  await once(kamailio, 'listening')
  ends.push(() => kamailio.close())
  const { port } = kamailio.address() as AddressInfo
  const [heard, told, stopping]: [string[], string[], AbortController] = [[], [], new AbortController()]
  const hearing = hearKamailio(
    { host: '127.0.0.1', port, tell: (line) => told.push(line), stopped: stopping.signal },
    (event) => heard.push(event),
  )
  const at = async (index: number) => {
    await until('it is connected', () => connections.length > index)
    return connections[index] as Socket
  }
  ;(await at(0)).write('2:{},4:{"a"')
  ;(await at(0)).end()
  ;(await at(1)).write('nonsense')
  ;(await at(2)).write('3:{ },')
  await until('it is heard', () => heard.length === 2)
  expect(heard).toEqual(['{}', '{ }'])
  stopping.abort()
  await hearing
  expect(told.filter((line) => line === 'Kamailio is heard')).toHaveLength(3)
  expect(told).toContain('what is said there is not of evapi')
})

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieName, openSession } from '#app/accounts/sessions.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type Served, serve } from './served.ts'
import { wholeBuild } from './whole-build.ts'

const ours = { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin', Connection: 'close' }
const urlEncoded = 'application/x-www-form-urlencoded'
const mostDelayMs = 100

let server: Served
let addresses: string[]
let cookies: string[]

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  cookies = await Promise.all(
    (['coordinator', 'administrator'] as const).map(async (role) => {
      const actor = await anActor(corporation, { role })
      const opened = { place: actor }
      return `${cookieName}=${await inScope(actor, (tx) => openSession(tx, actor.accountId, opened))}`
    }),
  )
  const { build, actions } = await wholeBuild()
  addresses = actions.map((path) => path.replace(':token', '1.nothing').replaceAll(/:\w+/g, uuidV7()))
  server = await serve(build)
})
afterAll(() => server.close())

const filled = (bytes: number, part: (index: number) => string) => {
  const parts: string[] = []
  for (let length = 0, index = 0; length < bytes; index += 1) {
    const next = part(index)
    parts.push(next)
    length += next.length + 1
  }
  return parts.join('&').slice(0, bytes)
}
const bodies: Record<string, (bytes: number) => string> = {
  'many names': (bytes) => filled(bytes, (index) => index.toString(36)),
  'one name': (bytes) => filled(bytes, () => 'a'),
  'one name that ends in []': (bytes) => filled(bytes, () => 'id[]=x'),
  'blocks of a call': (bytes) => filled(bytes, (index) => `followUp-${index % 100}-f${index}=1`),
  'the prototype': (bytes) => filled(bytes, () => '__proto__=1&constructor=1&toString[]=1'),
  'characters that the database cannot hold': (bytes) => filled(bytes, () => 'a%00=%00'),
  'one long value': (bytes) => `notes=${"'".repeat(bytes - 6)}`,
}

type Sent = { type?: string; body: string; method?: string; cookie?: string }
async function send(path: string, { type = urlEncoded, body, method = 'POST', cookie = cookies[0] }: Sent) {
  // Or nobody would be signed in for what comes after it.
  const headers = { ...ours, Cookie: path === '/sign-out' ? '' : (cookie ?? ''), ...(type && { 'Content-Type': type }) }
  return { path, status: (await server.ask(path, { method, headers, body })).status }
}

/** What every address answers, and at which the process stood still too long each time: a moment of the machine itself is let pass. */
async function everywhere(sent: (path: string) => Sent) {
  const answers: Awaited<ReturnType<typeof send>>[] = []
  const slow: { path: string; stoodStillMs: number }[] = []
  for (const path of addresses) {
    let stoodStillMs = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 3 && stoodStillMs >= mostDelayMs; tries += 1) {
      const delay = monitorEventLoopDelay({ resolution: 5 })
      delay.enable()
      answers.push(await send(path, sent(path)))
      delay.disable()
      stoodStillMs = Math.min(stoodStillMs, delay.max / 1e6)
    }
    if (stoodStillMs >= mostDelayMs) slow.push({ path, stoodStillMs })
  }
  return { answers, slow }
}

test('the addresses that take forms are found', () => {
  expect(addresses.length).toBeGreaterThan(50)
})

describe.each(Object.keys(bodies))('a body of %s', (kind) => {
  const body = bodies[kind] as (bytes: number) => string

  test('of a megabyte is refused everywhere, and nobody waits for it', async () => {
    const large = body(1_000_000)
    const { answers, slow } = await everywhere(() => ({ body: large }))
    expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([])
    expect(slow).toEqual([])
  })

  test('as long as it may be is no failure of ours, and nobody waits for it', async () => {
    const [small, large] = [body(9_900), body(249_000)]
    const atTheDoor = /^\/(sign-in|sign-out|invitations|account$)/
    for (const cookie of cookies) {
      const { answers, slow } = await everywhere((path) => ({
        body: atTheDoor.test(path) ? small : large,
        cookie,
        method: /^\/accounts\/./.test(path) ? 'PUT' : 'POST',
      }))
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      expect(slow).toEqual([])
    }
  })
})

test.each(['text/plain', 'application/json', 'multipart/form-data', 'multipart/form-data; boundary=', ''])(
  'a body that says it is %o is no failure of ours',
  async (type) => {
    for (const cookie of cookies) {
      const { answers } = await everywhere(() => ({ type, body: '{"a":1}', cookie }))
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    }
  },
)

test('at the door a body of another type is refused as such', async () => {
  for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x'])
    for (const path of ['/sign-in', '/sign-in.data', '/invitations/1.nothing'])
      expect(await send(path, { type, body: 'email=a&password=b' })).toEqual({ path, status: 415 })
})

test.each(['/selection', '/selection/count', '/selection/names', '/tenants', '/imports', '/follow-ups', '/audit'])(
  'no query makes %s fail',
  async (path) => {
    const rule = (value: string) => ({ field: 'city', operator: 'one-of', value: [value] })
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const queries = [
      `criteria=${encoded(rule('a\0b'))}`,
      `criteria=${encoded({ all: [rule('a\0')] })}`,
      'criteria=%00',
      'q=%00&name=%00&before=%00&page=99999999999&page=-1',
      '__proto__=1&constructor=1',
      'subject=%00&state=%00&of=%00&refused=%00&kind=%00',
    ]
    for (const cookie of cookies)
      for (const query of queries) {
        const headers = { Cookie: cookie }
        const { status } = await server.ask(`${path}?${query}`, { headers })
        expect([query, status < 500]).toEqual([query, true])
      }
  },
)

import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { consoleToLog } from '#app/core/console-to-log.server.ts'
import { health, setHealthCheck } from '#app/core/health.server.ts'
import { metrics } from '#app/core/metrics.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { startInside } from '#app/inside-server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { freePort } from '#tests/support/free-port.ts'
import { listenToLog } from '#tests/support/heard-log.ts'
import { until } from '#tests/support/until.ts'
import { type Served, serve } from './served.ts'

const ours = { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' }
const form = { ...ours, 'Content-Type': 'application/x-www-form-urlencoded' }
let heard: ReturnType<typeof listenToLog>
let server: Served

beforeAll(async () => {
  await useDatabase()
  process.env.METRICS_ADDRESS = `127.0.0.1:${await freePort()}`
  heard = listenToLog()
  server = await serve()
})
afterAll(() => server.close())
afterEach(() => {
  delete process.env.TRUSTED_PROXY
  delete process.env.FREE_DISK_MB
  resetSingleton('env')
})

test.each(['/page', '/resource', '/nowhere', '/health/live', '/health/ready', '/live', '/assets/nothing.js'])(
  'the answer of %s carries a number of its own, and not what it runs on',
  async (path) => {
    const [one, other] = [await server.ask(path), await server.ask(path)]
    expect(one.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(other.headers['x-request-id']).not.toBe(one.headers['x-request-id'])
    expect(one.headers['x-powered-by']).toBeUndefined()
  },
)

describe('a page', () => {
  const policyOf = (headers: Record<string, unknown>) => String(headers['content-security-policy'])
  const nonceOf = (headers: Record<string, unknown>) => /'nonce-([^']+)'/.exec(policyOf(headers))?.[1]

  test('runs only our own scripts, each time under another nonce', async () => {
    const [one, other] = [await server.ask('/page'), await server.ask('/page')]
    expect(one.status).toBe(200)
    const scripts = [...one.text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(one.headers)}"`)
    expect(nonceOf(other.headers)).not.toBe(nonceOf(one.headers))
    expect(policyOf(one.headers)).toContain("default-src 'none'")
    expect(policyOf(one.headers)).not.toMatch(/script-src [^;]*unsafe/)
  })

  test('is not guessed at, not framed and not kept', async () => {
    const { headers } = await server.ask('/page')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    })
    expect(policyOf(headers)).toContain("frame-ancestors 'none'")
  })

  test('insists on https when that is its address, and only then', async () => {
    expect((await server.ask('/page')).headers['strict-transport-security']).toBeUndefined()
    usePublicUrl('https://rondbel.example.nl')
    const { headers } = await server.ask('/page')
    usePublicUrl('http://localhost:3000')
    expect(headers['strict-transport-security']).toContain('max-age=31536000')
  })

  test('that fails gives its number and no word of what went wrong', async () => {
    const { status, text, headers } = await server.ask('/broken')
    expect(status).toBe(500)
    expect(text).not.toMatch(/Kuipers|0612|06-12/)
    expect(JSON.stringify(heard())).not.toMatch(/Kuipers|06-12/)
    expect(heard()).toContainEqual(
      expect.objectContaining({ event: 'request-failed', requestId: headers['x-request-id'] }),
    )
  })
})

test('a page may use nothing of the device it is on', async () => {
  const policy = String((await server.ask('/page')).headers['permissions-policy'])
  for (const feature of ['camera', 'microphone', 'geolocation']) expect(policy).toContain(`${feature}=()`)
})

test('where a fault in security is reported is told when it is set, and as of today', async () => {
  expect((await server.ask('/.well-known/security.txt')).status).toBe(404)
  process.env.SECURITY_CONTACT = 'mailto:security@example.nl'
  resetSingleton('env')
  const { status, text } = await server.ask('/.well-known/security.txt')
  delete process.env.SECURITY_CONTACT
  expect([status, text.split('\n')[0]]).toEqual([200, 'Contact: mailto:security@example.nl'])
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '')
  expect(expires).toBeGreaterThan(Date.now() + 86_400_000)
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000)
})

test.each([
  ['/page', { method: 'POST', headers: { ...form, 'Sec-Fetch-Site': 'cross-site' } }, 403, 40],
  ['/nowhere', {}, 404, 40],
  ['/page-without-action', { method: 'POST', headers: form, body: 'a=b' }, 404, 40],
  ['/page', {}, 200, 30],
  ['/broken', {}, 500, 50],
])('the log calls %s %o a fault only when it is ours', async (path, parts, status, level) => {
  const answer = await server.ask(path, parts)
  await until('it is written', () => levels(answer).length > 0)
  expect([answer.status, Math.max(...levels(answer))]).toEqual([status, level])
})

const levels = ({ headers }: { headers: Record<string, unknown> }) =>
  heard()
    .filter(({ reqId, requestId }) => [reqId, requestId].includes(headers['x-request-id']))
    .map(({ level }) => Number(level))

test('what a library prints is a line of the log that says where, and not what', () => {
  const before = heard().length
  const giveBack = consoleToLog()
  console.warn('⚠️ mevrouw Kuipers')
  giveBack()
  const lines = heard().slice(before)
  expect(lines).toMatchObject([{ level: 40, event: 'said-by-a-library' }])
  expect(JSON.stringify(lines)).not.toMatch(/Kuipers/)
  expect(JSON.stringify(lines)).toMatch(/server\.test/)
})

test('a write to what takes none is refused, and is no failure of ours', async () => {
  const { status, headers } = await server.ask('/page-without-action', { method: 'POST', headers: form, body: 'a=b' })
  expect([404, 405]).toContain(status)
  expect(heard().filter((line) => line.requestId === headers['x-request-id'])).toEqual([])
})

describe.each(['/page', '/resource'])('a write to %s', (path) => {
  test.each([
    ['from our own page', form, 200],
    ['from an older browser on our own page', { ...form, 'Sec-Fetch-Site': undefined }, 200],
    ['from another site', { ...form, Origin: 'https://elders.example', 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from a neighbour under the same domain', { ...form, 'Sec-Fetch-Site': 'same-site' }, 403],
    [
      'from another site in an older browser',
      { ...form, Origin: 'https://elders.example', 'Sec-Fetch-Site': undefined },
      403,
    ],
    ['from nobody knows where', { ...form, Origin: undefined, 'Sec-Fetch-Site': undefined }, 403],
  ])('%s', async (_from, headers, status) => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await server.ask(path, { method, headers: present(headers), body: 'a=b' })).status).toBe(status)
  })

  test('must say how long it is, and may not be longer than a form', async () => {
    const chunked = { ...form, 'Transfer-Encoding': 'chunked' }
    expect((await server.ask(path, { method: 'POST', headers: chunked })).status).toBe(411)
    expect((await server.ask(path, { method: 'POST', headers: form, length: 1_000_001 })).status).toBe(413)
  })
})

test('where lists arrive more may come in, and no more than was set', async () => {
  const body = 'x'.repeat(1_500_000)
  const taken = await server.ask('/imports/new', { method: 'POST', headers: form, body })
  expect([taken.status, taken.text.length]).toEqual([200, body.length])
  expect((await server.ask('/imports/new', { method: 'POST', headers: form, length: 251_000_001 })).status).toBe(413)
})

test.each(['/metrics/', '/Metrics', '/METRICS/', '/health/live/', '/Health/ready', '/health/READY'])(
  'what the proxy keeps inside answers at its own address only, and not at %s',
  async (path) => {
    const { status, text } = await server.ask(path)
    expect(status).toBe(404)
    expect(text).not.toMatch(/nodejs_|isReady|^ok$/)
  },
)

test('an address that cannot be read is refused in a word', async () => {
  const { status, text } = await server.ask('/%E0%A4%A', { headers: { Host: 'no host' } })
  expect([status, text]).toEqual([400, 'bad-request'])
})

test('it is ready when the database, the migrations and the queue all are', async () => {
  const { inside, port } = await insideAt()
  const ready = async () => {
    const told = await fetch(`http://127.0.0.1:${port}/health/ready`)
    const { status, text } = await server.ask('/health/ready')
    // Outside it is said whether, and not what.
    expect([status, text]).toEqual([told.status, told.ok ? 'ready' : 'not-ready'])
    return [told.status, await told.json()]
  }
  const all = { isReady: true, database: true, migrations: true, queue: true, disk: true, secondsBehindSchedule: 0 }
  setHealthCheck('migrations', async () => true)
  setHealthCheck('queue', async () => true)
  setHealthCheck('schedule', async () => 0)
  withFreeDisk('0')
  expect(await ready()).toEqual([200, { ...all, amiss: [] }])
  setHealthCheck('queue', async () => {
    throw new Error('away')
  })
  expect(await ready()).toEqual([503, { ...all, isReady: false, queue: false, amiss: [] }])
  setHealthCheck('migrations', async () => false)
  expect(await ready()).toEqual([503, { ...all, isReady: false, migrations: false, queue: false, amiss: [] }])
  expect((await server.ask('/health/live')).status).toBe(200)
  inside.close()
})

test('what another web process would do no better is said, and takes nobody out of a load balancer', async () => {
  setHealthCheck('migrations', async () => true)
  setHealthCheck('queue', async () => true)
  withFreeDisk('0')
  const amissWith = async (seconds: number | null) => {
    setHealthCheck('schedule', async () => seconds)
    const { isReady, amiss } = await health()
    return [isReady, amiss]
  }
  expect(await amissWith(300)).toEqual([true, []])
  expect(await amissWith(301)).toEqual([true, ['schedule']])
  expect(await amissWith(null)).toEqual([true, ['schedule']])
  withFreeDisk('1000000')
  expect(await amissWith(0)).toEqual([true, ['room-for-lists']])
})

test('with a full disk it is not ready', async () => {
  setHealthCheck('migrations', async () => true)
  setHealthCheck('queue', async () => true)
  setHealthCheck('schedule', async () => 0)
  expect(await health(1_000_000_000)).toMatchObject({ isReady: false, disk: false, database: true })
  expect(await health(1)).toMatchObject({ isReady: true, disk: true })
})

function withFreeDisk(mb: string) {
  process.env.FREE_DISK_MB = mb
  resetSingleton('env')
}

test('requests are counted by the pattern of their address, and never by what fills it in', async () => {
  for (const path of ['/page', '/page', '/nowhere/12345', '/health/live']) await server.ask(path)
  await server.ask('/page', { method: 'PROPFIND' })
  const { text } = await metrics()
  const counts = text.split('\n').filter((line) => line.startsWith('rondbel_request_seconds_count'))
  const routes = new Set(counts.map((line) => line.match(/route="([^"]*)"/)?.[1]))
  expect(routes).toContain('/page')
  expect(routes).toContain('none')
  expect(routes).toContain('other')
  expect(text).not.toMatch(/12345|PROPFIND/)
})

test.each([
  ['', '203.0.113.7'],
  ['10.0.0.0/8,127.0.0.1', '203.0.113.7'],
  ['10.0.0.0/8', '127.0.0.1'],
])('a caller comes from where a proxy says, when that proxy is one of %o', async (trusted, address) => {
  process.env.TRUSTED_PROXY = trusted
  resetSingleton('env')
  const behind = await serve()
  const { text } = await behind.ask('/address', { headers: { 'X-Forwarded-For': '203.0.113.7' } })
  await behind.close()
  expect(text).toBe(address)
})

const secrets = /Kuipers|0612345678|wit@example|geheim-token|127\.0\.0\.1/

async function askWithSecrets() {
  const headers = { ...form, Cookie: '__Host-rondbel=geheim-token', Referer: 'http://localhost:3000/?q=Kuipers' }
  await server.ask('/page?name=Kuipers&phone=0612345678', { headers: { Cookie: headers.Cookie } })
  await server.ask('/resource?email=wit@example.nl', { method: 'POST', headers, body: 'note=Kuipers' })
  await server.ask('/invitations/12.geheim-token')
  await server.ask('/invitations/12.geheim-token.data?_routes=x')
}

test('the log of requests holds no query, body, cookie, address or key', async () => {
  const before = heard().length
  await askWithSecrets()
  const lines = heard().slice(before)
  expect(lines.map(({ req }) => (req as { path: string })?.path).filter(Boolean)).toEqual(
    expect.arrayContaining(['/page', '/resource', '/invitations/…']),
  )
  expect(JSON.stringify(lines)).not.toMatch(secrets)
})

test('the figures count requests and name nobody', async () => {
  await askWithSecrets()
  expect((await server.ask('/metrics')).status).toBe(404)
  const { inside, port } = await insideAt()
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  inside.close()
  expect(text).toMatch(/rondbel_request_seconds_count\{method="POST",status="2xx",route="[^"]*"\} \d+/)
  expect(text).not.toMatch(secrets)
  // Addresses stand there as patterns, with no one's token in them.
  expect(text.match(/invitations[^"]*/g)?.every((path) => path === 'invitations/:token')).toBe(true)
})

async function insideAt() {
  const inside = await startInside()
  if (!inside) throw new Error('Its address is taken.')
  return { inside, port: (inside.address() as AddressInfo).port }
}

const present = (headers: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined))

function usePublicUrl(url: string) {
  process.env.PUBLIC_URL = url
  resetSingleton('env')
}

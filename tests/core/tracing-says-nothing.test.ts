import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskRoles, type Role, roles } from '#app/accounts/roles.ts'
import { cookieName, openSession } from '#app/accounts/sessions.server.ts'
import { serveDemo } from '#app/core/demo.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { pagesOf, type SeededCorporation, seedCorporation } from '#tests/e2e/pages.ts'
import { type SentSpan, told } from '#tests/support/collector.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { type Served, serve } from './served.ts'
import { type Traced, traced } from './traced.ts'
import { wholeBuild } from './whole-build.ts'

// Traces may go to a company elsewhere: every address is asked for, in every way, and all that was sent is read.
const browser = 'Mozilla/5.0 (Rondbeller)'
const caller = '203.0.113.77'
const sought = 'mevrouw Kuipers-Zandstra 06 12345678'
const ours = { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' }
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

let traces: Traced
let server: Served
let seeded: SeededCorporation
let spans: SentSpan[]
let whole: Awaited<ReturnType<typeof wholeBuild>>
const requestIds: string[] = []

beforeAll(async () => {
  await useDatabase()
  traces = await traced()
  await traces.start({ OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=proef' })
  seeded = await seedCorporation()
  // The pages that only the demo has are asked for too.
  serveDemo()
  whole = await wholeBuild()
  server = await serve(whole.build)
  for (const [role, pages] of Object.entries(pagesOf(seeded))) {
    const Cookie = role === 'nobody' ? '' : await cookieOf(seeded[role as Role])
    for (const { path } of pages) expect([path, (await ask(path, { headers: { Cookie } })).status]).toEqual([path, 200])
  }
  const Cookie = await cookieOf(seeded.coordinator)
  for (const path of whole.paths) await ask(`${filled(path)}?q=${encodeURIComponent(sought)}`, { headers: { Cookie } })
  for (const path of whole.actions) {
    const headers = {
      Cookie: path === '/sign-out' ? '' : Cookie,
      'Content-Type': 'application/x-www-form-urlencoded',
    }
    await ask(filled(path), { method: 'POST', headers, body: new URLSearchParams({ search: sought }).toString() })
  }
  await ask(`/nergens/${encodeURIComponent(sought)}`)
  await ask(`/tenants/${seeded.tenantId}.data`, { headers: { Cookie } })
  await ask(`/%zz/${seeded.tenantId}`)
  await ask('/', { method: 'PROPFIND' })
  // It stays open, and is told of all the same.
  const live = await server.open('/live', { headers: { Cookie } })
  requestIds.push(String(live.headers['x-request-id']))
  spans = await traces.sent()
}, 240_000)
afterAll(async () => {
  await server.close()
  await traces.close()
  resetSingleton('demo')
})

async function ask(path: string, { method = 'GET', headers = {}, body }: Parameters<Served['ask']>[1] = {}) {
  const said = { ...ours, 'User-Agent': browser, 'X-Forwarded-For': caller, ...headers }
  const answer = await server.ask(path, { method, body, headers: said })
  requestIds.push(String(answer.headers['x-request-id']))
  return answer
}

const cookieOf = async (actor: SeededCorporation['coordinator']) => {
  const opened = { place: actor }
  return `${cookieName}=${await inScope(actor, (tx) => openSession(tx, actor.accountId, opened))}`
}
const filled = (path: string) => path.replace(':token', '1.nothing').replaceAll(/:\w+/g, uuidV7())

test('is one span, named by its method and its pattern', () => {
  expect(spans.length).toBe(requestIds.length)
  expect(spans.map((span) => told(span)['rondbel.request_id']).sort()).toEqual([...requestIds].sort())
  const names = new Set(spans.map(({ name }) => name))
  expect(whole.paths.length).toBeGreaterThan(60)
  expect(whole.paths.filter((path) => !names.has(`GET ${path}`))).toEqual([])
  expect(whole.actions.filter((path) => !names.has(`POST ${path}`))).toEqual([])
  const known = new Set([...whole.paths, ...whole.actions, '/*', 'other', 'none'])
  expect([...names].filter((name) => !known.has(name.replace(/^(GET|POST|other) /, '')))).toEqual([])
})

test('says nothing but what was allowed to be said', () => {
  const allowed: Record<string, RegExp> = {
    'http.request.method': /^(GET|POST|other)$/,
    'http.route': /^(other|none|\/[\w\-/:.*]*)$/,
    'rondbel.status': /^[2345]xx$/,
    'rondbel.role': new RegExp(`^(${[...roles, ...deskRoles].join('|')})$`),
    'rondbel.request_id': new RegExp(`^${uuid.source}$`),
    'rondbel.statements': /^\d{1,4}$/,
    'rondbel.statement_ms': /^\d{1,6}(\.\d)?$/,
  }
  const wrong = spans.flatMap((span) =>
    Object.entries(told(span)).filter(([key, value]) => !allowed[key]?.test(String(value))),
  )
  expect(wrong).toEqual([])
  expect(spans.filter(({ events, links, parentSpanId }) => events.length + links.length > 0 || parentSpanId)).toEqual(
    [],
  )
  expect(new Set(spans.map((span) => told(span)['rondbel.role']))).toEqual(
    new Set([undefined, 'desk-administrator', 'supervisor', ...roles]),
  )
  expect(traces.collector.resources()[0]).toEqual({
    'service.name': 'rondbel',
    'service.version': '1.2.3',
    'deployment.environment.name': 'proef',
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.name': 'opentelemetry',
    'telemetry.sdk.version': expect.any(String),
  })
})

test('no id, address, query, name or telephone number of anybody stands in what was sent', async () => {
  const text = requestIds.reduce((all, id) => all.replaceAll(id, ''), posted())
  expect(text.match(uuid)).toBeNull()
  const people = await asSuperuser<Record<string, unknown>>(
    `SELECT first_name, last_name, landline, mobile, other_phone, t.email, street, postcode, a.name, a.email AS "accountEmail"
     FROM account a CROSS JOIN tenant t LEFT JOIN home h ON h.id = t.home_id`,
  )
  const values = people.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'string')
  const personal = [...new Set(values)].filter((value) => value.length > 3)
  expect(personal.length).toBeGreaterThan(500)
  const asked = [
    sought,
    encodeURIComponent(sought),
    'Kuipers',
    '12345678',
    browser,
    caller,
    '127.0.0.1',
    'SELECT',
    '%zz',
    '?',
    '@',
  ]
  expect([...personal, ...asked, seeded.invitation].filter((value) => text.includes(value))).toEqual([])
})

test('counts what was asked of the database, and how long that took', () => {
  const page = spans.find(({ name }) => name === 'GET /tenants/:tenantId')
  const counts = told(page as SentSpan)
  expect(counts['rondbel.statements']).toBeGreaterThan(5)
  expect(counts['rondbel.statement_ms']).toBeGreaterThan(0)
  const signIn = spans.find((span) => span.name === 'GET /sign-in' && !told(span)['rondbel.role'])
  expect(told(signIn as SentSpan)).toMatchObject({ 'rondbel.statements': 0, 'rondbel.statement_ms': 0 })
})

const posted = () => traces.collector.posts.map(({ body }) => body.toString()).join('\n')

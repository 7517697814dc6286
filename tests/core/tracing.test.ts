import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeDatabase, pool } from '#app/core/db.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { inScopeAtOnce, inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { traceJob } from '#app/core/tracing.server.ts'
import { closeQueues, queueOf, startWorker } from '#jobs/connection.server.ts'
import { startCollector, told } from '#tests/support/collector.ts'
import { useDatabase } from '#tests/support/database.ts'
import { freePort } from '#tests/support/free-port.ts'
import { listenToLog } from '#tests/support/heard-log.ts'
import { until } from '#tests/support/until.ts'
import { type Served, serve } from './served.ts'
import { type Traced, traced } from './traced.ts'

const remote = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' }
const traceparent = (flags = '01') => `00-${remote.trace}-${remote.span}-${flags}`
const scope = systemScope(1)
let traces: Traced
let server: Served

beforeAll(async () => {
  await useDatabase()
  traces = await traced()
  server = await serve()
})
afterEach(() => {
  delete process.env.TRUSTED_PROXY
  resetSingleton('env')
})
afterAll(async () => {
  await server.close()
  await traces.close()
})

test.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, false],
  [{ OTEL_SERVICE_NAME: 'elders', OTEL_TRACES_SAMPLER: 'always_on' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'here' }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'here' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'here', OTEL_SDK_DISABLED: 'TRUE' }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'here', OTEL_SDK_DISABLED: 'false' }, true],
])('an address to send to asks for traces, unless they are switched off: %o', async (settings, isTraced) => {
  const given = Object.entries(settings).map(([name, value]) => [
    name,
    value === 'here' ? `${traces.collector.url}/v1/traces` : value,
  ])
  await traces.start({ OTEL_EXPORTER_OTLP_ENDPOINT: '', ...Object.fromEntries(given) })
  await server.ask('/page')
  expect((await traces.sent()).map(({ name }) => name)).toEqual(isTraced ? ['GET /page'] : [])
})

test('the settings of OpenTelemetry are kept: protocol, headers, name, attributes', async () => {
  await traces.start({
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20geheim,x-code=dXNlcg==',
    OTEL_SERVICE_NAME: 'bellen',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=proef',
  })
  await server.ask('/invitations/1.geheim')
  await traces.stop()
  const [post] = traces.collector.posts
  expect(post).toMatchObject({
    path: '/v1/traces',
    headers: { 'content-type': 'application/x-protobuf', authorization: 'Bearer geheim', 'x-code': 'dXNlcg==' },
  })
  for (const word of ['bellen', 'proef', 'GET /invitations/:token']) expect(post?.body.includes(word)).toBe(true)
  expect(post?.body.includes('geheim')).toBe(false)
})

test.each([
  ['always_off', '1', 0],
  ['traceidratio', '0', 0],
  ['traceidratio', '1', 1],
  ['parentbased_always_on', '1', 1],
])('with the sampler %s of %s a request has %i spans', async (OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG, count) => {
  await traces.start({ OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG })
  await server.ask('/page')
  expect((await traces.sent()).length).toBe(count)
})

test('a trace goes on that the proxy began, without what others added to it', async () => {
  await traces.start()
  await server.ask('/page', { headers: { traceparent: traceparent(), tracestate: 'elders=huurder-12345' } })
  const [span] = await traces.sent()
  expect(span).toMatchObject({ traceId: remote.trace, parentSpanId: remote.span })
  expect(span?.traceState ?? '').toBe('')
})

test('a trace that the proxy does not keep is not kept here', async () => {
  await traces.start()
  await server.ask('/page', { headers: { traceparent: traceparent('00') } })
  expect(await traces.sent()).toEqual([])
})

test.each([
  ['of somebody who is not the proxy', '203.0.113.9', traceparent()],
  ['that says nothing', 'loopback', 'huurder-12345'],
  ['of zeros', 'loopback', `00-${'0'.repeat(32)}-${remote.span}-01`],
  ['that is two', 'loopback', `${traceparent()}, ${traceparent()}`],
])('a trace %s is not gone on with', async (_what, TRUSTED_PROXY, said) => {
  process.env.TRUSTED_PROXY = TRUSTED_PROXY
  resetSingleton('env')
  const other = await serve()
  await traces.start()
  await other.ask('/page', { headers: { traceparent: said } })
  await other.close()
  const [span] = await traces.sent()
  expect(span?.name).toBe('GET /page')
  expect(span?.traceId).not.toBe(remote.trace)
  expect(span?.parentSpanId).toBeUndefined()
})

test('what fails is a failure, what is refused is not, and who went away is said to be gone', async () => {
  await traces.start()
  await server.ask('/broken')
  await server.ask('/nowhere')
  const answer = await server.open('/page')
  answer.destroy()
  await server.ask('/page', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } })
  const spans = (await traces.sent()).map((span) => [span.name, told(span)['rondbel.status'], span.status.code])
  expect(spans).toContainEqual(['GET /broken', '5xx', 2])
  expect(spans).toContainEqual(['GET none', '4xx', 0])
  expect(spans).toContainEqual(['POST other', '4xx', 0])
  expect(
    spans.filter(([name, status]) => name === 'GET /page' && ['gone', '2xx'].includes(String(status))).length,
  ).toBe(1)
})

test('a job is a span by its name and how it ended', async () => {
  await traces.start()
  const ended: string[] = []
  const worker = startWorker('tracing-test', async (name) => {
    ended.push(name)
    if (name === 'goes-wrong') throw new Error('mevrouw Kuipers, 06-12345678')
  })
  await queueOf('tracing-test').add('goes-well', { tenantId: 'huurder-12345' })
  await queueOf('tracing-test').add('goes-wrong', {}, { attempts: 1 })
  await queueOf('tracing-test').add('Kuipers 0612345678', {})
  await until('all three ran', () => ended.length === 3)
  await worker.close()
  await closeQueues(['tracing-test'])
  const spans = await traces.sent()
  const found = spans.map((span) => [span.name, told(span)['rondbel.outcome'], span.status.code])
  expect(found.sort()).toEqual([
    ['tracing-test goes-well', 'done', 0],
    ['tracing-test goes-wrong', 'failed', 2],
    ['tracing-test other', 'done', 0],
  ])
  expect(JSON.stringify(spans)).not.toMatch(/Kuipers|12345/)
})

test('statements count and are timed however they are asked: by promise, by callback, as a copy', async () => {
  await closeDatabase()
  await traces.start()
  await traceJob('statements', 'promise', () =>
    inScopeSql(scope, async (tx) => void (await tx.sql(sql`SELECT pg_sleep(0.05)`))),
  )
  await traceJob(
    'statements',
    'at-once',
    async () => void (await inScopeAtOnce(scope, { text: 'SELECT pg_sleep(0.05)' })),
  )
  await traceJob('statements', 'callback', async () => void (await pool().query('SELECT pg_sleep(0.05)')))
  await traceJob('statements', 'copy', () =>
    inScopeSql(scope, async ({ client, sql: run }) => {
      await run(sql`CREATE TEMPORARY TABLE copied (line text) ON COMMIT DROP`)
      await pipeline(Readable.from(slowLines()), client.query(copyFrom('COPY copied FROM STDIN')))
    }),
  )
  await pool().query('SELECT 1')
  const counts = Object.fromEntries((await traces.sent()).map((span) => [span.name, told(span)]))
  for (const [name, statements] of [
    ['promise', 3],
    ['at-once', 3],
    ['callback', 1],
    ['copy', 4],
  ] as const) {
    expect([name, counts[`statements ${name}`]?.['rondbel.statements']]).toEqual([name, statements])
    expect(counts[`statements ${name}`]?.['rondbel.statement_ms']).toBeGreaterThan(45)
  }
})

async function* slowLines() {
  yield 'een\n'
  await sleep(60)
  yield 'twee\n'
}

test('a collector that is away changes no answer, is told of once, and again when it is back', async () => {
  const heard = listenToLog()
  const settings = { OTEL_BSP_SCHEDULE_DELAY: '20', OTEL_EXPORTER_OTLP_TIMEOUT: '100' }
  const port = await freePort()
  await traces.start({ ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` })
  const events = () =>
    heard()
      .map(({ event }) => event)
      .filter((event) => String(event).startsWith('traces-'))
  for (let times = 0; times < 5; times += 1) {
    expect((await server.ask('/page')).status).toBe(200)
    await sleep(50)
  }
  await until('it was told', () => events().length > 0)
  expect(events()).toEqual(['traces-not-sent'])
  const back = await startCollector({ port })
  await until('it is back', async () => {
    await server.ask('/page')
    return events().length > 1
  })
  await traces.sent()
  expect(events()).toEqual(['traces-not-sent', 'traces-sent-again'])
  await back.close()
})

test('with a collector that takes all and never answers, requests go on, memory stays, and stopping takes under a second', async () => {
  const hanging = await traced({ hangs: true })
  await hanging.start({ OTEL_BSP_SCHEDULE_DELAY: '10' })
  await server.ask('/page')
  for (let times = 0; times < 20_000; times += 1) await traceJob('many', 'jobs', async () => {})
  const started = performance.now()
  expect((await server.ask('/page')).status).toBe(200)
  expect(performance.now() - started).toBeLessThan(1_000)
  const stopping = performance.now()
  const spans = await hanging.sent()
  expect(performance.now() - stopping).toBeLessThan(1_500)
  // Those on their way, and those that may wait; the others were dropped.
  expect(spans.length).toBeLessThanOrEqual(512 + 2_048)
  await hanging.close()
})

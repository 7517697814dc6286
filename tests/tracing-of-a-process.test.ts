import { beforeAll, expect, test } from 'vitest'
import { type SentSpan, startCollector } from './support/collector.ts'
import { useDatabase } from './support/database.ts'
import { freePort } from './support/free-port.ts'
import { type RunningServer, runProcess } from './support/running-server.ts'

beforeAll(async () => void (await useDatabase()))

/** What a server with these settings answers and has loaded, and how long it takes to stop. */
async function lifeOf(settings: Record<string, string>) {
  const server = await runProcess('tests/support/start-tiny.ts', { ROLE: 'web', ...settings })
  const statuses = [await statusOf(server, '/page'), await statusOf(server, '/health/ready')]
  const { telemetry } = await server.look()
  const stopping = performance.now()
  await server.stop()
  return { statuses, telemetry, stopMs: performance.now() - stopping }
}

const statusOf = async ({ origin }: RunningServer, path: string) => (await fetch(origin + path)).status
const well = [200, 200]

test.each<Record<string, string>>([
  {},
  { OTEL_SERVICE_NAME: 'rondbel', OTEL_TRACES_SAMPLER: 'always_on' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_SDK_DISABLED: 'true' },
])(
  'nothing of OpenTelemetry is loaded when nobody asked for traces: %o',
  async (settings) => {
    const { statuses, telemetry } = await lifeOf(settings)
    // What counts for Prometheus brings the names alone.
    expect([statuses, telemetry]).toEqual([well, ['api']])
  },
  120_000,
)

test('with an address spans arrive, the last of them at the stop', async () => {
  const collector = await startCollector()
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' }
  const { statuses, telemetry } = await lifeOf(settings)
  expect(statuses).toEqual(well)
  expect(telemetry).toContain('sdk-trace-base')
  const names = collector.spans().map(({ name }: SentSpan) => name)
  for (const name of ['GET /page', 'GET other']) expect(names).toContain(name)
  await collector.close()
}, 120_000)

test('a collector that is away or hangs keeps neither a request nor the stop', async () => {
  const hanging = await startCollector({ hangs: true })
  for (const OTEL_EXPORTER_OTLP_ENDPOINT of [`http://127.0.0.1:${await freePort()}`, hanging.url]) {
    const { statuses, stopMs } = await lifeOf({ OTEL_EXPORTER_OTLP_ENDPOINT })
    expect(statuses).toEqual(well)
    expect(stopMs).toBeLessThan(5_000)
  }
  await hanging.close()
}, 120_000)

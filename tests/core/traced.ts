import { setTimeout as sleep } from 'node:timers/promises'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { startTracing } from '#app/core/start-tracing.server.ts'
import { type SentSpan, startCollector } from '#tests/support/collector.ts'

/** Traces of this process, sent as JSON to a collector of the test's own. */
export async function traced(options?: { hangs: boolean }) {
  const collector = await startCollector(options)
  let stopTracing: (() => Promise<void>) | null = null
  /** Everything is sent at the end of it. */
  async function stop() {
    // A span ends when the server hears that its answer went out, which may be after somebody read it.
    await sleep(50)
    await stopTracing?.()
    stopTracing = null
  }
  return {
    collector,
    /** With these settings from now on; what was sent before is forgotten. */
    async start(settings: Record<string, string> = {}) {
      await stop()
      forgetSettings()
      const needed = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' }
      Object.assign(process.env, needed, settings)
      resetSingleton('env')
      collector.posts.splice(0)
      stopTracing = await startTracing('1.2.3')
    },
    stop,
    async sent(): Promise<SentSpan[]> {
      await stop()
      return collector.spans()
    },
    async close() {
      await stop()
      forgetSettings()
      resetSingleton('env')
      await collector.close()
    },
  }
}

export type Traced = Awaited<ReturnType<typeof traced>>

function forgetSettings() {
  for (const name of Object.keys(process.env)) if (name.startsWith('OTEL_')) delete process.env[name]
}

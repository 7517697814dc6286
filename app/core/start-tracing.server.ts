import { env } from './env.server.ts'
import { wantsTraces } from './open-telemetry-settings.ts'
import { setTracer } from './tracing.server.ts'

/** Gives the way to stop, which sends what waits; null, with nothing loaded, when nobody asked for traces. */
export async function startTracing(version: string): Promise<(() => Promise<void>) | null> {
  if (!wantsTraces(env())) return null
  const { openTelemetryTracer } = await import('./open-telemetry.server.ts')
  const tracer = openTelemetryTracer(version)
  setTracer(tracer)
  return () => {
    setTracer(null)
    return tracer.stop()
  }
}

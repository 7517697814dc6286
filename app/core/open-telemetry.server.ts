import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { type ExportResult, ExportResultCode, parseTraceParent } from '@opentelemetry/core'
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base'
import { env } from './env.server.ts'
import { log } from './log.server.ts'
import { redactedError } from './redacted-error.ts'
import type { OpenSpan, Tracer } from './tracing.server.ts'
import { withTimeout } from './with-timeout.ts'

// Loaded by `startTracing` alone, and only when somebody asked for traces.

/** Less than the start gives a part that stops at once: what is not sent by then is lost. */
const flushPatienceMs = 800
const kinds = { request: SpanKind.SERVER, job: SpanKind.CONSUMER }

/**
 * Sends spans in batches, apart from the work they tell of: at most 2,048 wait, those beyond are dropped. Nothing is made
 * global, so that no library of ours finds it and adds what it knows.
 */
export function openTelemetryTracer(version: string): Tracer {
  const provider = new BasicTracerProvider({
    resource: resourceOf(version),
    spanProcessors: [new BatchSpanProcessor(new ToldExporter())],
  })
  const tracer = provider.getTracer('rondbel', version)
  return {
    open: (kind, traceparent) => openSpan(tracer.startSpan(kind, { kind: kinds[kind] }, contextOf(traceparent))),
    stop: () => withTimeout(flushPatienceMs, provider.shutdown()).catch(() => {}),
  }
}

const openSpan = (span: Span): OpenSpan => ({
  end({ name, attributes, isFailure }) {
    span.updateName(name).setAttributes(attributes)
    if (isFailure) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  },
})

/** Of what came with a request its two ids and whether it is kept; what others added (`tracestate`) is not passed on. */
function contextOf(traceparent: string | undefined) {
  const parent = traceparent && parseTraceParent(traceparent)
  return parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT
}

/** Nothing of the machine or of how it was started, which would hold its name and folders. */
function resourceOf(version: string) {
  const ours = { 'service.name': env().OTEL_SERVICE_NAME, 'service.version': version }
  return defaultResource()
    .merge(resourceFromAttributes(ours))
    .merge(detectResources({ detectors: [envDetector] }))
}

/** Says once in the log that traces do not arrive, and once that they do again. */
class ToldExporter implements SpanExporter {
  readonly #exporter = env().OTEL_EXPORTER_OTLP_PROTOCOL === 'http/json' ? new JsonExporter() : new ProtobufExporter()
  #isAway = false

  export(spans: ReadableSpan[], done: (result: ExportResult) => void) {
    this.#exporter.export(spans, (result) => {
      this.#tell(result)
      done(result)
    })
  }

  #tell({ code, error }: ExportResult) {
    const isAway = code !== ExportResultCode.SUCCESS
    if (isAway && !this.#isAway) log().warn({ event: 'traces-not-sent', error: redactedError(error) })
    if (!isAway && this.#isAway) log().info({ event: 'traces-sent-again' })
    this.#isAway = isAway
  }

  shutdown() {
    return this.#exporter.shutdown()
  }
}

import { z } from 'zod'

const httpUrl = z
  .string()
  .refine((value) => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol))
  .optional()
const pairs = (pattern: RegExp) =>
  z
    .string()
    .refine((value) => value.split(',').every((pair) => pair.trim() === '' || pattern.test(pair.trim())))
    .optional()
// As the libraries read them, which leave out all attributes when one is wrong: there a "=" in a value is written %3D.
const headers = pairs(/^[^=\s]+\s*=/)
const attributes = pairs(/^[^=\s]+\s*=[^=]*$/)

/** Where traces go, by the names that OpenTelemetry gave them; its own libraries read those and more from the environment. */
export const openTelemetrySettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: [httpUrl, 'the address of an OpenTelemetry Collector: http://collector:4318'],
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: [httpUrl, 'where traces alone are sent: http://collector:4318/v1/traces'],
  OTEL_EXPORTER_OTLP_PROTOCOL: [
    z.enum(['http/protobuf', 'http/json']).default('http/protobuf'),
    'http/protobuf or http/json',
  ],
  OTEL_EXPORTER_OTLP_HEADERS: [headers, 'headers for the collector, with commas between them: name=value'],
  OTEL_SERVICE_NAME: [z.string().default('rondbel'), 'the name under which traces are found'],
  OTEL_RESOURCE_ATTRIBUTES: [attributes, 'what stands with every trace, with commas between them: name=value'],
  OTEL_TRACES_SAMPLER: [
    z
      .enum([
        'always_on',
        'always_off',
        'traceidratio',
        'parentbased_always_on',
        'parentbased_always_off',
        'parentbased_traceidratio',
      ])
      .default('parentbased_always_on'),
    'always_on, always_off or traceidratio, each also with parentbased_ before it',
  ],
  OTEL_TRACES_SAMPLER_ARG: [
    z.coerce.number().min(0).max(1).default(1),
    'which part of the traces is kept, from 0 to 1',
  ],
  OTEL_SDK_DISABLED: [
    z
      .string()
      .toLowerCase()
      .pipe(z.enum(['true', 'false']))
      .default('false'),
    'true or false',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>

type Settings = Record<
  'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT' | 'OTEL_SDK_DISABLED',
  string | undefined
>

/** Whether anybody asked for traces: an address to send them to is the asking. */
export const wantsTraces = (settings: Settings) =>
  Boolean(settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) &&
  settings.OTEL_SDK_DISABLED !== 'true'

import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** Said by OTLP/HTTP: https://opentelemetry.io/docs/specs/otlp/#otlphttp */
type Value = { stringValue?: string; intValue?: number | string; doubleValue?: number }
type Attribute = { key: string; value: Value }
type Resource = { attributes: Attribute[] }
export type SentSpan = {
  traceId: string
  spanId: string
  parentSpanId?: string
  traceState?: string
  name: string
  kind: number
  attributes: Attribute[]
  status: { code: number }
  events: unknown[]
  links: unknown[]
}
type Body = { resourceSpans: { resource: Resource; scopeSpans: { scope: object; spans: SentSpan[] }[] }[] }
export type Post = { path: string; headers: IncomingHttpHeaders; body: Buffer }

/** An OpenTelemetry Collector that keeps what it is sent; one that `hangs` takes it and never answers. */
export async function startCollector({ hangs = false, port = 0 } = {}) {
  const posts: Post[] = []
  const server = createServer(async (request, response) => {
    posts.push({ path: request.url ?? '', headers: request.headers, body: await buffer(request) })
    if (!hangs) response.setHeader('Content-Type', 'application/json').end('{}')
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const bodies = () => posts.map(({ body }) => JSON.parse(body.toString()) as Body)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    /** Of what came as JSON. */
    spans: () =>
      bodies().flatMap((body) =>
        body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    resources: () => bodies().flatMap((body) => body.resourceSpans.map(({ resource }) => told(resource))),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The attributes of a span or a resource by their names. */
export const told = ({ attributes }: { attributes: Attribute[] }) =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? value.doubleValue ?? Number(value.intValue)]),
  )

import { once } from 'node:events'
import { type IncomingHttpHeaders, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { ServerBuild } from '@remix-run/node'
import { vi } from 'vitest'
import { builtScripts } from '#app/built-pages.ts'
import { createServer } from '#app/server.ts'
import { tinyBuild } from './tiny-build.tsx'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
type RequestParts = { method?: string; headers?: Record<string, string>; body?: string | Buffer; length?: number }

/** The server as it answers over a real connection. */
export async function serve(build: ServerBuild = tinyBuild, bodyPatienceMs?: number) {
  vi.stubEnv('NODE_ENV', 'production')
  const server: Server = createServer({ build, scripts: builtScripts() }, bodyPatienceMs).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const open = async (path: string, { method = 'GET', headers = {}, body, length }: RequestParts = {}) => {
    const contentLength = length ?? (body === undefined ? undefined : Buffer.byteLength(body))
    const sending = request({ port, host: '127.0.0.1', path, method, headers, agent: false })
    if (contentLength !== undefined) sending.setHeader('Content-Length', contentLength)
    sending.end(body)
    const [answer] = (await once(sending, 'response')) as [IncomingMessage]
    return answer
  }
  return {
    port,
    /** The answer as far as its head; its body is still to come. */
    open,
    async ask(path: string, parts?: RequestParts): Promise<Answer> {
      const answer = await open(path, parts)
      return { status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) }
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type Served = Awaited<ReturnType<typeof serve>>

import type { Request, Response } from 'express'
import { withRequestCache } from '#app/core/request-cache.server.ts'
import { currentActor } from './accounts/authorize.server.ts'
import { env } from './core/env.server.ts'
import { onResync, onStopping, subscribe } from './core/live.server.ts'
import { uuidV7 } from './core/uuid.server.ts'

const heartbeatMs = 15_000

/** GET /live: what happens in the corporation of whoever is signed in, as server-sent events of ids and counts. */
export async function liveStream(request: Request, response: Response) {
  const streamRequest = new globalThis.Request(new URL('/live', env().publicUrl), {
    headers: { Cookie: request.get('Cookie') ?? '' },
  })
  const actor = await currentActor(streamRequest)
  // Gone while we looked: nothing would tell us again that the stream may be let go.
  if (response.destroyed) return
  if (!actor) return void response.status(401).end()
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  })
  const send = (name: string, data: unknown) => response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  // These names are in tabs that stay open for days: a version to come must keep them.
  send('hello', {})
  const stopEvents = subscribe(actor.corporationId, ({ topic, details }) => send('news', { topic, details }))
  const stopResumed = onResync(() => send('resumed', {}))
  const stopWaiting = onStopping(() => response.end())
  // Asks again who this is: an ended session hears no more.
  const heartbeat = setInterval(async () => {
    const still = await withRequestCache(uuidV7(), () => currentActor(streamRequest)).catch(() => actor)
    if (still?.corporationId === actor.corporationId) response.write(': still here\n\n')
    else response.end()
  }, heartbeatMs)
  response.on('close', () => {
    clearInterval(heartbeat)
    stopEvents()
    stopResumed()
    stopWaiting()
  })
}

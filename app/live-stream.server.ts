import type { Request, Response } from 'express'
import { withRequestCache } from '#app/core/request-cache.server.ts'
import { currentPerson, type Person } from './accounts/authorize.server.ts'
import { isSamePlace } from './accounts/place-value.ts'
import { hashToken, tokenOf, whyOver } from './accounts/sessions.server.ts'
import { byItselfHeader } from './core/by-itself.ts'
import { collapsedNews } from './core/collapsed-news.ts'
import { env } from './core/env.server.ts'
import { type LiveEvent, onResync, onSessionsChanged, onStopping, subscribe } from './core/live.server.ts'
import { processSingleton } from './core/process-singleton.server.ts'
import { uuidV7 } from './core/uuid.server.ts'

const heartbeatMs = 15_000
const mostStreams = 8

const streamHead = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
}

/** GET /live: what happens in the corporation of whoever is signed in, as server-sent events of ids and counts. */
export async function liveStream(request: Request, response: Response) {
  const asked = askedBy(request)
  const actor = await currentPerson(asked)
  // Gone while we looked: nothing would tell us again that the stream may be let go.
  if (response.destroyed) return
  if (!actor) return void response.status(await refusalOf(asked)).end()
  response.writeHead(200, streamHead)
  response.locals.answered?.()
  const send = (name: string, data: unknown) => response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  // These names are in tabs that stay open for days: a version to come must keep them.
  send('hello', {})
  const enough = () => {
    send('enough', {})
    response.end()
  }
  const news = collapsedNews(({ topic, details }) => send('news', { topic, details }))
  const subscriptions = [
    countIn(asked, enough),
    hearing(actor, news.hear),
    news.stop,
    onResync(() => send('resumed', {})),
    onStopping(() => response.end()),
    whileSignedIn(asked, actor, response),
  ]
  response.on('close', () => {
    for (const stop of subscriptions) stop()
  })
}

/** What is said to the whole corporation, or to this one person. */
function hearing(person: Person, hear: (event: LiveEvent) => void): () => void {
  if (person.as === 'desk') return () => {}
  return subscribe(person.corporationId, (event) => {
    if (event.to === undefined || event.to === person.accountId) hear(event)
  })
}

/** HEAD /live: whether there would be a stream, and no stream. */
export async function liveHead(request: Request, response: Response) {
  const asked = askedBy(request)
  const actor = await currentPerson(asked)
  response.writeHead(actor ? 200 : await refusalOf(asked), actor ? streamHead : {}).end()
}

/** 401: signing in is the way on. 403: they work here no more, and signing in does not help. */
async function refusalOf(asked: globalThis.Request): Promise<401 | 403> {
  const token = tokenOf(asked)
  return token && (await whyOver(token)) === 'access-ended' ? 403 : 401
}

const askedBy = (request: Request) =>
  new globalThis.Request(new URL('/live', env().publicUrl), {
    headers: { Cookie: request.get('Cookie') ?? '', [byItselfHeader]: '1' },
  })

/** Asks again who this is, now and then and when their sessions change: an ended session hears no more. */
function whileSignedIn(asked: globalThis.Request, actor: Person, response: Response) {
  const look = async () => {
    const still = await withRequestCache(uuidV7(), () => currentPerson(asked)).catch(() => actor)
    if (still && isSamePlace(still, actor)) response.write(': still here\n\n')
    else response.end()
  }
  const heartbeat = setInterval(() => void look(), heartbeatMs)
  const stop = onSessionsChanged(actor.accountId, () => void look())
  return () => {
    clearInterval(heartbeat)
    stop()
  }
}

/** The streams of each session in this process, oldest first. */
const open = () => processSingleton('live-streams', () => new Map<string, Set<() => void>>())

/** One more stream of this session, for which the oldest makes room; gives the way to count it out. */
function countIn(asked: globalThis.Request, enough: () => void): () => void {
  const session = Buffer.from(hashToken(tokenOf(asked) ?? '')).toString('hex')
  const streams = open().get(session) ?? new Set()
  open().set(session, streams)
  streams.add(enough)
  const [oldest] = streams
  if (streams.size > mostStreams && oldest) {
    streams.delete(oldest)
    oldest()
  }
  return () => {
    streams.delete(enough)
    if (streams.size === 0 && open().get(session) === streams) open().delete(session)
  }
}

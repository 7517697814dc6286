import type { Request, Response } from 'express'
import { currentPerson, type Person } from './accounts/authorize.server.ts'
import { isSamePlace } from './accounts/place-value.ts'
import { hashToken, tokenOf, whyOver } from './accounts/sessions.server.ts'
import { byItselfHeader } from './core/by-itself.ts'
import { env } from './core/env.server.ts'
import { onSessionsChanged, onStopping } from './core/live.server.ts'
import { processSingleton } from './core/process-singleton.server.ts'
import { withRequestCache } from './core/request-cache.server.ts'
import { uuidV7 } from './core/uuid.server.ts'

const heartbeatMs = 15_000
const mostStreams = 8

export const streamHead = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
}

export type Stream = {
  person: Person
  send(name: string, data: unknown): void
  /** What is undone when it closes. */
  untilClosed(...stops: (() => void)[]): void
}

/**
 * Begins an answer of server-sent events, which ends by itself with the session or with the process. Null when there is
 * none: nobody is signed in, `mayHear` says no (403), or whoever asked is gone.
 */
export async function openStream(
  request: Request,
  response: Response,
  mayHear: (person: Person) => boolean = () => true,
): Promise<Stream | null> {
  const asked = askedBy(request)
  const person = await whoAsks(request)
  // Gone while we looked: nothing would tell us again that the stream may be let go.
  if (response.destroyed) return null
  const refusal = typeof person === 'number' ? person : mayHear(person) ? null : 403
  if (refusal !== null || typeof person === 'number') {
    response.status(refusal ?? 401).end()
    return null
  }
  response.writeHead(200, streamHead)
  response.locals.answered?.()
  const send = (name: string, data: unknown) => void response.write(eventText(name, data))
  // These names are in tabs that stay open for days: a version to come must keep them.
  send('hello', {})
  const enough = () => {
    send('enough', {})
    response.end()
  }
  const untilClosed = (...stops: (() => void)[]) =>
    response.on('close', () => {
      for (const stop of stops) stop()
    })
  untilClosed(
    countIn(asked, enough),
    onStopping(() => response.end()),
    whileSignedIn(asked, person, response),
  )
  return { person, send, untilClosed }
}

export const eventText = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/** Who it is, or why there is no stream: 401, signing in is the way on; 403, they work here no more. */
export async function whoAsks(request: Request): Promise<Person | 401 | 403> {
  const asked = askedBy(request)
  const person = await currentPerson(asked)
  if (person) return person
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

import { AsyncLocalStorage } from 'node:async_hooks'
import { finished, Readable, Writable } from 'node:stream'
import type { NextFunction, Request, Response } from 'express'
import type pg from 'pg'
import { methodLabel } from './metrics.server.ts'
import { processSingleton } from './process-singleton.server.ts'

// What leaves here goes to a service that may be anybody's: names out of closed lists, counts, and the id under which
// the log tells of the same request. Never an address, an id, a text of a query, or anything of who asked but their role.

/** A request or a job that is being done. `end` takes what there is to tell of it. */
export type OpenSpan = {
  end(told: { name: string; attributes: Record<string, string | number>; isFailure: boolean }): void
}
/** Makes spans and sends them; there is none unless somebody asked for traces. */
export type Tracer = { open(kind: 'request' | 'job', traceparent?: string): OpenSpan; stop(): Promise<void> }

type Callback = (...answer: unknown[]) => unknown

/** What is found out while the work is done. */
type Work = { role: string | null; statements: number; statementMs: number }

const held = () => processSingleton('tracer', (): { tracer: Tracer | null } => ({ tracer: null }))
const works = () => processSingleton('traced-work', () => new AsyncLocalStorage<Work>())
const newWork = (): Work => ({ role: null, statements: 0, statementMs: 0 })

export function setTracer(tracer: Tracer | null) {
  held().tracer = tracer
}

/** One span for each request, named by its method and the pattern in `response.locals.route`. */
export function traceRequests(request: Request, response: Response, next: NextFunction) {
  const { tracer } = held()
  if (!tracer) return next()
  const span = tracer.open('request', traceparentOf(request))
  const work = newWork()
  const end = () => {
    response.off('close', end)
    span.end(toldOfRequest(request, response, work))
  }
  response.on('close', end)
  // A stream that stays open for hours is answered when it begins.
  response.locals.answered = end
  works().run(work, next)
}

/** As the proxy says it, and nobody else: a caller could have all traces kept, or hang them below another's. */
function traceparentOf(request: Request): string | undefined {
  const isTrusted: (address: string | undefined, hops: number) => boolean = request.app.get('trust proxy fn')
  return isTrusted(request.socket.remoteAddress, 0) ? request.get('traceparent') : undefined
}

function toldOfRequest(request: Request, response: Response, work: Work) {
  const method = methodLabel(request.method)
  const route: string = response.locals.route ?? 'other'
  // Who asked has gone before the end of the answer.
  const isGone = response.destroyed && !response.writableFinished
  const attributes = {
    'http.request.method': method,
    'http.route': route,
    'rondbel.status': isGone ? 'gone' : `${Math.floor(response.statusCode / 100)}xx`,
    'rondbel.request_id': String(response.locals.requestId),
    ...(work.role && { 'rondbel.role': work.role }),
    ...countsOf(work),
  }
  return { name: `${method} ${route}`, attributes, isFailure: !isGone && response.statusCode >= 500 }
}

/** One span for a job, by the names of its queue and of the job, which are ours. */
export async function traceJob(queue: string, job: string, run: () => Promise<void>): Promise<void> {
  const { tracer } = held()
  if (!tracer) return run()
  const span = tracer.open('job')
  const work = newWork()
  let isFailure = true
  try {
    await works().run(work, run)
    isFailure = false
  } finally {
    const name = `${queue} ${/^[a-z-]+$/.test(job) ? job : 'other'}`
    const attributes = { 'rondbel.outcome': isFailure ? 'failed' : 'done', ...countsOf(work) }
    span.end({ name, attributes, isFailure })
  }
}

const countsOf = ({ statements, statementMs }: Work) => ({
  'rondbel.statements': statements,
  'rondbel.statement_ms': Math.round(statementMs * 10) / 10,
})

/** As what the person behind the request that is being answered works. */
export function noteRole(role: string) {
  const work = works().getStore()
  if (work) work.role = role
}

/**
 * Counts what is asked over this connection, and how long the answers take, for the request or the job that asks: the
 * beginning and end of a transaction too.
 */
export function countStatements(client: pg.ClientBase) {
  if (!held().tracer) return
  const { query } = client
  client.query = function counted(...parameters: unknown[]) {
    const work = works().getStore()
    if (!work) return Reflect.apply(query, client, parameters)
    const answered = countStatement(work)
    const callback = parameters.at(-1)
    if (typeof callback === 'function') parameters[parameters.length - 1] = afterwards(callback as Callback, answered)
    const answer: unknown = Reflect.apply(query, client, parameters)
    if (answer instanceof Promise) answer.then(answered, answered)
    else if (answer instanceof Readable || answer instanceof Writable) finished(answer, answered)
    return answer
  } as typeof query
}

/** Gives what is to be called when the answer is there. */
function countStatement(work: Work) {
  work.statements += 1
  const askedAt = performance.now()
  return () => {
    work.statementMs += performance.now() - askedAt
  }
}

const afterwards =
  (callback: Callback, first: () => void) =>
  (...answer: unknown[]) => {
    first()
    return callback(...answer)
  }

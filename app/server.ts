import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import helmet from 'helmet'
import { pinoHttp } from 'pino-http'
import { receiveCall } from '#app/contacts/receive-call.server.ts'
import { redactedError } from '#app/core/redacted-error.ts'
import { withRequestCache } from '#app/core/request-cache.server.ts'
import { answerPages } from './answer-pages.server.ts'
import { bodyPatienceMs, mostBytesTo, takesFile } from './core/body-limits.ts'
import { isElsewhere, isFromOurPages } from './core/csrf.server.ts'
import { env } from './core/env.server.ts'
import { health } from './core/health.server.ts'
import { log } from './core/log.server.ts'
import { timeRequests } from './core/metrics.server.ts'
import { ourOrigin } from './core/our-origin.ts'
import { traceRequests } from './core/tracing.server.ts'
import { uuidV7 } from './core/uuid.server.ts'
import { eventRoutes } from './exchanges/receive-posted-event.server.ts'
import { letKeepPapers } from './let-keep-papers.ts'
import { liveHead, liveStream } from './live-stream.server.ts'
import { noteForeignWrite } from './note-foreign-write.server.ts'
import { queueStream, queueStreamPath } from './queue-stream.server.ts'
import { sayRoute } from './route-pattern.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    requestId: string
    /** The address the request came from. */
    address: string
    /** The answer says when it is worth asking again. */
    sayAgainLater(): void
  }
}

// Each answer says anew how long it may be believed.
const contactDays = 180
// Nothing of a device is asked for; what is not named here a page of ours may do itself, such as copying a link.
const permissionsPolicy = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'display-capture',
  'browsing-topics',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** Events that come one by one: compressed they would wait for each other. */
const isStream = (path: string) => path === '/live' || path === queueStreamPath

/** The pages, and what serves their scripts and styles. */
export type OpenPages = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  scripts: RequestHandler
  close?(): Promise<void>
}

/**
 * The web application: what every answer carries, then health, live events and files, then the pages. What is sent to it
 * must be here within `patienceMs`; only a list may take longer.
 */
export function createServer({ build, scripts }: OpenPages, patienceMs = bodyPatienceMs) {
  const app = express()
  app.disable('x-powered-by')
  // Behind one proxy of the installation itself; nobody else's forwarded address is believed.
  app.set('trust proxy', env().TRUSTED_PROXY)
  app.use(giveRequestId, requestLog(), timeRequests, traceRequests, hurryBodies(patienceMs))
  app.use(forTheInstallation())
  app.use(
    compression({ filter: (request, response) => !isStream(request.path) && compression.filter(request, response) }),
  )
  // Scripts and styles run under the policy of the page that asks for them: they need none of their own.
  app.use(letKeepPapers, scripts)
  // Exchanges are no pages of ours: what they send proves itself.
  app.use(eventRoutes(receiveCall))
  app.use(securityHeaders, refuseForeignWrites, limitBodies)
  if (existsSync('build/client')) app.use(express.static('build/client', { maxAge: '1h', index: false }))
  app.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  app.get('/.well-known/security.txt', securityContact)
  app.head('/live', liveHead).get('/live', liveStream)
  app.get(queueStreamPath, queueStream)
  app.all('*', sayRoute(build), sayOurHost, answerPages(build))
  app.use(answerFailure)
  return app
}

/**
 * What whoever looks after the installation asks. A proxy refuses these by their address, so they answer at exactly that:
 * not with a slash behind it or in capitals.
 */
function forTheInstallation() {
  const router = express.Router({ strict: true, caseSensitive: true })
  router.get('/health/live', (_request, response) => void response.type('text').send('ok'))
  router.get('/health/ready', (_request, response) => void answerHealth(response))
  return router
}

function giveRequestId(request: Request, response: Response, next: () => void) {
  const id = uuidV7()
  response.locals.requestId = id
  request.id = id
  response.setHeader('X-Request-Id', id)
  withRequestCache(id, next)
}

/** An allow-list: path without query or key, never a body, a header or a name. */
function requestLog() {
  return pinoHttp({
    logger: log(),
    quietReqLogger: true,
    genReqId: (request) => request.id,
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: shownPath(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      err: (error: Error) => ({ type: error.name }),
    },
    customLogLevel: (_request, { statusCode }) => levelOf(statusCode),
  })
}

/** A refusal is for whoever asked; only what we could not do is a fault. */
function levelOf(status: number) {
  if (status >= 500) return 'error'
  return status >= 400 ? 'warn' : 'info'
}

/** Whoever holds an invitation's path can accept it, that of an exchange may speak in its name, and that of a line may ask by it. */
const shownPath = (url: string) => url.split('?')[0]?.replace(/^\/+(invitations|exchanges|b)\/.+/i, '/$1/…')

function securityHeaders(request: Request, response: Response, next: (error?: unknown) => void) {
  const nonce = randomBytes(16).toString('base64')
  response.locals.nonce = nonce
  response.setHeader('Permissions-Policy', permissionsPolicy)
  const isHttps = env().publicUrl.protocol === 'https:'
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", `'nonce-${nonce}'`],
        styleSrc: ["'self'", `'nonce-${nonce}'`],
        // Widths of bars and places of pop-ups are style attributes; they can run nothing.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // The clock of a screen of a desk, in a thread of its own.
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // Not 'no-referrer': with that a browser posts a plain form with the origin 'null', which is refused.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  })(request, response, next)
}

const ourOriginOf = (request: Request) =>
  ourOrigin({ host: request.get('Host'), origin: request.get('Origin') }, env().publicUrl)

function refuseForeignWrites(request: Request, response: Response, next: () => void) {
  const write = { method: request.method, secFetchSite: request.get('Sec-Fetch-Site'), origin: request.get('Origin') }
  const ours = ourOriginOf(request)
  if (isFromOurPages(write, ours)) {
    if (!isElsewhere(write, ours)) return next()
    return void response.status(421).type('text').send(`Rondbel staat op ${ours}. Open het daar.`)
  }
  response.status(403).type('text').send('This request did not come from a page of Rondbel.')
  // Who asks is not kept waiting for it: what it costs is bounded by how much is written.
  noteForeignWrite(request).catch((error) =>
    log().warn({ event: 'refusal-not-recorded', requestId: response.locals.requestId, error: redactedError(error) }),
  )
}

/** A body says how long it is, and is no longer than a form needs; only a list may be large. */
function limitBodies(request: Request, response: Response, next: () => void) {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const length = request.get('Content-Length')
  const limit = mostBytesTo(request.path, env().uploadBytes)
  if (length === undefined && request.get('Transfer-Encoding')) return void response.status(411).end()
  if (Number(length ?? 0) > limit) return void response.status(413).type('text').send('too-large')
  next()
}

/** Only a list may take as long as a slow line needs; what else is sent is here in time, or let go of. */
const hurryBodies = (patienceMs: number) => (request: Request, response: Response, next: () => void) => {
  // An answer is no end: a body that nobody reads may come after it, or never, and is no list any more.
  if (takesFile(request.path)) response.on('finish', () => hurry(request, patienceMs))
  else hurry(request, patienceMs)
  next()
}

function hurry(request: Request, patienceMs: number) {
  if (request.complete) return
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy()
  }, patienceMs).unref()
  request.on('end', () => clearTimeout(timer))
}

/**
 * The pages compare once more where a form came from, with the host they were asked by. A proxy may have put another
 * name there; ours stands in the settings.
 */
function sayOurHost(request: Request, _response: Response, next: () => void) {
  request.headers['x-forwarded-host'] = new URL(ourOriginOf(request)).host
  next()
}

/** What broke before a page could answer: an address that cannot be read, or a fault of ours. */
// biome-ignore lint/complexity/useMaxParams: Express tells a handler of failures by its four parameters
function answerFailure(error: Error & { status?: number }, _request: Request, response: Response, next: NextFunction) {
  const status = error.status ?? 500
  if (status >= 500)
    log().error({ event: 'request-failed', requestId: response.locals.requestId, error: redactedError(error) })
  if (response.headersSent) return next(error)
  response
    .status(status)
    .type('text')
    .send(status >= 500 ? 'failed' : 'bad-request')
}

/** Whether, and not what is wrong: that is told inside. */
async function answerHealth(response: Response) {
  const { isReady } = await health()
  response
    .status(isReady ? 200 : 503)
    .type('text')
    .send(isReady ? 'ready' : 'not-ready')
}

/** Where faults in security are reported (RFC 9116), when the installation says where. */
function securityContact(_request: Request, response: Response, next: () => void) {
  const { SECURITY_CONTACT, publicUrl } = env()
  if (!SECURITY_CONTACT) return next()
  const lines = [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${new Date(Date.now() + contactDays * 86_400_000).toISOString()}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${new URL('/.well-known/security.txt', publicUrl)}`,
  ]
  response.type('text').send(`${lines.join('\n')}\n`)
}

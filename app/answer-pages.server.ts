import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { answeringUnavailable } from './answer-unavailable.server.ts'
import { answeringVisits } from './answer-visits.server.ts'

type Build = ServerBuild | (() => Promise<ServerBuild>)

/** Every address of the product, as its pages answer it. */
export function answerPages(build: Build): RequestHandler {
  const writes = handlerOf(build, answeringUnavailable)
  const visits = handlerOf(build, (pages) => answeringVisits(answeringUnavailable(pages)))
  return (request, response, next) =>
    ['GET', 'HEAD'].includes(request.method) ? visits(request, response, next) : writes(request, response, next)
}

function handlerOf(build: Build, answering: (build: ServerBuild) => ServerBuild) {
  return createRequestHandler({
    build: typeof build === 'function' ? async () => answering(await build()) : answering(build),
    mode: process.env.NODE_ENV,
    getLoadContext: (request, response) => ({
      nonce: response.locals.nonce,
      requestId: response.locals.requestId,
      address: request.ip ?? 'unknown',
      sayAgainLater: () => response.setHeader('Retry-After', '2'),
    }),
  })
}

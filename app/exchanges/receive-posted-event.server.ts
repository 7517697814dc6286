import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { network, takeTry } from '#app/accounts/rate-limits.server.ts'
import { env } from '#app/core/env.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { adapters } from './adapters/adapters.ts'
import { findKnownExchange, type KnownExchange } from './find-exchange.server.ts'
import { handToWhoAnswered } from './hand-to-who-answered.server.ts'
import { isBelieved, type Sent } from './is-believed.ts'
import { noteRefused } from './note-refused.server.ts'
import type { ReceiveCall } from './receive-call.ts'
import { hearFrom, receiveEvent } from './receive-event.server.ts'

const mostBytes = 64_000
const formType = 'application/x-www-form-urlencoded'
const types = ['application/json', formType]

/** Where exchanges tell of their calls. What they sent is read as it came, byte by byte: that is what they signed. */
export function eventRoutes(receiveCall: ReceiveCall): RequestHandler {
  const router = express.Router()
  const readBody = express.raw({ type: types, limit: mostBytes, inflate: false })
  router.post('/exchanges/:id/events/:secret?', nameRoute, readBody, (request, response, next) => {
    answer(request, receiveCall)
      .then((status) => response.status(status).end())
      .catch(next)
  })
  return router
}

function nameRoute(_request: Request, response: Response, next: NextFunction) {
  response.locals.route = '/exchanges/:id/events'
  response.setHeader('Cache-Control', 'no-store')
  next()
}

/** Never says why: whoever is no exchange learns nothing, and an exchange tries again what is not 200. */
async function answer(request: Request, receiveCall: ReceiveCall): Promise<number> {
  if (!Buffer.isBuffer(request.body)) return 415
  const { id = '' } = request.params
  const exchange = isUuid(id) ? await findKnownExchange(id) : null
  const sent = sentIn(request)
  if (!exchange || !isBelieved(exchange, sent)) return refuse(request, exchange)
  await hearFrom({ exchangeId: id, desk: exchange.desk })
  const read = adapters[exchange.kind]({
    body: bodyOf(request, sent),
    deliveryId: request.get('webhook-id')?.slice(0, 200) ?? null,
    receivedAt: sent.now,
  })
  if (read.is === 'event') {
    await receiveEvent({ exchangeId: id, desk: exchange.desk, receiveCall }, read.event)
    await handToWhoAnswered({ exchangeId: id, desk: exchange.desk }, read.event)
  }
  if (read.is !== 'unreadable') return 200
  await noteRefused(exchange, 'exchange:event-unreadable')
  return 422
}

/** Counted where it came from; whoever is in the right is never among them. */
async function refuse(request: Request, exchange: KnownExchange | null): Promise<number> {
  if (!(await takeTry('exchange', network(request.ip ?? 'unknown')))) return 429
  if (exchange) await noteRefused(exchange, 'exchange:event-refused')
  return 401
}

const isForm = (request: Request) => request.is(formType) !== false

function sentIn(request: Request): Sent {
  return {
    header: (name) => request.get(name),
    body: request.body,
    fields: isForm(request) ? Object.fromEntries(new URLSearchParams(request.body.toString())) : {},
    url: new URL(request.originalUrl, env().publicUrl).href,
    pathSecret: request.params.secret,
    address: request.ip ?? 'unknown',
    now: new Date(),
  }
}

function bodyOf(request: Request, { body, fields }: Sent): unknown {
  if (isForm(request)) return fields
  try {
    return JSON.parse(body.toString())
  } catch {
    return null
  }
}

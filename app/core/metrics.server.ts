import type { NextFunction, Request, Response } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { pool } from './db.server.ts'
import { processSingleton } from './process-singleton.server.ts'
import { withTimeout } from './with-timeout.ts'

const registry = () =>
  processSingleton('metrics', () => {
    const made = new Registry()
    collectDefaultMetrics({ register: made })
    new Gauge({
      name: 'rondbel_database_connections',
      help: 'Database connections of this process, by what they do',
      labelNames: ['state'],
      registers: [made],
      collect() {
        this.set({ state: 'idle' }, pool().idleCount)
        this.set({ state: 'busy' }, pool().totalCount - pool().idleCount)
        this.set({ state: 'waited-for' }, pool().waitingCount)
      },
    })
    return made
  })

const durations = () =>
  processSingleton(
    'request-durations',
    () =>
      new Histogram({
        name: 'rondbel_request_seconds',
        help: 'Seconds from request to answer, by the pattern of the address',
        labelNames: ['method', 'status', 'route'],
        buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
        registers: [registry()],
      }),
  )

const methods = ['GET', 'HEAD', 'POST']
export const methodLabel = (method: string) => (methods.includes(method) ? method : 'other')

/** Whoever answers says the pattern in `response.locals.route`; without one, and with methods of anybody's own, it is "other". */
export function timeRequests(request: Request, response: Response, next: NextFunction) {
  const stop = durations().startTimer({ method: methodLabel(request.method) })
  response.on('finish', () =>
    stop({ status: `${Math.floor(response.statusCode / 100)}xx`, route: response.locals.route ?? 'other' }),
  )
  next()
}

const refusedSignIns = () =>
  processSingleton(
    'refused-sign-ins',
    () =>
      new Counter({
        name: 'rondbel_sign_ins_refused_total',
        help: 'Sign-ins that this process refused, by the reason',
        labelNames: ['reason'],
        registers: [registry()],
      }),
  )

export const countRefusedSignIn = (reason: string) => refusedSignIns().inc({ reason })

type Figure = { labels: Record<string, string>; value: number }
const figurePatienceMs = 2_000

/** A figure that is looked up when it is asked for. One that cannot be had is left out, and keeps nobody waiting. */
export function addFigure(name: string, help: string, look: () => Promise<Figure[]>) {
  const labelNames = ['what', 'queue', 'state']
  processSingleton(
    `figure:${name}`,
    () =>
      new Gauge({
        name,
        help,
        labelNames,
        registers: [registry()],
        async collect() {
          this.reset()
          const figures = await withTimeout(figurePatienceMs, look()).catch(() => [])
          for (const { labels, value } of figures) this.set(labels, value)
        },
      }),
  )
}

export async function metrics() {
  // Those of which nothing has been counted yet are there as well, with nothing in them.
  durations()
  refusedSignIns()
  return { type: registry().contentType, text: await registry().metrics() }
}

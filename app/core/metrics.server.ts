import type { NextFunction, Request, Response } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { pool } from './db.server.ts'
import { processSingleton } from './process-singleton.server.ts'

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
        help: 'Seconds from request to answer',
        labelNames: ['method', 'status'],
        buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
        registers: [registry()],
      }),
  )

export function timeRequests(request: Request, response: Response, next: NextFunction) {
  const stop = durations().startTimer({ method: request.method })
  response.on('finish', () => stop({ status: `${Math.floor(response.statusCode / 100)}xx` }))
  next()
}

export async function metrics() {
  return { type: registry().contentType, text: await registry().metrics() }
}

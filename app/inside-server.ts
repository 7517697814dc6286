import type { Server } from 'node:http'
import express, { type Response } from 'express'
import { env } from './core/env.server.ts'
import { health } from './core/health.server.ts'
import { log } from './core/log.server.ts'
import { metrics } from './core/metrics.server.ts'

/** What whoever looks after the installation asks: figures, and what is well and what is not. Nothing about people. */
function insideApp() {
  const app = express()
  app.disable('x-powered-by')
  app.get('/health/ready', (_request, response) => void answerHealth(response))
  app.get('/metrics', (_request, response) => void answerMetrics(response))
  return app
}

/**
 * Listens at METRICS_ADDRESS, by default for this machine alone; null when that says off. A default that is taken, as by
 * another process of ours, is done without; one that was asked for is not.
 */
export function startInside(): Promise<Server | null> {
  const { METRICS_ADDRESS } = env()
  if (METRICS_ADDRESS === 'off') return Promise.resolve(null)
  const isDefault = !process.env.METRICS_ADDRESS
  const { host, port } = METRICS_ADDRESS
  return new Promise((resolve, reject) => {
    const server = insideApp().listen(port, host, () => resolve(server))
    server.on('error', (error) => {
      if (!isDefault) return reject(error)
      log().warn({ event: 'metrics-address-taken', port })
      resolve(null)
    })
  })
}

async function answerHealth(response: Response) {
  const report = await health()
  response.status(report.isReady ? 200 : 503).json(report)
}

async function answerMetrics(response: Response) {
  const { type, text } = await metrics()
  response.type(type).send(text)
}

import pino from 'pino'
import { env } from './env.server.ts'
import { once } from './once.server.ts'

/** Log lines name ids and codes, never people: pass only what you would print on a poster. */
export const log = () =>
  once('log', () => pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }))

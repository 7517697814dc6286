import pino from 'pino'
import { env } from './env.server.ts'
import { processSingleton } from './process-singleton.server.ts'

/** Log lines name ids and codes, never people: pass only what you would print on a poster. */
export const log = () =>
  processSingleton('log', () =>
    pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }),
  )

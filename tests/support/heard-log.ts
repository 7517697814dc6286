import pino from 'pino'
import { processSingleton, resetSingleton } from '#app/core/process-singleton.server.ts'

/** From now on the log is kept here instead of printed; gives the lines so far. */
export function listenToLog(): () => Record<string, unknown>[] {
  const lines: string[] = []
  resetSingleton('log')
  processSingleton('log', () =>
    pino({ level: 'debug', base: undefined }, { write: (line: string) => void lines.push(line) }),
  )
  return () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

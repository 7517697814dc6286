import { log } from './log.server.ts'
import { redactedError } from './redacted-error.ts'

const levels = { log: 'info', info: 'info', warn: 'warn', error: 'error' } as const

/**
 * What a library prints becomes a line of the log, which readers of JSON understand: from where it was said, not what, for
 * that may quote a person. Gives the way back.
 */
export function consoleToLog(): () => void {
  const before = { ...console }
  for (const [method, level] of Object.entries(levels) as [keyof typeof levels, 'info' | 'warn' | 'error'][])
    console[method] = () => log()[level]({ event: 'said-by-a-library', at: redactedError(new Error()).at.slice(1, 4) })
  return () => void Object.assign(console, before)
}

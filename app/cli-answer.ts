import type { z } from 'zod'
import { connectDatabase } from '#app/core/connect-database.server.ts'
import { withTimeout } from '#app/core/with-timeout.ts'
import { whyItCannotStart } from './core/cannot-start.ts'
import { SettingsError } from './core/env.server.ts'
import { readEnvFile } from './env-file.ts'

/** What the operation said no to: exit code 1. */
class Refusal extends Error {
  readonly details: object
  constructor(reason: string, details: object = {}) {
    super(reason)
    this.details = details
  }
}
/** What was asked in a wrong way: exit code 2. */
export class UsageError extends Error {}

export function refused(reason: string, details: object = {}): never {
  throw new Refusal(reason, details)
}

export function usage<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new UsageError(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}

/** Runs one command on a migrated database, prints its answer and sets the exit code: 0, 1 refused, 2 usage. */
export const run = (options: { json?: boolean }, work: (context: { applied: string[] }) => Promise<object>) =>
  runOnDatabase(options, async (ownerUrl) => {
    const { migrate } = await import('#prisma/migrate.ts')
    const applied = await migrate(ownerUrl)
    await (await import('./core/database-logins.server.ts')).signInAsLogins(ownerUrl)
    await (await import('./corporations/assert-master-key.server.ts')).assertMasterKey()
    return work({ applied })
  })

/** The same on the database as it is, whatever is in it, by its owner. A signal ends it, with the database it had started. */
export async function runOnDatabase(options: { json?: boolean }, work: (ownerUrl: string) => Promise<object>) {
  let letGo = async () => {}
  let working: Promise<object | null> = Promise.resolve(null)
  try {
    readEnvFile()
    process.env.LOG_LEVEL ??= 'error'
    // Before the database starts, which would be left running.
    const stopped = stopSignal()
    const database = await connectDatabase()
    letGo = database.stop
    await Promise.race([stopped, null])
    working = work(database.url)
    print(options, { ok: true, ...(await Promise.race([stopped, working])) })
  } catch (error) {
    explain(options, error)
  } finally {
    const closed = import('./core/db.server.ts').then(({ closeDatabase }) => closeDatabase())
    await withTimeout(closePatienceMs, closed).catch(() => {})
    await letGo()
    // Without its database it fails, and takes away what it had begun.
    await withTimeout(closePatienceMs, working).catch(() => {})
  }
}

const closePatienceMs = 2_000

class Stopped extends Error {
  readonly exitCode: number
  constructor(exitCode: number) {
    super('Stopped before it was done.')
    this.exitCode = exitCode
  }
}

const stopCodes = { SIGINT: 130, SIGTERM: 143 } as const

/** Fails at the first signal to stop. */
function stopSignal(): Promise<never> {
  const stopped = new Promise<never>((_, reject) => {
    for (const [signal, code] of Object.entries(stopCodes)) process.once(signal, () => reject(new Stopped(code)))
  })
  stopped.catch(() => {})
  return stopped
}

/** Prints why a command failed and sets the exit code: 1 refused, 2 usage. */
export function explain(options: { json?: boolean }, error: unknown) {
  const isUsage = error instanceof UsageError || error instanceof SettingsError
  if (error instanceof Refusal) print(options, { ok: false, reason: error.message, ...error.details })
  else if (isUsage && options.json) print(options, { ok: false, reason: 'usage', message: error.message })
  else {
    const isKnown = isUsage || error instanceof Stopped
    console.error(isKnown ? error.message : (whyItCannotStart(error) ?? error))
    if (options.json) print(options, { ok: false, reason: error instanceof Stopped ? 'stopped' : 'failed' })
  }
  process.exitCode = exitCodeOf(error)
}

function exitCodeOf(error: unknown) {
  if (error instanceof Stopped) return error.exitCode
  return error instanceof UsageError || error instanceof SettingsError ? 2 : 1
}

function print(options: { json?: boolean }, answer: object) {
  console.log(options.json ? JSON.stringify(answer) : lines(answer).join('\n'))
}

function lines(value: object, indent = ''): string[] {
  return Object.entries(value).flatMap(([key, entry]) =>
    typeof entry === 'object' && entry !== null && Object.keys(entry).length > 0
      ? [`${indent}${key}:`, ...lines(entry, `${indent}  `)]
      : [`${indent}${key}: ${typeof entry === 'object' && entry !== null ? '-' : entry}`],
  )
}

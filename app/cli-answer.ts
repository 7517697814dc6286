import type { z } from 'zod'
import { connectDatabase } from '#app/core/connect-database.server.ts'
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

/** The same on the database as it is, whatever is in it, by its owner. */
export async function runOnDatabase(options: { json?: boolean }, work: (ownerUrl: string) => Promise<object>) {
  let letGo = async () => {}
  try {
    readEnvFile()
    process.env.LOG_LEVEL ??= 'error'
    const database = await connectDatabase()
    letGo = database.stop
    const answer = await work(database.url)
    print(options, { ok: true, ...answer })
  } catch (error) {
    explain(options, error)
  } finally {
    await (await import('./core/db.server.ts')).closeDatabase().catch(() => {})
    await letGo()
  }
}

function explain(options: { json?: boolean }, error: unknown) {
  const isUsage = error instanceof UsageError || error instanceof SettingsError
  if (error instanceof Refusal) print(options, { ok: false, reason: error.message, ...error.details })
  else if (isUsage && options.json) print(options, { ok: false, reason: 'usage', message: error.message })
  else {
    console.error(isUsage ? error.message : (whyItCannotStart(error) ?? error))
    if (options.json) print(options, { ok: false, reason: 'failed' })
  }
  process.exitCode = isUsage ? 2 : 1
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

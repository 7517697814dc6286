import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#prisma/generated/client.ts'
import { env } from './env.server.ts'
import { processSingleton, resetSingleton } from './process-singleton.server.ts'
import { countStatements } from './tracing.server.ts'

/** The role the application works under: owns no table and bypasses no policy. The migrations make it. */
export const applicationRole = 'rondbel_app'
/** The role of a transaction in the name of a desk. */
export const deskRole = 'rondbel_desk'
/** The role of a transaction in the name of whoever has a link. */
export const guestRole = 'rondbel_guest'
/** The role of the job queue: owns the schema "bullmq" and sees nothing else. */
export const queueRole = 'rondbel_queue'

// Dates of people's lives have no time zone: they stay 'yyyy-mm-dd' text wherever we read them ourselves.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counts are far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** The connections of this process, each under the application role from its first moment. */
export const pool = () =>
  processSingleton('pool', () => {
    const made = new pg.Pool({
      connectionString: loginUrl('APP_DATABASE_URL'),
      max: env().POOL_SIZE,
      // Stay open through a quiet hour: a new one costs its first question a sign-in and all its plans.
      min: Math.min(4, env().POOL_SIZE),
      // Compiling a plan takes longer than nearly all of our questions.
      options: `-c role=${applicationRole} -c timezone=UTC -c jit=off`,
      application_name: 'rondbel',
      connectionTimeoutMillis: 10_000,
    })
    // A connection that breaks is replaced at the next use, and fails whoever was using it; without listeners, for those
    // at rest and those at work, it would end the process.
    made.on('error', () => {})
    made.on('connect', (client) => client.on('error', () => {}))
    made.on('connect', countStatements)
    return made
  })

export const prisma = () => processSingleton('prisma', () => new PrismaClient({ adapter: new PrismaPg(pool()) }))

/** A connection outside the pool, for LISTEN. Closing it is up to the caller. */
export function listeningClient() {
  return new pg.Client({
    connectionString: loginUrl('APP_DATABASE_URL'),
    options: `-c role=${applicationRole}`,
    application_name: 'rondbel live',
    keepAlive: true,
  })
}

/** Where the application or the queue signs in; only what migrates knows the owner. */
export function loginUrl(setting: 'APP_DATABASE_URL' | 'QUEUE_DATABASE_URL') {
  const url = env()[setting]
  if (!url) throw new Error(`No ${setting} yet: sign in as the logins first.`)
  return url
}

export async function closeDatabase() {
  const [openPrisma, openPool] = [prisma(), pool()]
  resetSingleton('prisma')
  resetSingleton('pool')
  await openPrisma.$disconnect()
  await openPool.end()
}

import { startEmbeddedPostgres } from './embedded-postgres.server.ts'
import { env } from './env.server.ts'
import { resetSingleton } from './process-singleton.server.ts'

/** The database of the settings, or else our own in the data folder. Gives the way to let it go again. */
export async function connectDatabase(): Promise<{ url: string; isEmbedded: boolean; stop(): Promise<void> }> {
  const given = env().DATABASE_URL
  if (given) return { url: given, isEmbedded: false, stop: async () => {} }
  const postgres = await startEmbeddedPostgres(env().dataDir)
  process.env.DATABASE_URL = postgres.url
  // Of another database, if any: ours has logins of its own.
  delete process.env.APP_DATABASE_URL
  delete process.env.QUEUE_DATABASE_URL
  resetSingleton('env')
  return { url: postgres.url, isEmbedded: true, stop: postgres.stop }
}

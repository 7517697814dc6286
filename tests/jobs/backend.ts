import { Redis } from 'ioredis'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { asSuperuser } from '#tests/support/database.ts'
import { startRedis } from '#tests/support/redis.ts'

/** What the queue lives in, and how many connections it holds there. */
export type Backend = {
  connections(): Promise<number>
  /** All that it holds is gone, and it goes on. */
  empty(): Promise<void>
  breakDown(): Promise<void>
  stop(): Promise<void>
}

/** Points the settings at PostgreSQL or at a Redis of its own; null when there is no Redis to be had. */
export async function startBackend(name: 'PostgreSQL' | 'Redis'): Promise<Backend | null> {
  if (name === 'PostgreSQL')
    return { connections: postgresConnections, empty: emptyPostgres, breakDown: async () => {}, stop: async () => {} }
  const redis = await startRedis()
  if (!redis) return null
  setRedis(redis.url)
  const client = new Redis(redis.url)
  client.on('error', () => {})
  return {
    connections: async () =>
      String(await client.call('CLIENT', 'LIST'))
        .trim()
        .split('\n').length - 1,
    empty: async () => void (await client.flushall()),
    breakDown: redis.stop,
    async stop() {
      setRedis('')
      client.disconnect()
      await redis.stop()
    },
  }
}

function setRedis(url: string) {
  process.env.REDIS_URL = url
  resetSingleton('env')
}

async function postgresConnections() {
  const [row] = await asSuperuser<{ connections: number }>(`
    SELECT count(*)::int AS connections FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name NOT LIKE 'rondbel%'`)
  return row?.connections ?? 0
}

async function emptyPostgres() {
  await asSuperuser(`
    DO $$ DECLARE tables text; BEGIN
      SELECT string_agg(oid::regclass::text, ', ') INTO tables FROM pg_class
        WHERE relnamespace = 'bullmq'::regnamespace AND relkind = 'r' AND relname NOT LIKE '%migration%';
      EXECUTE 'TRUNCATE ' || tables || ' CASCADE';
    END $$`)
}

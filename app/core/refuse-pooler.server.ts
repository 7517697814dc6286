import pg from 'pg'
import { CannotStart } from './cannot-start.ts'

/**
 * Throws CannotStart when something between us and the server gives one connection to many at once (PgBouncer in
 * transaction mode): what we prepare, set and listen to on a connection would be another's. Two guests who are there at
 * the same time and have one and the same server process tell it.
 */
export async function refusePooler(setting: string, url: string) {
  const guests = [new pg.Client(url), new pg.Client(url)]
  try {
    const pids: number[] = []
    for (const guest of guests) pids.push(await processOf(guest))
    if (new Set(pids).size === guests.length) return
    throw new CannotStart(
      `${setting} leads to a pooler that shares a connection between transactions. Give the address of PostgreSQL itself, or of a pool in session mode: each process keeps at most POOL_SIZE connections and a few more.`,
    )
  } finally {
    await Promise.all(guests.map((guest) => guest.end().catch(() => {})))
  }
}

async function processOf(guest: pg.Client) {
  await guest.connect()
  const { rows } = await guest.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return rows[0]?.pid ?? 0
}

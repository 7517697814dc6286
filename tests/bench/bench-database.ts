import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { signInAsLogins } from '#app/core/database-logins.server.ts'
import { closeDatabase } from '#app/core/db.server.ts'
import { startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import { env } from '#app/core/env.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { migrate } from '#prisma/migrate.ts'

/**
 * A PostgreSQL of its own with every safety on, as in real use; gone afterwards. `admin`, `adminUrl` and `pool`, as large
 * as that of the product, are for what a bench does beside it, behind the policies.
 */
export async function withBenchDatabase<T>(
  work: (admin: pg.Client, adminUrl: string, pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-bench-'))
  const postgres = await startEmbeddedPostgres(dir)
  process.env.DATA_DIR = dir
  process.env.DATABASE_URL = postgres.url
  process.env.LOG_LEVEL = 'silent'
  resetSingleton('env')
  await migrate(postgres.url)
  await signInAsLogins(postgres.url)
  const admin = new pg.Client(postgres.adminUrl)
  await admin.connect()
  const pool = new pg.Pool({ connectionString: postgres.adminUrl, max: env().POOL_SIZE })
  // Without a listener a connection that breaks ends the process, before the error that came first is shown.
  admin.on('error', () => {})
  pool.on('error', () => {})
  try {
    return await work(admin, postgres.adminUrl, pool)
  } finally {
    await pool.end()
    await closeDatabase()
    await admin.end()
    await postgres.stop()
    for (const name of ['DATABASE_URL', 'APP_DATABASE_URL', 'QUEUE_DATABASE_URL']) delete process.env[name]
    for (const name of ['env', 'data-keys', 'master-key']) resetSingleton(name)
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Writes out what earlier work left in memory, so that what is measured next does not pay for it. */
export async function writtenOut(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('CHECKPOINT')
  await client.end()
}

/** So many tenants in homes of their own, made in the database itself: a share of them old, silent, struck or spoken to lately. */
export async function fillTenants(owner: pg.Client, corporationId: number, tenants: number) {
  await owner.query(
    `
    INSERT INTO home (corporation_id, number, street, house_number, postcode, city, complex)
    SELECT $1, 'VHE' || n, 'Molenweg', n::text, '4901 AB', 'Oosterhout', 'C' || lpad((n % 40)::text, 3, '0') FROM generate_series(1, $2::int) n`,
    [corporationId, Math.ceil(tenants * 0.9)],
  )
  await owner.query(
    `
    INSERT INTO tenant (corporation_id, number, home_id, sex, initials, last_name, birth_on, landline, mobile, email, tenancy_started_on, is_do_not_call, last_spoken_at)
    SELECT $1, 'H' || n, h.id, 'V', 'A.', 'Jansen', date '1925-01-01' + (n * 7919 % 29000), CASE WHEN n % 3 = 0 THEN '+3116241' || lpad((n % 10000)::text, 4, '0') END,
      CASE WHEN n % 5 > 0 THEN '+316' || lpad((n % 100000000)::text, 8, '0') END, CASE WHEN n % 4 > 0 THEN n || '@example.nl' END, date '2000-01-01' + n % 9000, n % 97 = 0,
      CASE WHEN n % 50 = 0 THEN now() - interval '10 days' END
    FROM generate_series(1, $2::int) n JOIN home h ON h.corporation_id = $1 AND h.number = 'VHE' || (1 + (n * 31) % $3::int)`,
    [corporationId, tenants, Math.ceil(tenants * 0.9)],
  )
  await owner.query(
    `INSERT INTO number_strike (corporation_id, tenant_id, number, reason, account_id) SELECT corporation_id, id, mobile, 'wrong-number', (SELECT min(account_id::text)::uuid FROM membership WHERE corporation_id = $1) FROM tenant WHERE corporation_id = $1 AND mobile IS NOT NULL AND hashtext(number) % 100 = 0`,
    [corporationId],
  )
  await owner.query('ANALYZE')
}

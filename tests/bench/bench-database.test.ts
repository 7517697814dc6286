import { expect, test } from 'vitest'
import { pool as productPool } from '#app/core/db.server.ts'
import { withBenchDatabase } from './bench-database.ts'

test('a bench that fails while its connections are open shows what it failed of', async () => {
  const failing = withBenchDatabase(async (owner, _url, pool) => {
    for (const asked of [owner, pool, productPool()]) await asked.query('SELECT 1')
    throw new Error('what went wrong')
  })
  await expect(failing).rejects.toThrow('what went wrong')
})

test('a bench whose database falls away under it shows that, and nothing in its place', async () => {
  const failing = withBenchDatabase(async (owner, _url, pool) => {
    await pool.query('SELECT 1')
    await owner.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = $1',
      ['client backend'],
    )
    await pool.query('SELECT 1').catch(() => {})
    await owner.query('SELECT pg_terminate_backend(pg_backend_pid())')
  })
  await expect(failing).rejects.toThrow('terminating connection due to administrator command')
})

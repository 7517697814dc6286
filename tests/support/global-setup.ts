import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type LoginUrls, makeLogins } from '#app/core/database-logins.server.ts'
import { startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import type { SqlQuery } from '#app/core/sql.ts'
import { shippedProtocols } from '#app/triage/base-protocols.ts'
import { keepBaseProtocols } from '#app/triage/keep-base.server.ts'
import { migrate } from '#prisma/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's; the superuser's is `adminUrl`. */
    postgresUrl: string
    adminUrl: string
    /** As whom the application and the queue sign in to each copy. */
    logins: LoginUrls
    runDir: string
  }
}

/** A PostgreSQL for this run, with one migrated template that every test file clones. */
export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-test-'))
  // What a crash would lose does not matter here; what speed it buys does.
  const postgres = await startEmbeddedPostgres(dir, 'rondbel_template', [
    '-c',
    'fsync=off',
    '-c',
    'synchronous_commit=off',
    '-c',
    'full_page_writes=off',
  ])
  await migrate(postgres.url)
  const logins = await makeLogins(postgres.url, { app: 'a-password', queue: 'another-password' })
  await keepProtocols(postgres.adminUrl)
  const admin = new pg.Client(postgres.adminUrl.replace(/[^/]*$/, 'postgres'))
  await admin.connect()
  await admin.query('ALTER DATABASE rondbel_template IS_TEMPLATE true ALLOW_CONNECTIONS false')
  await admin.end()
  project.provide('postgresUrl', postgres.url)
  project.provide('adminUrl', postgres.adminUrl)
  project.provide('logins', logins)
  project.provide('runDir', dir)
  return async () => {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** As whatever starts does it. */
async function keepProtocols(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  const run = async <Row>({ text, values }: SqlQuery) => (await client.query(text, values)).rows as Row[]
  await keepBaseProtocols({ sql: run }, shippedProtocols)
  await client.end()
}

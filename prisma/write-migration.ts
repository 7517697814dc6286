import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import { checkDifference } from './checks.ts'
import { closedLists } from './closed-lists.ts'
import { migrate } from './migrate.ts'
import { type readSchema, schemaDifference } from './schema-engine.ts'

export type WrittenMigration =
  | { ok: true; path: string }
  | { ok: false; reason: 'bad-name' | 'name-taken' | 'nothing-to-do' }

/** Writes a migration named for what it adds, unless `findDifference` finds nothing that it could add. */
export async function writeMigration(
  name: string,
  findDifference: () => Promise<string>,
  { into, now }: { into: string; now: Date },
): Promise<WrittenMigration> {
  const refused = refusedName(name, readdirSync(into))
  if (refused) return { ok: false, reason: refused }
  const script = await findDifference()
  if (script === '') return { ok: false, reason: 'nothing-to-do' }
  const dir = join(into, `${timestamp(now)}_${name}`)
  mkdirSync(dir)
  const path = join(dir, 'migration.sql')
  writeFileSync(path, script)
  return { ok: true, path }
}

function refusedName(name: string, others: readonly string[]) {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) || name.length > 60) return 'bad-name'
  return others.some((other) => other.replace(/^\d+_/, '') === name) ? 'name-taken' : null
}

const timestamp = (now: Date) => now.toISOString().replaceAll(/\D/g, '').slice(0, 14)

type Wanted = { schema?: ReturnType<typeof readSchema>; lists?: Record<string, readonly string[]> }

/** The script that brings a database to the schema and to the closed lists; empty when it stands there already. */
export async function wholeDifference(url: string, { schema, lists = closedLists }: Wanted = {}): Promise<string> {
  const tables = (await schemaDifference(url, schema)).trim()
  const client = new pg.Client(url)
  await client.connect()
  const checks = await checkDifference(client, lists).finally(() => client.end())
  const parts = [tables, protection(tables), checks.join('\n')].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

/** A new table about one corporation's people starts under row-level security. */
function protection(script: string) {
  return [...script.matchAll(/CREATE TABLE "(\w+)" \(\n(.*?)\n\);/gs)]
    .filter(([, , columns]) => columns?.includes('"corporation_id"'))
    .map(([, table]) => `SELECT protect_by_corporation('${table}');`)
    .join('\n')
}

/** Asks a new database on which every migration has run, and takes it away again. */
export async function askMigratedDatabase<T>(ask: (url: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-migration-'))
  const postgres = await startEmbeddedPostgres(dir, 'scratch', ['-c', 'fsync=off'])
  try {
    await migrate(postgres.url)
    return await ask(postgres.url)
  } finally {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

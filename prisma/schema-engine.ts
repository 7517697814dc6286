import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

const filters = { externalTables: [], externalEnums: [] }
const migrationsDir = join(import.meta.dirname, 'migrations')
const schemaDir = join(import.meta.dirname, 'schema')

type Engine = { applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }> }

/**
 * Prisma's own schema engine as WebAssembly over the pg adapter: needs no downloaded binary and keeps the same
 * `_prisma_migrations` table as `prisma migrate deploy`.
 */
async function schemaEngine(scripts: WholeScripts): Promise<Engine> {
  const { SchemaEngine } = await loadEngine()
  const datamodels = schemaFiles().map(({ path, content }) => [path, content])
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(scripts))
}

type Bindings = { SchemaEngine: { new: (options: unknown, log: () => void, adapter: unknown) => Promise<Engine> } }
let loaded: Promise<Bindings> | null = null

/** Once a process: a second instance would be handed the memory of the first. */
function loadEngine(): Promise<Bindings> {
  loaded ??= (async () => {
    const here = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
    const bindings = await import(/* @vite-ignore */ pathToFileURL(join(here, 'schema_engine_bg.js')).href)
    const wasm = readFileSync(join(here, 'schema_engine_bg.wasm'))
    const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings })
    bindings.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
    return bindings
  })()
  return loaded
}

/** The adapter cuts a script at every semicolon, also inside a function body; PostgreSQL reads whole scripts itself. */
class WholeScripts extends PrismaPg {
  private readonly pools: pg.Pool[] = []

  override async connect() {
    const adapter = await super.connect()
    this.pools.push(adapter.underlyingDriver())
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script)
    }
    return adapter
  }

  async close() {
    await Promise.all(this.pools.map((pool) => pool.end()))
  }
}

function schemaFiles() {
  return readdirSync(schemaDir)
    .sort()
    .map((name) => ({ path: `prisma/schema/${name}`, content: readFileSync(join(schemaDir, name), 'utf8') }))
}

export function migrationNames() {
  return readdirSync(migrationsDir)
    .filter((name) => !name.includes('.'))
    .sort()
}

function migrationsList() {
  const migrationDirectories = migrationNames().map((path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: readFileSync(join(migrationsDir, path, 'migration.sql'), 'utf8') },
    },
  }))
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }
  return { baseDir: 'prisma/migrations', lockfile, shadowDbInitScript: '', migrationDirectories }
}

/** Applies what is pending; gives the names of what was applied. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const scripts = new WholeScripts({ connectionString })
  try {
    const engine = await schemaEngine(scripts)
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters })
    return appliedMigrationNames
  } finally {
    await scripts.close()
  }
}

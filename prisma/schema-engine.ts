import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type pg from 'pg'

/** As `prisma migrate diff --exit-code` answers. */
const isDifferent = 2
const filters = { externalTables: [], externalEnums: [] }
const schemaDir = join(import.meta.dirname, 'schema')

type Engine = {
  diff(input: unknown): Promise<{ exitCode: number; stdout: string | null }>
}

/**
 * Prisma's own schema engine as WebAssembly over the pg adapter, to tell a schema from a database; needs no downloaded
 * binary. Migrations run without it: see `apply-migrations.ts`.
 */
async function schemaEngine(reader: CatalogReader): Promise<Engine> {
  const { SchemaEngine } = await loadEngine()
  const datamodels = readSchema().map(({ path, content }) => [path, content])
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(reader))
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

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** The adapter, able to read PostgreSQL's catalog. */
class CatalogReader extends PrismaPg {
  private readonly pools: pg.Pool[] = []

  override async connect() {
    const adapter = await super.connect()
    this.pools.push(adapter.underlyingDriver())
    withLetters(adapter)
    return adapter
  }

  async close() {
    await Promise.all(this.pools.map((pool) => pool.end()))
  }
}

const letter = 18
const text = 25

/** The catalog keeps kinds as single letters (`"char"`), a type that the engine asks for and the adapter refuses. */
function withLetters(adapter: Adapter) {
  const pool = adapter.underlyingDriver()
  const lettersOf = new WeakMap<unknown[], number[]>()
  const runQuery = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<pg.QueryArrayResult>
  const asText = async (...parameters: unknown[]) => {
    const answer = await runQuery(...parameters)
    // A script of several statements is answered by a list, which has no fields.
    for (const [index, field] of answer.fields?.entries() ?? []) {
      if (field.dataTypeID !== letter) continue
      field.dataTypeID = text
      lettersOf.set(answer.rows, [...(lettersOf.get(answer.rows) ?? []), index])
    }
    return answer
  }
  pool.query = asText as typeof pool.query
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const answer = await queryRaw(query)
    for (const index of lettersOf.get(answer.rows) ?? []) answer.columnTypes[index] = ColumnTypeEnum.Character
    return answer
  }
}

/** The files of a schema; without a folder those of this version. */
export function readSchema(dir = schemaDir) {
  return readdirSync(dir)
    .sort()
    .map((name) => ({ path: `prisma/schema/${name}`, content: readFileSync(join(dir, name), 'utf8') }))
}

/** What would bring this database to `prisma/schema/`, as a script; empty when it stands there already. */
export async function schemaDifference(connectionString: string, files = readSchema()): Promise<string> {
  return withEngine(connectionString, async (engine) => {
    const from = { tag: 'schemaDatasource', files, configDir: schemaDir }
    const to = { tag: 'schemaDatamodel', files }
    const { exitCode, stdout } = await engine.diff({ from, to, script: true, exitCode: true, filters })
    return exitCode === isDifferent ? (stdout ?? '') : ''
  })
}

async function withEngine<T>(connectionString: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const reader = new CatalogReader({ connectionString })
  try {
    return await work(await schemaEngine(reader))
  } finally {
    await reader.close()
  }
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const migrationsDir = join(import.meta.dirname, 'migrations')

/** In the order they run in. */
export function migrationNames(): string[] {
  return readdirSync(migrationsDir)
    .filter((name) => !name.includes('.'))
    .sort()
}

export function readMigration(name: string) {
  const script = readFileSync(join(migrationsDir, name, 'migration.sql'), 'utf8')
  return { script, checksum: createHash('sha256').update(script).digest('hex') }
}

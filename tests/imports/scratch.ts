import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Mapping } from '#imports/mapping-schema.ts'
import { type Batch, type RowResult, readTenantList } from '#imports/read-list.ts'

/** A folder for one test file, gone when it is done. */
export function scratch(): { fileOf(name: string, content: Buffer | string): string; path(name: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'rondbel-lists-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string) => join(folder, name)
  return {
    path,
    fileOf(name, content) {
      writeFileSync(path(name), content)
      return path(name)
    },
  }
}

export const today = '2026-11-22'

export async function readAll(path: string, mapping: Mapping): Promise<RowResult[]> {
  const results: Batch['results'] = []
  for await (const batch of readTenantList(path, mapping, { today })) results.push(...batch.results)
  return results
}

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const listedOn = '2026-11-22'

/** Does `work` with a list of so many rows; `tenants` is how many a whole import must leave. */
export async function withList<T>(rows: number, work: (path: string, tenants: number) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-list-'))
  const path = join(dir, 'list.csv')
  const args = ['--rows', String(rows), '--today', listedOn, '--out', path]
  await promisify(execFile)(process.execPath, ['tests/support/tenant-list.mjs', ...args])
  const { distinctTenants } = JSON.parse(readFileSync(`${path}.truth.json`, 'utf8')) as { distinctTenants: number }
  return work(path, distinctTenants).finally(() => rmSync(dir, { recursive: true, force: true }))
}

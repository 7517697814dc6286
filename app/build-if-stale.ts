import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What the pages are made of. */
export const pageSources = ['app', 'imports', 'prisma/schema', 'public', 'package-lock.json', 'remix.config.js']
const result = 'build/server/index.js'

/** Builds the pages when there is no build, or one that is older than its sources. */
export function buildIfStale() {
  const builtAt = existsSync(result) ? statSync(result).mtimeMs : 0
  if (pageSources.every((source) => newest(source) <= builtAt)) return
  console.log('Building the pages …')
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The pages could not be built:\n${stdout}${stderr}`)
}

function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

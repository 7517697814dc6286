import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CannotStart } from './core/cannot-start.ts'

/** What the pages are made of. */
export const pageSources = ['app', 'imports', 'prisma/schema', 'public', 'package-lock.json', 'remix.config.js']
const result = 'build/server/index.js'

/** Builds the pages when there is no build, or one that is older than its sources. */
export function buildIfStale() {
  const builtAt = existsSync(result) ? statSync(result).mtimeMs : 0
  if (pageSources.every((source) => newest(source) <= builtAt)) return
  if (!canBuild()) throw new CannotStart(noPackages)
  console.log('Building the pages …')
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The pages could not be built:\n${stdout}${stderr}`)
}

const noPackages =
  'Its pages are not built, or are older than their sources, and the packages that build them are not here. Run npm ci and npm run build.'

function canBuild() {
  const { resolve } = createRequire(import.meta.url)
  try {
    return Boolean(resolve('@remix-run/dev') && resolve('prisma/package.json'))
  } catch {
    return false
  }
}

function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

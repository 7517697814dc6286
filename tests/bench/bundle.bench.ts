import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildIfStale } from '#app/build-if-stale.ts'
import type { Bench } from './figure.ts'

const barKb = 150
// From signing in to the conversation screen.
const pages = [
  'root',
  'accounts/pages/sign-in',
  'accounts/pages/frame',
  'today/pages/today',
  'calls/pages/calls',
  'calls/pages/call',
]

type Manifest = {
  entry: { module: string; imports: string[] }
  routes: Record<string, { module: string; imports?: string[] }>
}

/** JavaScript a caller downloads until the first conversation is on the screen. */
export const bundleBench: Bench = {
  name: 'bundle',
  async run() {
    buildIfStale()
    const { assets } = (await import(join(process.cwd(), 'build/server/index.js'))) as { assets: Manifest }
    const missing = pages.filter((page) => !assets.routes[page])
    const entries = [assets.entry, ...pages.flatMap((page) => assets.routes[page] ?? [])]
    const files = closure(entries.flatMap(({ module, imports }) => [module, ...(imports ?? [])]))
    const kb = [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000
    return [
      {
        name: 'JavaScript until the first call, gzip',
        value: kb,
        unit: 'KB',
        floor: null,
        floorIs: null,
        ratio: null,
        bar: `≤ ${barKb} KB`,
        isWithin: kb <= barKb && missing.length === 0,
        checked:
          missing.length === 0 ? `${files.size} files of ${pages.length} pages` : `NO PAGE ${missing.join(', ')}`,
      },
    ]
  },
}

const read = (file: string) => readFileSync(join('build/client', file))

/** With everything those files import themselves. */
function closure(start: string[]): Set<string> {
  const found = new Set<string>()
  const waiting = [...start]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file) || !existsSync(join('build/client', file))) continue
    found.add(file)
    for (const [, name] of read(file)
      .toString()
      .matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
      waiting.push(`/assets/${name}`)
  }
  return found
}

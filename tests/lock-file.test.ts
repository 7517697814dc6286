import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

type LockedPackage = { optionalDependencies?: Record<string, string> }

/** Node's own way of finding a package: beside it, or beside one of the folders it lies in. */
function findLocked(packages: Record<string, LockedPackage>, from: string, name: string): string | null {
  const beside = `${from ? `${from}/` : ''}node_modules/${name}`
  if (packages[beside]) return beside
  if (from === '') return null
  return findLocked(packages, from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name)
}

test('the lock file names the binaries of every platform, or npm ci refuses it on some of them', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !findLocked(packages, from, name)),
  )
  expect(Object.keys(packages).length).toBeGreaterThan(500)
  expect(missing).toEqual([])
})

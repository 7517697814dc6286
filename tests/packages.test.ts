import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { expect, test } from 'vitest'

// Who runs built pages has the packages of production alone.
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
const ofDevelopment =
  /^(app\/dev|app\/routes\.ts|prisma\/(schema-engine|write-migration|migration-command|prisma\.config))/
const builtIn = new Set(builtinModules)
const withinPages = /^(react-aria-components\/|idb-keyval$)/

const sources = ['app', 'imports', 'jobs', 'prisma']
  .flatMap((dir) => readdirSync(dir, { recursive: true }).map((name) => `${dir}/${name}`))
  .filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !ofDevelopment.test(file))

const packageOf = (name: string) => name.match(/^(@[^/]+\/[^/]+|[^/]+)/)?.[0] ?? ''

/** What a file imports at run time from outside the repository, each with whether the build takes it in. */
function importsOf(file: string) {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )(?:[^'"]*?from )?['"]([^'"]+)['"]|\bimport\(["']([^"']+)["']\)/gm,
  )
  return [...statements]
    .map(([, name = '', atRunTime = '']) => name || atRunTime)
    .filter((name) => !/^[.#]|^node:/.test(name) && !builtIn.has(name) && !withinPages.test(name))
}

test('what runs imports no package of development, but what the build makes part of the pages', () => {
  const found = sources.flatMap((file) => importsOf(file).map((name) => ({ file, name })))
  expect(new Set(found.map(({ name }) => packageOf(name))).size).toBeGreaterThan(25)
  expect(found.filter(({ name }) => !(packageOf(name) in dependencies))).toEqual([])
  const config = readFileSync('remix.config.js', 'utf8')
  expect(config).toContain("noExternal: command === 'build' ? [onlyOfPages]")
})

test('the build tools are not among the packages of production', () => {
  const tools = ['vite', 'typescript', 'prisma', 'tailwindcss', '@tailwindcss/vite', '@remix-run/dev', 'vitest']
  expect(tools.filter((name) => name in dependencies)).toEqual([])
})

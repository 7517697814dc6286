import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { pageSources } from '#app/build-if-stale.ts'
import { settings } from '#app/core/env.server.ts'
import { allOf, copiesOf, stagesOf } from './dockerfile.ts'

const stages = stagesOf('Dockerfile')
const last = stages[stages.length - 1] as (typeof stages)[number]
const names = stages.map((stage) => stage.as)

test('the image is built in stages on one version of Node, and what it copies is there', () => {
  expect(stages.length).toBeGreaterThan(1)
  stages.forEach((stage, at) => {
    expect(['node:24-slim', ...names.slice(0, at)]).toContain(stage.from)
    for (const { from, sources } of copiesOf(stage)) {
      if (from) expect(names.slice(0, at)).toContain(from)
      else expect(sources.filter((source) => !existsSync(source))).toEqual([])
    }
  })
})

test('what runs is the pages of one stage and the packages of another, none of them of development', () => {
  const parts = copiesOf(last).map(({ from }) => stages.find((stage) => stage.as === from) as (typeof stages)[number])
  expect(parts.map(({ as }) => as)).toEqual(['build', 'packages'])
  const [build = [], packages = []] = parts.map((stage) => allOf(stage, 'RUN'))
  expect(build.slice(-2)).toEqual(['npm run build', 'rm -rf node_modules'])
  expect(packages[0]).toMatch(/^npm pkg delete devDependencies scripts\.prepare && npm install --omit=dev /)
  expect(allOf(last, 'RUN').filter((run) => /npm|npx/.test(run))).toEqual([])
})

test('the client of the database finds what the image keeps of it', () => {
  const kept = (name: string) => !/^query_compiler_/.test(name) || /^query_compiler_fast_bg\.postgresql\./.test(name)
  const source = readFileSync('prisma/generated/internal/class.ts', 'utf8')
  const asked = [...source.matchAll(/import\("@prisma\/client\/runtime\/([^"]+)"\)/g)].map(([, name = '']) => name)
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.filter((name) => !kept(name))).toEqual([])
})

test('what the image keeps of OpenTelemetry is what Node.js loads of it', () => {
  const packages = readdirSync('node_modules/@opentelemetry')
  expect(packages.length).toBeGreaterThan(10)
  const [removal = ''] =
    allOf(stages.find(({ as }) => as === 'packages') as (typeof stages)[number], 'RUN')
      .join('\n')
      .match(/find node_modules\/@opentelemetry .+/) ?? []
  const removed = [...removal.matchAll(/-(?:path|name) '\*([^']+?)\*?'/g)].map(([, part = '']) => part)
  expect(removed).toEqual(['/build/esm/', '/build/esnext/', '.map', '.d.ts'])
  const { resolve } = createRequire(import.meta.url)
  const loaded = packages.map((name) => resolve(`@opentelemetry/${name}`))
  expect(loaded.filter((file) => removed.some((part) => file.includes(part)))).toEqual([])
})

test('it runs as somebody who is not root, with settings that exist', () => {
  const [user] = allOf(last, 'USER').slice(-1)
  expect(user).toMatch(/^(?!root|0)\w+$/)
  const at = (name: string) => last.instructions.findLastIndex((instruction) => instruction.name === name)
  expect(at('USER')).toBeGreaterThan(at('RUN'))
  const given = allOf(last, 'ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=')[0] ?? ''))
  expect(given.filter((name) => name !== 'NODE_ENV' && !(name in settings))).toEqual([])
})

test('it starts what is there, and is asked how it is at an address that is there', () => {
  const [command] = allOf(last, 'CMD').map((rest) => JSON.parse(rest) as string[])
  expect(existsSync(command?.at(-1) ?? '')).toBe(true)
  const [path = ''] =
    allOf(last, 'HEALTHCHECK')
      .join()
      .match(/\/health\/\w+/) ?? []
  expect(readFileSync('app/server.ts', 'utf8')).toContain(`router.get('${path}'`)
})

test('what the image is made of is what the start compares the pages with, and no data or secret', () => {
  const rules = readFileSync('.dockerignore', 'utf8').split('\n')
  expect(rules.filter((rule) => rule && !rule.startsWith('#'))[0]).toBe('*')
  const inside = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1))
  expect(inside.filter((source) => !existsSync(source))).toEqual([])
  const topLevel = pageSources.map((source) => source.split('/')[0] ?? '')
  expect(topLevel.filter((source) => !inside.includes(source))).toEqual([])
  expect(inside.filter((source) => /^\.(env|data|git)/.test(source))).toEqual([])
})

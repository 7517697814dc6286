import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const pages = ['README.md', 'CONTRIBUTING.md', 'docs/development.md', 'docs/operations.md']
const text = pages.map((page) => readFileSync(page, 'utf8')).join('\n')
const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '', more = '']) => [name, more] as const)

test('every npm command in the docs is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const named = found(/npm run (?:-s )?([\w:-]+)/g).map(([name]) => name)
  expect(named).toEqual(expect.arrayContaining(['dev', 'gallery', 'format', 'demo', 'test:unit', 'test:e2e']))
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('every test that is named in the docs, by file or by title, is there', () => {
  const files = found(/(tests\/[\w/.-]+\.(?:test|spec)\.tsx?)/g).map(([file]) => file)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
  const byTitle = found(/(tests\/[\w/.-]+\.test\.tsx?) -t '([^']+)'/g)
  expect(byTitle.length).toBeGreaterThan(0)
  for (const [file, title] of byTitle) expect(titlesIn(file).filter((one) => one.includes(title)).length).toBe(1)
  const journeys = readdirSync('tests/e2e').flatMap((name) => titlesIn(join('tests/e2e', name)))
  for (const [title] of found(/test:e2e -- -g '([^']+)'/g))
    expect(journeys.some((journey) => journey.includes(title))).toBe(true)
})

const titlesIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s*(?:test|it)(?:\.\w+(?:\([^)]*\))?)?\(\s*['"`](.+)['"`],/gm)].map(
    ([, title = '']) => title,
  )

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEnv, settings } from '#app/core/env.server.ts'

// `NAME=`, to be filled in, and `#NAME=value`, the default.
const lines = readFileSync('.env.example', 'utf8').split('\n')
const entries = lines.flatMap((line, at) => {
  const [, name, value = ''] = line.match(/^#?([A-Z_]+)=(.*)$/) ?? []
  return name ? [{ name, value, before: lines[at - 1] ?? '' }] : []
})
const namesIn = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))]
const ofCompose = namesIn(readFileSync('compose.yaml', 'utf8'), /\$\{([A-Z_]+)/g)

test('the example names every setting there is, and what compose.yaml asks for, and nothing else', () => {
  const known = new Set([...Object.keys(settings), ...ofCompose])
  expect(entries.map(({ name }) => name).sort()).toEqual([...known].sort())
})

test('each setting in the example is explained, or belongs to the one above it', () => {
  const explained = (before: string) => before.startsWith('# ') || /^#?[A-Z_]+=/.test(before)
  expect(entries.filter(({ before }) => !explained(before))).toEqual([])
})

test('the values in the example are the defaults', () => {
  expect(readEnv(Object.fromEntries(entries.map(({ name, value }) => [name, value])))).toEqual(readEnv({}))
  const hasDefault = (name: string) =>
    settings[name as keyof typeof settings]?.[0].safeParse(undefined).data !== undefined
  expect(entries.filter(({ name, value }) => hasDefault(name) && value === '')).toEqual([])
})

test('README names the same settings', () => {
  const table = readFileSync('README.md', 'utf8').split('| setting')[1]?.split('\n\n')[0] ?? ''
  expect(
    namesIn(table, /`([A-Z]+(?:_[A-Z]+)*)`(?=[^\n|]*\|)/g)
      .filter((name) => name && name in settings)
      .sort(),
  ).toEqual(Object.keys(settings).sort())
})

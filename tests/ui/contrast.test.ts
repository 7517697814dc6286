import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../app/styles.css'), 'utf8')
const pairs = css.matchAll(/--color-([a-z0-9-]+): light-dark\((#[0-9a-f]{6})(?:[0-9a-f]{2})?, (#[0-9a-f]{6})/g)
const colours = Object.fromEntries([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]))

function luminance(hex: string) {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const linear = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!
}

function contrast(one: string, other: string) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter! + 0.05) / (darker! + 0.05)
}

const grounds = ['canvas', 'surface', 'surface-raised', 'surface-sunk']

const text: [string, string[]][] = [
  ['ink', [...grounds, 'accent-soft', 'attention-soft', 'danger-soft']],
  ['ink-soft', [...grounds, 'accent-soft']],
  ['accent', [...grounds, 'accent-soft']],
  ['attention-ink', [...grounds, 'attention-soft', 'accent-soft']],
  ['danger-text', [...grounds, 'danger-soft']],
  ['accent-ink', ['accent', 'accent-strong']],
  ['danger-ink', ['danger', 'danger-strong']],
]

const parts: [string, string[]][] = [
  ['line-strong', grounds],
  ['attention', [...grounds, 'attention-soft']],
  ['danger', [...grounds, 'danger-soft']],
  ['focus', [...grounds, 'accent-soft', 'attention-soft']],
  ...[1, 2, 3, 4, 5].map((series): [string, string[]] => [`chart-${series}`, ['canvas', 'surface']]),
]

const rows = (list: [string, string[]][]) =>
  list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const))

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  const measure = (front: string, back: string) => contrast(colours[front]![scheme], colours[back]![scheme])
  test.each(rows(text))('words in %s can be read on %s', (front, back) => {
    expect(measure(front, back)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(rows(parts))('a shape in %s can be seen on %s', (front, back) => {
    expect(measure(front, back)).toBeGreaterThanOrEqual(3)
  })
})

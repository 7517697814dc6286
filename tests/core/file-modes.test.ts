import { expect, test } from 'vitest'
import { source, sources } from '#tests/support/sources.ts'

/** Writing a file, making a folder: without a mode others on the machine may look into it. */
const making = /(?<![.\w])(?:writeFile|mkdir|appendFile|createWriteStream)(?:Sync)?\(/g

/** A call from its name to the bracket that closes it. */
function callAt(text: string, at: number): string {
  let depth = 0
  for (let end = text.indexOf('(', at); end < text.length; end++) {
    if (text[end] === '(') depth++
    if (text[end] === ')' && --depth === 0) return text.slice(at, end + 1)
  }
  return text.slice(at)
}

test('whatever makes a file or a folder says who may look into it: its owner, or who must pass through', () => {
  const made = [...sources, 'prisma/seed.ts'].flatMap((file) => {
    const text = source(file)
    return [...text.matchAll(making)].map(({ index }) => ({ file, call: callAt(text, index) }))
  })
  expect(made.length).toBeGreaterThan(8)
  expect(made.filter(({ call }) => !/\bmode: 0o(?:600|700|711)\b/.test(call))).toEqual([])
})

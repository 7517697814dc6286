import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { pictures } from './manual/pictures.ts'

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

const manual = 'docs/handleiding'
const manualPages = readdirSync(manual).filter((name) => name.endsWith('.md'))
const manualText = manualPages.map((name) => readFileSync(join(manual, name), 'utf8')).join('\n')

test('the manual shows every picture that is there, and none that is not; the script takes just these', () => {
  const shown = [...manualText.matchAll(/!\[[^\]]+\]\(images\/([^)]+)\.png\)/g)].map(([, name]) => name).sort()
  const kept = readdirSync(join(manual, 'images')).map((name) => name.replace(/\.png$/, ''))
  expect(shown).toEqual(kept.sort())
  expect(pictures.map(({ name }) => name).sort()).toEqual(kept)
})

test('the pictures of the manual are small', () => {
  const sizes = readdirSync(join(manual, 'images')).map((name) => statSync(join(manual, 'images', name)).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000)
})

test('what the manual writes in bold stands on a screen', () => {
  const bold = [...manualText.matchAll(/\*\*(.+?)\*\*/g)].map(([, words = '']) => words.replace(/:$/, ''))
  const words = wordsOnScreens()
  expect(bold.length).toBeGreaterThan(150)
  expect([...new Set(bold)].filter((each) => !words.has(each))).toEqual([])
})

test('every page and heading that the manual leads to is there', () => {
  const anchors = (page: string) =>
    [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    )
  for (const name of manualPages)
    for (const [, page, anchor] of readFileSync(join(manual, name), 'utf8').matchAll(
      /(?<!!)\[[^\]]+\]\(([^)#]*\.md)?#?([^)]*)\)/g,
    )) {
      const target = join(manual, page || name)
      expect([target, existsSync(target)]).toEqual([target, true])
      if (anchor) expect(anchors(target)).toContain(anchor)
    }
})

/** Every Dutch text of the product: of the words of the modules, and of their entries in the frame. */
function wordsOnScreens(): Set<string> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(words\.nl|-words|navigation)\.ts$/.test(name),
  )
  const found = new Set<string>()
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(join('app', file), 'utf8'), ts.ScriptTarget.Latest)
    const look = (node: ts.Node) => {
      if (ts.isStringLiteralLike(node)) found.add(node.text)
      const isEnglish =
        (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && node.name.getText(source) === 'en'
      if (!isEnglish) ts.forEachChild(node, look)
    }
    look(source)
  }
  return found
}

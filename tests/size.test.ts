import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** How deep a reader must hold branches and loops in mind. Files and parameters are limited by the linter. */
const deepest = 3
/** The linter counts a function too, but not the line breaks between tags. */
const longest = 40

const root = resolve(import.meta.dirname, '..')
const sources = ['app', 'imports', 'jobs', 'prisma']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('prisma/generated'))

const branches = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.SwitchStatement,
  ts.SyntaxKind.TryStatement,
])

/** The lines where something stands deeper; a function begins anew, and `else if` goes no deeper. */
function tooDeep(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node, depth: number) => {
    const isElseIf = ts.isIfStatement(node) && ts.isIfStatement(node.parent) && node.parent.elseStatement === node
    const own = ts.isFunctionLike(node) ? 0 : depth + (branches.has(node.kind) && !isElseIf ? 1 : 0)
    if (own > deepest && branches.has(node.kind))
      found.push(`${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
    ts.forEachChild(node, (child) => visit(child, own))
  }
  visit(source, 0)
  return found
}

/** The functions whose body has more lines than that, as an editor counts them. */
function tooLong(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const body = ts.isFunctionLike(node) && 'body' in node ? node.body : undefined
    const lines = body ? lineOf(body.getEnd()) - lineOf(body.getStart()) - 1 : 0
    if (lines > longest) found.push(`${name}:${lineOf(node.getStart()) + 1} ${lines} lines`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

test('no function is longer than forty lines', () => {
  expect(sources.flatMap((file) => tooLong(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('a function of forty-one lines is seen, one of forty is not', () => {
  const of = (lines: number) => `const f = () => {\n${'a()\n'.repeat(lines)}}`
  expect(tooLong('a.ts', of(40))).toEqual([])
  expect(tooLong('a.ts', of(41))).toEqual(['a.ts:1 41 lines'])
})

test('nothing stands deeper than three branches', () => {
  expect(sources.length).toBeGreaterThan(400)
  expect(sources.flatMap((file) => tooDeep(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('a fourth branch is seen, one in a function of its own is not', () => {
  const four = 'for (const a of b) { if (a) { while (c) { if (d) e() } } }'
  expect(tooDeep('a.ts', four)).toEqual(['a.ts:1'])
  expect(tooDeep('a.ts', four.replace('if (d) e()', 'f(() => { if (d) e() })'))).toEqual([])
})

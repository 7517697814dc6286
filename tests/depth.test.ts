import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** How deep a reader must hold branches and loops in mind; length and parameters are limited by the linter. */
const deepest = 3

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

test('nothing stands deeper than three branches', () => {
  expect(sources.length).toBeGreaterThan(400)
  expect(sources.flatMap((file) => tooDeep(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('a fourth branch is seen, one in a function of its own is not', () => {
  const four = 'for (const a of b) { if (a) { while (c) { if (d) e() } } }'
  expect(tooDeep('a.ts', four)).toEqual(['a.ts:1'])
  expect(tooDeep('a.ts', four.replace('if (d) e()', 'f(() => { if (d) e() })'))).toEqual([])
})

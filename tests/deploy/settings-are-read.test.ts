import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { settings } from '#app/core/env.server.ts'

const sources = ['app', 'imports', 'jobs', 'prisma']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('prisma/generated'))

/** The names that a source takes from something, or asks for by name: `env().PORT`, `{ PORT }`, `loginUrl('PORT')`. */
function askedIn(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.name.text)
    if (ts.isBindingElement(node)) found.push((node.propertyName ?? node.name).getText())
    if (ts.isCallExpression(node)) found.push(...node.arguments.filter(ts.isStringLiteral).map(({ text }) => text))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  return found
}

/** What the libraries of OpenTelemetry read from the environment by themselves. */
function askedByOpenTelemetry(): string[] {
  const folder = 'node_modules/@opentelemetry'
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\/build\/src\/.*\.js$/.test(file))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/(?<=FromEnv\)\(')OTEL_\w+(?='\))/g) ?? [])
}

test('each setting is read by somebody: one that does nothing would promise what is not there', () => {
  const asked = new Set([...sources.flatMap(askedIn), ...askedByOpenTelemetry()])
  const names = [...Object.keys(settings), 'POOL_SIZES']
  expect(names.filter((name) => !asked.has(name))).toEqual(['POOL_SIZES'])
})

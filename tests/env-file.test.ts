import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

// Started in a folder of its own, so that no .env of whoever develops takes part; a wrong setting is said before anything starts.
let folder: string
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rondbel-env-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function run(program: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', tsx, ...program], {
    cwd: folder,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ROLE: 'worker', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [complained, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { complained, code }
}
const wrong = 'PUBLIC_URL should be the address people type'
const programs = { 'npm start': [resolve('app/main.ts')], 'a command': [resolve('app/cli.ts'), 'migrate'] }

test.each(Object.entries(programs))('%s reads .env, and what is wrong in it is named', async (_name, program) => {
  writeFileSync(join(folder, '.env'), '# ours\nPUBLIC_URL=ftp://nergens\n')
  const { code, complained } = await run(program)
  expect(complained).toContain(wrong)
  expect(code).toBeGreaterThan(0)
})

test('what is given in another way goes before .env', async () => {
  writeFileSync(join(folder, '.env'), 'PUBLIC_URL=ftp://nergens\nPOOL_SIZE=none\n')
  const { complained } = await run(programs['a command'], { PUBLIC_URL: 'https://rondbel.example.nl' })
  expect(complained).toContain('POOL_SIZE should be')
  expect(complained).not.toContain('PUBLIC_URL')
})

test('a .env that cannot be read is said, not passed over', async () => {
  mkdirSync(join(folder, '.env'))
  expect((await run(programs['a command'])).complained).toContain('.env cannot be read')
})

test('the demo does not read it, so that its story never ends up in a database of real people', async () => {
  writeFileSync(join(folder, '.env'), 'PUBLIC_URL=ftp://nergens\n')
  const { complained } = await run([...programs['npm start'], '--demo'], { POOL_SIZE: 'none' })
  expect(complained).toContain('POOL_SIZE should be')
  expect(complained).not.toContain('PUBLIC_URL')
})

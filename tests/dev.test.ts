import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCorporation } from '#app/corporations/corporations.server.ts'
import { createDoor } from '#app/dev-door.ts'
import { useDatabase } from './support/database.ts'
import { freePort } from './support/free-port.ts'
import { until } from './support/until.ts'

// A copy, so that a source can be changed.
const copy = mkdtempSync(join(tmpdir(), 'rondbel-dev-'))
const running: ChildProcess[] = []
const secrets = ['.data/master-key', '.env']

beforeAll(async () => {
  const sources = ['app', 'imports', 'jobs', 'prisma', 'public', 'package.json', 'tsconfig.json', 'remix.config.js']
  for (const source of sources) cpSync(source, join(copy, source), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, '.data'))
  for (const secret of secrets) writeFileSync(join(copy, secret), 'geheim')
  await useDatabase()
  // Its story counts as told: it takes longer than all else here.
  await addCorporation({ slug: 'de-linde', name: 'De Linde' })
})

afterAll(async () => {
  for (const child of running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(copy, { recursive: true, force: true })
})

function start(env: Record<string, string>) {
  // Without VITEST, with which the configuration is that of the tests.
  const { VITEST: _, ...outer } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/dev-server.ts'], {
    cwd: copy,
    env: { ...outer, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.push(child)
  return child
}

test('a page comes from its source, under the policy of production, and a changed source is a changed page', async () => {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const child = start({ NODE_ENV: 'development', PORT: String(port), PUBLIC_URL: address })
  const page = async () => (await fetch(`${address}/sign-in`)).text()
  await until('it answers', () => page().then(Boolean, () => false), 60_000)
  const answer = await fetch(`${address}/sign-in`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Security-Policy')).not.toMatch(/script-src [^;]*unsafe|\*|ws:/)
  expect(await answer.text()).toContain('Wachtwoord kwijt?')
  expect((await fetch(`${address}/@vite/client`)).status).toBe(200)
  for (const secret of secrets) expect((await fetch(`${address}/${secret}`)).status, secret).toBe(403)

  const words = join(copy, 'app/accounts/words.nl.ts')
  writeFileSync(words, readFileSync(words, 'utf8').replace('Wachtwoord kwijt?', 'Wachtwoord vergeten?'))
  await until('the page has the new words', async () => (await page()).includes('Wachtwoord vergeten?'))

  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}, 120_000)

test('it starts nowhere but in development', async () => {
  for (const NODE_ENV of ['production', '']) {
    const child = start({ NODE_ENV, PORT: String(await freePort()) })
    const [complaint, [code]] = await Promise.all([
      text(child.stderr as NonNullable<typeof child.stderr>),
      once(child, 'exit'),
    ])
    expect(code).toBe(1)
    expect(complaint).toContain('this server is for development')
  }
})

test('who asks while the server starts again waits for it', async () => {
  const port = await freePort()
  const door = createDoor(port).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const pending = fetch(`http://127.0.0.1:${(door.address() as AddressInfo).port}/`, {
    headers: { Connection: 'close' },
  })
  await once(door, 'connection')
  const server = createServer((_request, response) => response.end('hier ben ik')).listen(port, '127.0.0.1')
  expect(await (await pending).text()).toBe('hier ben ik')
  door.close()
  server.close()
})

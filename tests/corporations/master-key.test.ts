import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { CannotStart } from '#app/core/cannot-start.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { assertMasterKey } from '#app/corporations/assert-master-key.server.ts'
import { masterKey, masterKeyFile } from '#app/corporations/master-key.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

const settings = { DATA_DIR: process.env.DATA_DIR, MASTER_KEY: process.env.MASTER_KEY }
beforeAll(async () => {
  await useDatabase()
})
beforeEach(() => use({ DATA_DIR: mkdtempSync(join(inject('runDir'), 'key-')), MASTER_KEY: undefined }))
afterEach(async () => {
  await asSuperuser('DELETE FROM corporation')
  use(settings)
})

/** As another process with these settings would see it. */
function use(wanted: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  for (const name of ['env', 'master-key', 'data-keys']) resetSingleton(name)
}

const another = Buffer.alloc(32, 7).toString('base64')

test('the key that the corporations were sealed with is right, in its file or as a setting', async () => {
  await aCorporation()
  await expect(assertMasterKey()).resolves.toBeUndefined()
  const kept = readFileSync(masterKeyFile(), 'utf8')
  rmSync(masterKeyFile())
  use({ MASTER_KEY: kept })
  await expect(assertMasterKey()).resolves.toBeUndefined()
})

test('a new installation makes one at its first corporation', async () => {
  await expect(assertMasterKey()).resolves.toBeUndefined()
  expect(existsSync(masterKeyFile())).toBe(false)
  expect(masterKey()).toHaveLength(32)
  expect(readFileSync(masterKeyFile(), 'utf8')).toBe(masterKey().toString('base64'))
})

test('one that is gone is said so, and no new one is made beside what cannot be read without it', async () => {
  await aCorporation()
  rmSync(masterKeyFile())
  use({})
  await expect(assertMasterKey()).rejects.toThrow(CannotStart)
  await expect(assertMasterKey()).rejects.toThrow(/^The master key is gone: .+ Put back the one that was kept\.$/)
  expect(existsSync(masterKeyFile())).toBe(false)
})

test.each([
  ['another one in the settings', { MASTER_KEY: another }, /^MASTER_KEY is not the one that [\w-]+ is sealed with/],
  ['another one in its file', another, /^The master key in .+ is not the one that [\w-]+ is sealed with/],
  ['half of one', another.slice(0, 20), /holds no whole master key/],
  ['an empty file', '', /holds no whole master key/],
])('%s is refused in a sentence', async (_what, instead, sentence) => {
  await aCorporation()
  if (typeof instead === 'string') {
    mkdirSync(dirname(masterKeyFile()), { recursive: true })
    writeFileSync(masterKeyFile(), instead)
    use({})
  } else use(instead)
  await expect(assertMasterKey()).rejects.toThrow(sentence)
})

test('that some open and others do not is said of those others', async () => {
  await aCorporation()
  const first = readFileSync(masterKeyFile(), 'utf8')
  use({ MASTER_KEY: another })
  const second = await aCorporation()
  use({ MASTER_KEY: undefined })
  expect(readFileSync(masterKeyFile(), 'utf8')).toBe(first)
  await expect(assertMasterKey()).rejects.toThrow(`is not the one that ${second.slug} is sealed with`)
})

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '#app/core/cannot-start.ts'
import { dataPath, env } from '#app/core/env.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'

const bytes = 32

/** 32 bytes that wrap every corporation's data key: MASTER_KEY, or else a file made once in the data folder. */
export const masterKey = () => processSingleton('master-key', () => standingKey() ?? madeKey())

/** The key that there is, or null; a file that holds none, or half of one, throws CannotStart. */
export function standingKey(): Buffer | null {
  const { MASTER_KEY } = env()
  if (MASTER_KEY) return Buffer.from(MASTER_KEY, 'base64')
  const file = masterKeyFile()
  if (!existsSync(file)) return null
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length === bytes) return key
  throw new CannotStart(`${file} holds no whole master key. Put back the one that was kept, or set MASTER_KEY.`)
}

export const masterKeyFile = () => dataPath('secrets', 'master-key')

function madeKey() {
  const file = masterKeyFile()
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // 'wx': of two processes that start at once, one writes and both read the same key.
  try {
    writeFileSync(file, randomBytes(bytes).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return standingKey() as Buffer
}

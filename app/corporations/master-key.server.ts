import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { dataPath, env } from '#app/core/env.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'

/** 32 bytes that wrap every corporation's data key: MASTER_KEY, or else a file made once in the data folder. */
export const masterKey = () =>
  processSingleton('master-key', () =>
    env().MASTER_KEY ? Buffer.from(env().MASTER_KEY as string, 'base64') : keyInFile(),
  )

function keyInFile() {
  const file = dataPath('secrets', 'master-key')
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // 'wx': of two processes that start at once, one writes and both read the same key.
    try {
      writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64')
}

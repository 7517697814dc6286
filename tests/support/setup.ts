import { join } from 'node:path'
import { afterAll, afterEach, inject, vi } from 'vitest'
import { dropDatabase } from './database.ts'
import { forgetWhatWasMade } from './made-once.ts'

// Test files share a process: each starts without what the one before it made or set.
const shared = globalThis as { settingsAtStart?: NodeJS.ProcessEnv }
forgetWhatWasMade()
shared.settingsAtStart ??= { ...process.env }
for (const name of Object.keys(process.env)) if (!(name in shared.settingsAtStart)) delete process.env[name]
Object.assign(process.env, shared.settingsAtStart)

// Each test file has a folder of its own and, once it asks for one, a database of its own.
process.env.DATA_DIR = join(inject('runDir'), `data-${process.pid}-${Math.random().toString(36).slice(2)}`)
process.env.LOG_LEVEL ??= 'silent'
process.env.PUBLIC_URL ??= 'http://localhost:3000'

const errors = vi.spyOn(console, 'error')
afterEach(() => {
  const messages = errors.mock.calls.map((call) => call.map(String).join(' '))
  errors.mockClear()
  if (messages.length > 0) throw new Error(`console.error was called:\n${messages.join('\n')}`)
})

afterAll(dropDatabase)

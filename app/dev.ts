import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { freePort, startEmbeddedPostgres } from './core/embedded-postgres.server.ts'
import { readEnv } from './core/env.server.ts'
import { createDoor } from './dev-door.ts'

/**
 * `npm run dev`: a database with the demo in a folder of its own, and on it the server, which starts again when something
 * changes that Vite does not bring in by itself: jobs, the operations they call, migrations. Whoever asks for a page
 * meanwhile waits for it.
 */
const settings = readEnv({ ...process.env, DATA_DIR: process.env.DATA_DIR || '.data/dev' })
const postgres = await startEmbeddedPostgres(settings.dataDir)
const innerPort = await freePort()
const tsx = createRequire(import.meta.url).resolve('tsx/cli')
const watched = ['watch', '--clear-screen=false', '--include', 'prisma/migrations/**/*.sql', 'app/dev-server.ts']
const server = spawn(process.execPath, [tsx, ...watched], {
  env: {
    ...process.env,
    NODE_ENV: 'development',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    DEMO_PASSWORD: settings.DEMO_PASSWORD ?? keptPassword(),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: postgres.url,
    HOST: '127.0.0.1',
    PORT: String(innerPort),
    PUBLIC_URL: settings.publicUrl.origin,
  },
  stdio: 'inherit',
})
const door = createDoor(innerPort).listen(settings.PORT, settings.HOST)
// A taken port is no reason to leave the database running.
door.on('error', (error) => {
  console.error(error.message)
  server.kill('SIGTERM')
})
// Ctrl+C reaches the server too; a signal from elsewhere is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
const [code] = await once(server, 'exit')
await postgres.stop()
process.exit(code ?? 0)

function keptPassword() {
  const file = join(settings.dataDir, 'demo-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(9).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

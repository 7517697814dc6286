import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from './free-port.ts'

export type RunningRedis = { url: string; stop(): Promise<void> }

/** A Redis of its own that keeps nothing, at a free port or at this address; null when this machine has none. */
export async function startRedis(at?: string): Promise<RunningRedis | null> {
  const program = redisServer()
  if (!program) return null
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-redis-'))
  const port = at ? new URL(at).port : String(await freePort())
  const server = spawn(program, ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', dir], {
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  const url = `redis://127.0.0.1:${port}`
  await answering(url)
  return {
    url,
    async stop() {
      server.kill()
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function redisServer() {
  const found = process.env.RONDBEL_REDIS_SERVER ?? spawnSync('which', ['redis-server'], { encoding: 'utf8' }).stdout
  return found?.trim() || null
}

async function answering(url: string) {
  const client = new Redis(url, { maxRetriesPerRequest: 100, retryStrategy: () => 50 })
  client.on('error', () => {})
  await client.ping()
  client.disconnect()
}

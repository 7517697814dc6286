import { Redis } from 'ioredis'
import { type Finding, well, worthALook, wrong } from './findings.ts'

const patienceMs = 3_000

/** Reachable, never throwing jobs away, and keeping them over a restart. */
export async function checkRedis(url: string): Promise<Finding[]> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return [well('redis', 'Redis answers.'), ...(await configured(client))]
  } catch (error) {
    const isRefused = /NOAUTH|WRONGPASS|NOPERM/.test((error as Error).message)
    const says = isRefused ? 'Redis refuses who REDIS_URL signs in as.' : 'Nobody answers at REDIS_URL.'
    return [wrong('redis', says, 'Look at REDIS_URL, and whether Redis runs there.')]
  } finally {
    client.disconnect()
  }
}

async function configured(client: Redis): Promise<Finding[]> {
  const info = `${await client.info('memory')}${await client.info('persistence')}`
  const told = (name: string) => info.match(new RegExp(`^${name}:(.*?)\\r?$`, 'm'))?.[1]
  return [policy(told('maxmemory_policy') ?? 'unknown'), kept(told('aof_enabled') === '1', await snapshots(client))]
}

function policy(name: string): Finding {
  if (name === 'noeviction') return well('redis-policy', 'Redis throws nothing away when it is full.')
  return wrong('redis-policy', `Redis may throw jobs away (${name}).`, 'Set its maxmemory-policy to noeviction.')
}

/** Null where the hoster lets nobody ask. */
async function snapshots(client: Redis): Promise<boolean | null> {
  const answer = await client.config('GET', 'save').catch(() => null)
  return Array.isArray(answer) ? answer[1] !== '' : null
}

function kept(appends: boolean, saves: boolean | null): Finding {
  if (appends || saves) return well('redis-kept', 'Redis keeps its jobs over a restart.')
  const says =
    saves === null
      ? 'Whether Redis keeps its jobs over a restart cannot be seen.'
      : 'Redis keeps nothing over a restart.'
  return worthALook(
    'redis-kept',
    `${says} Lists and the schedule then go on within a minute.`,
    'Set appendonly yes to lose no time.',
  )
}

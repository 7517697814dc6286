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
  // Why it refuses is said here alone: whoever waits to be let in hears only that the connection is closed.
  const complaints: string[] = []
  client.on('error', ({ message }) => complaints.push(message))
  try {
    await client.connect()
    return [well('redis', 'Redis answers.'), ...(await configured(client))]
  } catch (error) {
    if ([...complaints, (error as Error).message].some((said) => /NOAUTH|WRONGPASS|NOPERM/.test(said)))
      return [wrong('redis-sign-in', 'Redis refuses who REDIS_URL signs in as.', 'Set the right user and password.')]
    return [wrong('redis', 'Nobody answers at REDIS_URL.', 'Look at REDIS_URL, and whether Redis runs there.')]
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

import type pg from 'pg'
import { CannotStart } from '../core/cannot-start.ts'
import { env } from '../core/env.server.ts'
import { log } from '../core/log.server.ts'
import { checkClock } from './check-database.server.ts'
import { checkAddress, checkDisk, checkFolder, checkNode, checkProxy } from './check-machine.server.ts'
import { checkRedis } from './check-redis.server.ts'
import type { Finding } from './findings.ts'

/**
 * What is worse than not to start: what would be written with a clock that is off is wrong for good, and a password that
 * Redis refuses mends itself never. A Redis that is away comes back, and a full disk gets room: ready says so until then.
 */
const stopping = new Set(['node', 'clock', 'redis-sign-in'])

/**
 * What the doctor looks at and no other step of a start does: throws CannotStart, or logs what is worth a look, a line each.
 * @param database signed in as the application
 */
export async function checkAtStart(database: Pick<pg.Client, 'query'>) {
  const findings = (await examined(database)).filter(({ verdict }) => verdict !== 'well')
  const reason = findings.find(({ check, verdict }) => verdict === 'wrong' && stopping.has(check))
  if (reason) throw new CannotStart(`${reason.says} ${reason.toDo}`)
  for (const { check, says, toDo } of findings) log().warn({ event: 'worth-a-look', check, says, toDo })
}

async function examined(database: Pick<pg.Client, 'query'>): Promise<Finding[]> {
  const { REDIS_URL, ROLE, dataDir } = env()
  const [disk, clock, redis] = await Promise.all([
    checkDisk(env()),
    checkClock(database),
    REDIS_URL ? checkRedis(REDIS_URL) : [],
  ])
  const web = ROLE === 'worker' ? [] : [checkAddress(env()), checkProxy(env())]
  return [checkNode(process.version), checkFolder(dataDir), disk, clock, ...redis, ...web]
}

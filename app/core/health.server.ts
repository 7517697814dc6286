import { pool } from './db.server.ts'
import { env } from './env.server.ts'
import { freeBytes, fullDiskMb } from './free-disk.server.ts'
import { processSingleton } from './process-singleton.server.ts'

export type Health = {
  /** It can answer people. */
  isReady: boolean
  database: boolean
  migrations: boolean
  queue: boolean
  disk: boolean
  /** What somebody has to look at, and what sending people to another web process does not mend: it stays ready. */
  amiss: ('schedule' | 'room-for-lists')[]
  /** Of the recurring job that is most behind; null when it is not known, or when one is not in the queue. */
  secondsBehindSchedule: number | null
}

/** The most frequent job runs each quarter of a minute, and a restarted worker is back long before this. */
export const lateScheduleSeconds = 300

type Checks = {
  migrations(): Promise<boolean>
  queue(): Promise<boolean>
  schedule(): Promise<number | null>
}
const checks = () => processSingleton('health-checks', (): Partial<Checks> => ({}))

/** The process says at its start how migrations, queue and schedule are asked after. */
export function setHealthCheck<Name extends keyof Checks>(name: Name, check: Checks[Name]) {
  const given: Partial<Checks> = { [name]: check }
  Object.assign(checks(), given)
}

const patienceMs = 3_000

export async function health(leastMb = fullDiskMb): Promise<Health> {
  const [database, migrations, queue, secondsBehind, freeMb] = await Promise.all([
    answers(async () => (await pool().query('SELECT 1')).rowCount === 1),
    answers(checks().migrations),
    answers(checks().queue),
    answers(checks().schedule),
    answers(async () => (await freeBytes(env().dataDir)) / 1_000_000),
  ])
  const disk = typeof freeMb === 'number' && freeMb >= leastMb
  const secondsBehindSchedule = typeof secondsBehind === 'number' ? Math.round(secondsBehind) : null
  const isLate = secondsBehindSchedule === null || secondsBehindSchedule > lateScheduleSeconds
  return {
    isReady: database === true && migrations === true && queue === true && disk,
    database: database === true,
    migrations: migrations === true,
    queue: queue === true,
    disk,
    amiss: [
      ...(isLate ? (['schedule'] as const) : []),
      ...(Number(freeMb) < env().FREE_DISK_MB ? (['room-for-lists'] as const) : []),
    ],
    secondsBehindSchedule,
  }
}

/** What the check says, or false when it fails or takes too long. */
async function answers<T>(check: (() => Promise<T>) | undefined): Promise<T | false> {
  if (!check) return false
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs).unref())
  return Promise.race([check().catch(() => false as const), late])
}

import { pool } from './db.server.ts'
import { processSingleton } from './process-singleton.server.ts'

export type Health = { isReady: boolean; database: boolean; migrations: boolean; queue: boolean }

type Check = () => Promise<boolean>
const checks = () => processSingleton('health-checks', () => new Map<'migrations' | 'queue', Check>())

/** The process says at its start how migrations and queue are asked after. */
export const setHealthCheck = (name: 'migrations' | 'queue', check: Check) => void checks().set(name, check)

const patienceMs = 3_000

export async function health(): Promise<Health> {
  const [database, migrations, queue] = await Promise.all([
    answers(async () => (await pool().query('SELECT 1')).rowCount === 1),
    answers(checks().get('migrations')),
    answers(checks().get('queue')),
  ])
  return { isReady: database && migrations && queue, database, migrations, queue }
}

async function answers(check: Check | undefined): Promise<boolean> {
  if (!check) return false
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs).unref())
  return Promise.race([check().catch(() => false), late])
}

import { env } from './core/env.server.ts'
import { checkDatabase } from './doctor/check-database.server.ts'
import {
  checkAddress,
  checkDisk,
  checkFolder,
  checkNode,
  checkPages,
  checkProxy,
  checkSettings,
} from './doctor/check-machine.server.ts'
import { checkRedis } from './doctor/check-redis.server.ts'
import { checkPort, checkSchedule } from './doctor/check-running.ts'
import { type Finding, lineOf } from './doctor/findings.ts'

/** Looks at all that a start needs and changes nothing. Gives the exit code: 1 when something is wrong. */
export async function doctorFromCommand({ json }: { json?: boolean }): Promise<number> {
  process.env.LOG_LEVEL ??= 'silent'
  const findings = await examine()
  const isWell = findings.every(({ verdict }) => verdict !== 'wrong')
  if (json) console.log(JSON.stringify({ ok: isWell, findings }))
  else for (const finding of findings) console.log(lineOf(finding))
  return isWell ? 0 : 1
}

async function examine(): Promise<Finding[]> {
  const first = [checkNode(process.version), checkPages(process.cwd()), ...checkSettings(process.env)]
  // With a setting that cannot be read there is nothing else to go by.
  if (first.some(({ check, verdict }) => check === 'settings' && verdict === 'wrong')) return first
  const { REDIS_URL, dataDir, ROLE } = env()
  return [
    ...first,
    checkFolder(dataDir),
    await checkDisk(env()),
    ...(ROLE === 'worker' ? [] : [await checkPort(env()), checkAddress(env()), checkProxy(env())]),
    ...(await checkDatabase()),
    ...(REDIS_URL ? await checkRedis(REDIS_URL) : []),
    await checkSchedule(env()),
  ]
}

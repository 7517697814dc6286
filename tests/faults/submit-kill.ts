import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { withBenchDatabase } from '#tests/bench/bench-database.ts'
import { aCampaign } from '#tests/calls/a-campaign.ts'
import type { Fault } from './fault.ts'
import { mulberry } from './random.ts'

const times = 12
const homes = 240
const callerCount = 8
const seed = 20_261_122

type After = { attempts: number; doubles: number; spoken: number; reached: number; claimed: number }

/** Callers at work are killed with -9 while they take homes and save conversations; others go on where they were. */
export const submitKillFault: Fault = {
  name: 'submit-kill',
  run: () =>
    withBenchDatabase(async (owner) => {
      const { callers } = await aCampaign({ homes, callers: callerCount })
      const random = mulberry(seed)
      const answered: string[] = []
      for (let kill = 0; kill < times; kill++) answered.push(...(await worked(callers, 200 + random() * 1_500)))
      answered.push(...(await worked(callers, null)))
      const after = await lookAt(owner)
      const { rows } = await owner.query<{ lost: number }>(
        'SELECT count(*)::int AS lost FROM unnest($1::uuid[]) AS said (id) WHERE NOT EXISTS (SELECT FROM attempt a WHERE a.id = said.id)',
        [answered],
      )
      const lost = rows[0]?.lost ?? answered.length
      const isWhole =
        after.attempts === homes &&
        after.doubles === 0 &&
        after.spoken === homes &&
        after.reached === homes &&
        after.claimed === 0
      return {
        holds: isWhole && lost === 0 && answered.length > 0,
        times,
        seed,
        found: `${answered.length} saves were answered, ${lost} of them lost; ${after.attempts} attempts for ${homes} homes, ${after.doubles} double, ${after.claimed} still claimed`,
      }
    }),
}

/** Gives the saves that were answered before the end. */
async function worked(callers: Actor[], killAfterMs: number | null): Promise<string[]> {
  const program = join(import.meta.dirname, 'submit-job.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(callers)], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const read = once(reader, 'close')
  await once(child.stdout, 'data')
  if (killAfterMs !== null) {
    await Promise.race([sleep(killAfterMs), ended])
    child.kill('SIGKILL')
  }
  await Promise.all([ended, read])
  if (lines.includes('second answer differs')) throw new Error('The same key gave two answers.')
  return lines.filter((line) => /^[0-9a-f-]{36}$/.test(line))
}

async function lookAt(owner: pg.Client): Promise<After> {
  const { rows } = await owner.query<After>(`
    SELECT (SELECT count(*)::int FROM attempt) AS attempts, (SELECT count(*)::int FROM (SELECT FROM attempt GROUP BY target_id HAVING count(*) > 1) d) AS doubles,
      (SELECT count(*)::int FROM conversation) AS spoken, (SELECT count(*)::int FROM target WHERE state = 'reached') AS reached,
      (SELECT count(*)::int FROM target WHERE claimed_by IS NOT NULL) AS claimed`)
  return rows[0] as After
}

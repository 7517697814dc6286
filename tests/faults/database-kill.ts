import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { withBenchDatabase } from '#tests/bench/bench-database.ts'
import { aRound, password, whatBecame } from '#tests/bench/load-round.ts'
import { HttpCaller, type Seen } from '#tests/support/http-caller.ts'
import { refusalOf } from '#tests/support/refusal-of.ts'
import { runServer } from '#tests/support/running-server.ts'
import { until } from '#tests/support/until.ts'
import type { Fault } from './fault.ts'
import { mulberry } from './random.ts'

const times = 6
const callerCount = 20
const homes = 400
const thinkMs = 150
const seed = 20_261_127

/**
 * PostgreSQL is killed with -9 under callers at work, again and again, and comes back by itself. Whoever waits is told to
 * wait (503) or hears nothing for a moment; nobody may be shown an error, and what was answered must be there once.
 */
export const databaseKillFault: Fault = {
  name: 'database-kill',
  run: () =>
    withBenchDatabase(async (owner, url) => {
      const emails = await aRound(owner, { homes, callers: callerCount })
      const dataFolder = await dataFolderOf(owner)
      const server = await runServer()
      const seen: Seen[] = []
      const callers = emails.map(() => new HttpCaller(server.origin, (one) => seen.push(one)))
      await Promise.all(callers.map((caller, nr) => caller.signIn(emails[nr] ?? '', password)))
      const working = Promise.all(callers.map(workToTheEnd))
      const killed = await killAgainAndAgain({ url, dataFolder }, working)
      await working.finally(() => server.stop())
      const saved = callers.flatMap((caller) => caller.saved)
      return judged({ saved, seen, killed, ...(await lookAgain(url, saved)) })
    }),
}

async function workToTheEnd(caller: HttpCaller) {
  let path = await caller.takeNext()
  while (path) path = await caller.finish(path, { thinkMs, note: 'Ging goed.' })
}

async function dataFolderOf(owner: pg.Client) {
  const { rows } = await owner.query<{ data_directory: string }>('SHOW data_directory')
  return rows[0]?.data_directory ?? ''
}

async function killAgainAndAgain({ url, dataFolder }: { url: string; dataFolder: string }, working: Promise<unknown>) {
  const random = mulberry(seed)
  let isDone = false
  void working
    .catch(() => {})
    .finally(() => {
      isDone = true
    })
  let killed = 0
  while (killed < times && !isDone) {
    await until('the database is back', async () => (await refusalOf(url)) === null)
    await sleep(500 + random() * 1_000)
    process.kill(Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
    killed++
  }
  await until('the database is back', async () => (await refusalOf(url)) === null)
  return killed
}

/** The connection of before fell with the database. */
async function lookAgain(url: string, saved: string[]) {
  const owner = new pg.Client(url)
  await owner.connect()
  return whatBecame(owner, saved).finally(() => owner.end())
}

type Found = Awaited<ReturnType<typeof whatBecame>> & { saved: string[]; seen: Seen[]; killed: number }

function judged({ saved, seen, killed, attempts, doubles, lost }: Found) {
  const waits = seen.filter(({ status }) => status === 503).length
  const errors = seen.filter(({ status }) => status >= 500 && status !== 503)
  const isWhole = saved.length === homes && attempts === homes && lost + doubles + errors.length === 0
  return {
    holds: isWhole && killed > 0 && waits > 0,
    times: killed,
    seed,
    found: `${saved.length} saves were answered for ${homes} homes, ${lost} of them lost, ${doubles} double; told to wait ${waits} times, shown an error ${errors.length} times${[...new Set(errors.map(({ kind, status }) => ` ${kind} ${status}`))]}`,
  }
}

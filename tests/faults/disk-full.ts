import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { aRound, password, whatBecame } from '#tests/bench/load-round.ts'
import { HttpCaller, type Seen } from '#tests/support/http-caller.ts'
import { until } from '#tests/support/until.ts'
import { listedOn, withList } from './a-list.ts'
import { coordinatorOf } from './coordinator.ts'
import type { Fault, Outcome, Skipped } from './fault.ts'
import { applyList, checkList, type Import, listReceived } from './imports.ts'
import { leftOver } from './left-over.ts'
import { type Sender, sendSlowly } from './poor-clients.ts'
import { type RunningRondbel, secondsUntil, withRondbel, workIn } from './running-rondbel.ts'

const megabytes = 1_200
const rows = 50_000
const homes = 240
const callerCount = 8
const fullSeconds = 15
const mostSecondsToReady = 60
const patienceMs = 180_000
const seed = 20_261_128

/**
 * The disk of everything, database and uploads, is full to its last byte while callers save, a list is applied and others
 * are sent. What is refused must be said, the process not be ready, nothing be half; with room again it goes on by itself.
 */
export const diskFullFault: Fault = {
  name: 'disk-full',
  run: () => withSmallDisk((disk) => withList(rows, (path, tenants) => filledUp({ disk, path, tenants }))),
}

async function withSmallDisk(work: (disk: string) => Promise<Outcome>): Promise<Outcome | Skipped> {
  const disk = mkdtempSync(join(tmpdir(), 'rondbel-disk-'))
  try {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk])
    if (mounted.status !== 0)
      return { skipped: `a small disk cannot be mounted here: ${mounted.stderr ?? mounted.error?.message}`.trim() }
    return await work(disk).finally(() => spawnSync('umount', ['--lazy', disk]))
  } finally {
    rmSync(disk, { recursive: true, force: true })
  }
}

async function filledUp({ disk, path, tenants }: { disk: string; path: string; tenants: number }): Promise<Outcome> {
  const dir = join(disk, 'data')
  mkdirSync(dir, { mode: 0o755 })
  return withRondbel({ dir, settings: { FREE_DISK_MB: '120' } }, async (rondbel, owner) => {
    const emails = await aRound(owner, { homes, callers: callerCount })
    const to = await coordinatorOf(rondbel, owner)
    const list = { content: readFileSync(path), listedOn }
    const received = await listReceived(path)
    await checkList(received)
    await until('the list is checked', async () => (await stateOf(owner, received)) === 'checked', patienceMs)
    const seen: Seen[] = []
    const callers = emails.map(() => new HttpCaller(rondbel.origin, (one) => seen.push(one)))
    await Promise.all(callers.map((caller, nr) => caller.signIn(emails[nr] ?? '', password)))
    const working = Promise.all(callers.map(workToTheEnd))
    const halfway = sendSlowly(to, list, fullSeconds / 3)
    await sleep(1_000)
    // It is picked up, and may go on when there is no room left: a list of this size would else be done before.
    await owner.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [received.importId])
    await applyList(received)
    const look = { rondbel, to, list, tenants: () => tenantsOf(owner, received) }
    const full = await whileFull(disk, async () => {
      await owner.query('SELECT pg_advisory_unlock_all()').catch(() => {})
      return lookWhileFull(look)
    })
    const toReady = await secondsUntil(
      'it is ready again',
      async () => (await rondbel.health())?.isReady === true,
      patienceMs,
    )
    await working
    return judged({
      ...full,
      toReady,
      seen,
      tenants,
      halfway: await halfway,
      ...(await lookAfter(rondbel, received, callers)),
    })
  })
}

async function workToTheEnd(caller: HttpCaller) {
  let path = await caller.takeNext()
  while (path) path = await caller.finish(path, { thinkMs: 300, note: 'Ging goed.' })
}

/** Keeps the disk full, also of what is given back meanwhile. */
async function whileFull<T>(disk: string, work: () => Promise<T>): Promise<T> {
  const filler = join(disk, 'filler')
  const file = openSync(filler, 'w')
  fill(file)
  const timer = setInterval(() => fill(file), 100)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    closeSync(file)
    rmSync(filler)
  }
}

function fill(file: number) {
  for (const size of [1_048_576, 4_096]) {
    const part = Buffer.alloc(size, 1)
    try {
      for (;;) writeSync(file, part)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
}

type Look = {
  rondbel: RunningRondbel
  to: Sender
  list: { content: Buffer; listedOn: string }
  tenants(): Promise<number>
}

async function lookWhileFull({ rondbel, to, list, tenants }: Look) {
  const endsAt = Date.now() + fullSeconds * 1_000
  let [ready, notReady, taken, refused] = [0, 0, 0, 0]
  const seenTenants: number[] = []
  while (Date.now() < endsAt) {
    const { status } = await sendSlowly(to, list, 1)
    if (status === 302) taken++
    else refused++
    const answer = await fetch(`${rondbel.origin}/health/ready`).catch(() => null)
    if (answer?.ok) ready++
    else notReady++
    // The database may be away altogether: then nobody sees anything.
    seenTenants.push(await tenants().catch(() => 0))
  }
  return { ready, notReady, taken, refused, seenTenants }
}

async function tenantsOf(owner: pg.Client, { corporationId }: Import) {
  const { rows: found } = await owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM tenant WHERE corporation_id = $1',
    [corporationId],
  )
  return found[0]?.n ?? 0
}

async function stateOf(owner: pg.Client, { importId }: Import) {
  const { rows: found } = await owner.query<{ state: string }>('SELECT state FROM tenant_import WHERE id = $1', [
    importId,
  ])
  return found[0]?.state
}

/** The connection of before may have fallen with the database. */
async function lookAfter(rondbel: RunningRondbel, received: Import, callers: HttpCaller[]) {
  const owner = await workIn(rondbel)
  try {
    const toApplied = await secondsUntil(
      'the list is applied',
      async () => (await stateOf(owner, received)) === 'applied',
      patienceMs,
    )
    const saved = callers.flatMap((caller) => caller.saved)
    return {
      toApplied,
      applied: await tenantsOf(owner, received),
      saved,
      left: await leftOver(rondbel, owner),
      ...(await whatBecame(owner, saved)),
    }
  } finally {
    await owner.end()
  }
}

type Found = Awaited<ReturnType<typeof lookWhileFull>> &
  Awaited<ReturnType<typeof lookAfter>> & {
    toReady: number
    seen: Seen[]
    tenants: number
    halfway: { status: number; refused: string | undefined }
  }

function judged(found: Found): Outcome {
  const { saved, attempts, doubles, lost, seen, tenants, applied, left } = found
  const failed = seen.filter(({ status }) => status >= 500)
  const errors = failed.filter(({ status }) => status !== 503).length
  const none = found.seenTenants.filter((n) => n === 0).length
  const half = found.seenTenants.filter((n) => n !== 0 && n !== tenants).length
  const isWhole = saved.length === homes && attempts === homes && lost + doubles === 0 && applied === tenants
  const isSaid = failed.length > 0 && found.refused > 0 && found.taken === 0 && found.ready === 0 && found.notReady > 0
  return {
    holds:
      isWhole &&
      isSaid &&
      half + errors === 0 &&
      none > 0 &&
      left.strays.length === 0 &&
      found.toReady <= mostSecondsToReady,
    times: 1,
    seed,
    found: [
      `full for ${fullSeconds} s: ${failed.length} requests of callers were told to wait, ${errors} shown an error${[...new Set(failed.map(({ kind, status }) => ` ${kind} ${status}`))]}; ${found.refused} of ${found.refused + found.taken} lists refused, the one halfway ${found.halfway.refused ?? found.halfway.status}`,
      `not ready ${found.notReady} of ${found.notReady + found.ready} times; with room again ready after ${found.toReady} s`,
      `${saved.length} saves were answered for ${homes} homes, ${lost} lost, ${doubles} double`,
      `the list at work was applied ${found.toApplied} s later with ${applied} of ${tenants} tenants; while full none of it was seen ${none} times, half of it ${half} times; ${left.strays.length} files stayed`,
    ].join('; '),
  }
}

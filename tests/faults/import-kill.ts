import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { type CorporationScope, inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { requestApplication } from '#app/tenant-lists/apply-import.server.ts'
import { requestCheckIn } from '#app/tenant-lists/check-import.server.ts'
import { keepMapping } from '#app/tenant-lists/confirm-mapping.server.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'
import type { TenantListJob } from '#jobs/queues/tenant-lists.ts'
import { workOnTenantList } from '#jobs/workers/tenant-lists.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { withBenchDatabase } from '#tests/bench/bench-database.ts'
import { listedOn, withList } from './a-list.ts'
import type { Fault, Outcome } from './fault.ts'
import { allWarnings } from './imports.ts'
import { mulberry } from './random.ts'

export type Kill = { kind: 'check' | 'apply'; afterMs: number; seenTenants: number; hasEnded: boolean }
export type KillOutcome = { importId: string; kills: Kill[]; state: string }

type KillOptions = {
  corporationId: number
  path: string
  listedOn: string
  kills: { check: number; apply: number }
  longestMs: number
  random: () => number
}

/**
 * Brings in a list while the process that works on it is killed with -9 at random moments, again and again; then lets
 * it finish. Between, nothing of the list may be seen: `seenTenants` counts what was, before the last run began.
 */
export async function importUnderKills({
  corporationId,
  path,
  listedOn,
  kills,
  longestMs,
  random,
}: KillOptions): Promise<KillOutcome> {
  const scope = systemScope(corporationId)
  const received = await importFromPath(scope, { path, fileName: 'huurders.csv', listedOn })
  if (!received.ok) throw new Error(received.refusal.reason)
  const { importId } = received
  await inScopeSql(
    scope,
    async (tx) =>
      (await keepMapping(tx, scope, { importId, mapping: received.mapping })).ok && requestCheckIn(tx, scope, importId),
  )
  const done: Kill[] = []
  for (const kind of ['check', 'apply'] as const) {
    if (kind === 'apply')
      await inScopeSql(scope, (tx) => requestApplication(tx, scope, { importId, confirmed: allWarnings }))
    const payload: TenantListJob = { kind, corporationId, importId }
    for (let turn = 0; turn < kills[kind]; turn++) done.push(await killed(scope, payload, kind, random() * longestMs))
    await workOnTenantList('job', payload)
  }
  const [found] = await inScopeSql(scope, (tx) =>
    tx.sql<{ state: string }>(sql`SELECT state FROM tenant_import WHERE id = ${importId}::uuid`),
  )
  return { importId, kills: done, state: found?.state ?? 'gone' }
}

async function killed(
  scope: CorporationScope,
  payload: TenantListJob,
  kind: Kill['kind'],
  afterMs: number,
): Promise<Kill> {
  const child = startJob(payload)
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  const ended = once(child, 'exit')
  await Promise.race([sleep(afterMs), ended])
  const hasEnded = child.exitCode !== null
  child.kill('SIGKILL')
  await ended
  const [seen] = await inScopeSql(scope, (tx) =>
    tx.sql<{ tenants: number }>(
      sql`SELECT count(*)::int AS tenants FROM tenant WHERE corporation_id = ${scope.corporationId}::int`,
    ),
  )
  return { kind, afterMs: Math.round(afterMs), seenTenants: seen?.tenants ?? 0, hasEnded }
}

function startJob(payload: TenantListJob): ChildProcess {
  const program = join(import.meta.dirname, 'import-job.ts')
  return spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(payload)], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

const times = 20
const seed = 20_261_122

/** Twenty kills in the middle of imports; each must end as an import that nobody disturbed, and show nothing before. */
export const importKillFault: Fault = {
  name: 'import-kill',
  run: () => withList(20_000, (path) => withBenchDatabase((owner) => killedAtWork(owner, path))),
}

async function killedAtWork(owner: pg.Client, path: string): Promise<Outcome> {
  const calm = await aCorporation()
  const started = performance.now()
  await importTenantList(
    systemScope(calm.id),
    { path, fileName: 'huurders.csv', today: listedOn, apply: true },
    campaignsFollowLists,
  )
  // Most of the kills should fall in the middle of the work, on whatever machine this is.
  const longestMs = Math.max(300, (performance.now() - started) / 2)
  const meant = await fingerprintOf(owner, calm.id)
  const random = mulberry(seed)
  const found: { seen: number; whole: number; equal: boolean }[] = []
  for (let round = 0; round < times / 4; round++) {
    const hard = await aCorporation()
    const { kills, state } = await importUnderKills({
      corporationId: hard.id,
      path,
      listedOn,
      kills: { check: 2, apply: 2 },
      longestMs,
      random,
    })
    const now = await fingerprintOf(owner, hard.id)
    const half = kills.filter(
      ({ kind, seenTenants }) => seenTenants !== 0 && (kind === 'check' || seenTenants !== meant.tenants),
    ).length
    found.push({
      seen: half,
      whole: kills.filter(({ hasEnded }) => !hasEnded).length,
      equal: state === 'applied' && now.hash === meant.hash,
    })
  }
  const killed = found.reduce((sum, { whole }) => sum + whole, 0)
  const holds = found.every(({ seen, equal }) => seen === 0 && equal)
  return {
    holds,
    times,
    seed,
    found: `${killed} killed at work; ${found.filter(({ equal }) => equal).length} of ${found.length} lists equal to an undisturbed one; half of a list seen ${found.reduce((sum, { seen }) => sum + seen, 0)} times`,
  }
}

async function fingerprintOf(owner: pg.Client, corporationId: number): Promise<{ tenants: number; hash: string }> {
  const { rows } = await owner.query<{ tenants: number; hash: string }>(
    `SELECT count(*)::int AS tenants, md5(coalesce(string_agg(md5(concat_ws('|', t.number, t.sex, t.initials, t.first_name, t.infix, t.last_name, t.birth_on,
      t.landline, t.mobile, t.other_phone, t.email, t.tenancy_started_on, t.household_size, t.is_do_not_call, t.gone_since IS NULL, h.number, h.street,
      h.house_number, h.addition, h.postcode, h.city, h.complex, c.arrears_cents, c.last_arrears_on, c.nuisance_reported_on, c.nuisance_caused_on)), '' ORDER BY t.number), '')) AS hash
    FROM tenant t LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
      LEFT JOIN tenant_circumstance c ON c.corporation_id = t.corporation_id AND c.tenant_id = t.id
    WHERE t.corporation_id = $1`,
    [corporationId],
  )
  return rows[0] ?? { tenants: 0, hash: '' }
}

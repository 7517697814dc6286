import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { workOnTenantList } from '#jobs/workers/tenant-lists.ts'
import type { TenantListJob } from '#jobs/queues/tenant-lists.ts'
import { type CorporationScope, inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { beginApplication } from '#app/tenant-lists/apply-import.server.ts'
import { beginCheck } from '#app/tenant-lists/check-import.server.ts'
import { keepMapping } from '#app/tenant-lists/confirm-mapping.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'

export type Kill = { kind: 'check' | 'apply'; afterMs: number; seenTenants: number; hasEnded: boolean }
export type KillOutcome = { importId: string; kills: Kill[]; state: string }

type Wish = { corporationId: number; path: string; listedOn: string; kills: { check: number; apply: number }; longestMs: number; random: () => number }

/**
 * Brings in a list while the process that works on it is killed with -9 at random moments, again and again; then lets
 * it finish. Between, nothing of the list may be seen: `seenTenants` counts what was, before the last run began.
 */
export async function importUnderKills({ corporationId, path, listedOn, kills, longestMs, random }: Wish): Promise<KillOutcome> {
  const scope = systemScope(corporationId)
  const received = await importFromPath(scope, { path, fileName: 'huurders.csv', listedOn })
  if (!received.ok) throw new Error(received.refusal.reason)
  const { importId } = received
  await inScopeSql(scope, async (tx) => (await keepMapping(tx, scope, importId, received.mapping)).ok && beginCheck(tx, scope, importId))
  const done: Kill[] = []
  for (const kind of ['check', 'apply'] as const) {
    if (kind === 'apply') await inScopeSql(scope, (tx) => beginApplication(tx, scope, importId, allWarnings))
    const payload: TenantListJob = { kind, corporationId, importId }
    for (let turn = 0; turn < kills[kind]; turn++) done.push(await killed(scope, payload, kind, random() * longestMs))
    await workOnTenantList('job', payload)
  }
  const [found] = await inScopeSql(scope, (tx) => tx.sql<{ state: string }>(sql`SELECT state FROM tenant_import WHERE id = ${importId}::uuid`))
  return { importId, kills: done, state: found?.state ?? 'gone' }
}

const allWarnings = ['unknown-tenants', 'older-list', 'many-gone', 'many-rejected']

async function killed(scope: CorporationScope, payload: TenantListJob, kind: Kill['kind'], afterMs: number): Promise<Kill> {
  const child = startJob(payload)
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  const ended = once(child, 'exit')
  await Promise.race([sleep(afterMs), ended])
  const hasEnded = child.exitCode !== null
  child.kill('SIGKILL')
  await ended
  const [seen] = await inScopeSql(scope, (tx) => tx.sql<{ tenants: number }>(sql`SELECT count(*)::int AS tenants FROM tenant WHERE corporation_id = ${scope.corporationId}::int`))
  return { kind, afterMs: Math.round(afterMs), seenTenants: seen?.tenants ?? 0, hasEnded }
}

function startJob(payload: TenantListJob): ChildProcess {
  const program = join(import.meta.dirname, 'import-job.ts')
  return spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(payload)], { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] })
}

import { verifyAudit } from '#app/audit/chain.server.ts'
import { type Health, health } from '#app/core/health.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { ImportState } from '#app/tenant-lists/import-state.ts'

export type LastImport = { id: string; fileName: string; state: ImportState; at: string; rows: number | null }
type Chain = Awaited<ReturnType<typeof verifyAudit>>
export type Administration = {
  health: Health
  chain: Chain
  lastImport: LastImport | null
  invitations: { name: string; expiresAt: string }[]
}

/** How the installation is doing, for whoever looks after it. */
export async function administrationToday(scope: CorporationScope, now: Date): Promise<Administration> {
  const [report, chain, rows] = await Promise.all([
    health(),
    auditChain(scope, now),
    inScope(scope, async (tx) => ({
      lastImport: await findLastImport(tx, scope),
      invitations: await listOpenInvitations(tx, scope),
    })),
  ])
  return { health: report, chain, ...rows }
}

export async function findLastImport(
  tx: Tx,
  { corporationId }: Pick<CorporationScope, 'corporationId'>,
): Promise<LastImport | null> {
  const found = await tx.tenantImport.findFirst({
    where: { corporationId },
    orderBy: { uploadedAt: 'desc' },
    select: { id: true, fileName: true, state: true, uploadedAt: true, appliedAt: true, counts: true },
  })
  if (!found) return null
  const { id, fileName, state, uploadedAt, appliedAt } = found
  const rows = (found.counts as { rows?: number } | null)?.rows ?? null
  return { id, fileName, state: state as ImportState, at: (appliedAt ?? uploadedAt).toISOString(), rows }
}

/** Sent and not used; those that have run out too, until a new one is sent or a month has passed. */
async function listOpenInvitations(tx: Tx, { corporationId }: CorporationScope) {
  const rows = await tx.sql<{ name: string; expiresAt: Date }>(sql`
    SELECT name, expires_at AS "expiresAt" FROM invitation
    WHERE corporation_id = ${corporationId}::int AND used_at IS NULL AND created_at > now() - interval '30 days'
    ORDER BY expires_at, id LIMIT 20`)
  return rows.map(({ name, expiresAt }) => ({ name, expiresAt: expiresAt.toISOString() }))
}

const freshMs = 10 * 60_000
type Remembered = { at: number; chain: Promise<Chain> }
const remembered = () => processSingleton('today-audit-chain', () => new Map<number, Remembered>())

/** Walking the whole chain takes longer with every year of use, so a home page does it once in ten minutes. */
function auditChain(scope: CorporationScope, now: Date): Promise<Chain> {
  const known = remembered().get(scope.corporationId)
  if (known && now.getTime() - known.at < freshMs) return known.chain
  const chain = verifyAudit(scope)
  remembered().set(scope.corporationId, { at: now.getTime(), chain })
  chain.catch(() => remembered().delete(scope.corporationId))
  return chain
}

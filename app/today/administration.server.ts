import { listOpenInvitations } from '#app/accounts/open-invitations.server.ts'
import { verifyAudit } from '#app/audit/audit-chain.server.ts'
import { type Health, health } from '#app/core/health.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { findLastImport, type LastImport } from '#app/tenant-lists/last-import.server.ts'

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
      invitations: (await listOpenInvitations(tx, scope)).map(({ name, expiresAt }) => ({
        name,
        expiresAt: expiresAt.toISOString(),
      })),
    })),
  ])
  return { health: report, chain, ...rows }
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

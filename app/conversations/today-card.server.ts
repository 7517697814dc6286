import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { listUrgent } from './urgent-conversations.server.ts'

export type UrgentCard = Awaited<ReturnType<typeof readUrgentCard>>

/** Who needs help now. */
export async function readUrgentCard(tx: Tx, actor: Actor) {
  const urgent = await listUrgent(tx, actor, await sealerFor(tx, actor.corporationId))
  return urgent.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { listDrafts } from './list-drafts.server.ts'
import { readOwnList } from './own-list.server.ts'

export type CallingCard = Awaited<ReturnType<typeof readCallingCard>>

/** The own list of a caller, and where they were. */
export async function readCallingCard(tx: Tx, actor: Actor, now: Date) {
  const list = await readOwnList(tx, actor, now)
  return { ...list, drafts: await listDrafts(tx, actor, list.claimed) }
}

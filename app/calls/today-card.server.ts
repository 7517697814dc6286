import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { listConversationDrafts } from './list-conversation-drafts.server.ts'
import { listDrafts } from './list-drafts.server.ts'
import { readOwnList } from './own-list.server.ts'

/** `to`: where they go on with it; null when they may not any more. `isAdded`: it was to be added, and is no call. */
type KeptText = PersonName & {
  id: string
  to: string | null
  savedAt: string
  writtenBy: string | null
  isAdded: boolean
}

export type CallingCard = Awaited<ReturnType<typeof readCallingCard>>

/** The own list of a caller, and where they were. */
export async function readCallingCard(tx: Tx, actor: Actor, now: Date) {
  const list = await readOwnList(tx, actor, now)
  const ofCalls = await listDrafts(tx, actor, list.claimed)
  const drafts: KeptText[] = [
    ...ofCalls.map(({ targetId, ...draft }) => ({ ...draft, id: targetId, to: `/calls/${targetId}`, isAdded: false })),
    ...(await listConversationDrafts(tx, actor)).map((draft) => ({ ...draft, isAdded: true })),
  ]
  return { ...list, drafts: drafts.sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1)) }
}

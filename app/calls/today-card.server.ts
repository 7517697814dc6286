import type { Actor } from '#app/accounts/authorize.server.ts'
import type { Tx } from '#app/core/scope.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { listConversationDrafts } from './list-conversation-drafts.server.ts'
import { listCorrectionDrafts } from './list-correction-drafts.server.ts'
import { listDrafts } from './list-drafts.server.ts'
import { readOwnList } from './own-list.server.ts'

/** `to`: where they go on with it; null when they may not any more. `of`: a call, one to be added, or what corrects one. */
type KeptText = PersonName & {
  id: string
  to: string | null
  savedAt: string
  writtenBy: string | null
  of: 'call' | 'added' | 'correction'
}

export type CallingCard = Awaited<ReturnType<typeof readCallingCard>>

/** The own list of a caller, and where they were. */
export async function readCallingCard(tx: Tx, actor: Actor, now: Date) {
  const list = await readOwnList(tx, actor, now)
  const ofCalls = await listDrafts(tx, actor, list.claimed)
  const drafts: KeptText[] = [
    ...ofCalls.map(({ targetId, ...draft }) => ({
      ...draft,
      id: targetId,
      to: `/calls/${targetId}`,
      of: 'call' as const,
    })),
    ...(await listConversationDrafts(tx, actor)).map((draft) => ({ ...draft, of: 'added' as const })),
    ...(await listCorrectionDrafts(tx, actor)).map((draft) => ({ ...draft, of: 'correction' as const })),
  ]
  return { ...list, drafts: drafts.sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1)) }
}

import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import type { Tx } from '#app/core/scope.server.ts'
import type { HistoryAsked, HistoryEvent } from '#app/tenants/history.ts'
import { listConversations, type PastConversation } from './list-conversations.server.ts'
import type { Outcome } from './outcomes.ts'
import type { Wellbeing } from './wellbeing.ts'

type Held = Pick<
  PastConversation,
  'spokeWith' | 'language' | 'wellbeing' | 'topics' | 'campaignName' | 'urgentRang' | 'urgentResult'
>
export type ConversationEvent =
  | HistoryEvent<'conversation:held', Held>
  | HistoryEvent<'conversation:corrected', { wellbeing: Wellbeing | null; outcome: Outcome | null; urgentRang: string }>

/** What was said with them, and what it said before it was corrected: for whoever reads conversations. */
export async function conversationHistory(tx: Tx, actor: Actor, asked: HistoryAsked): Promise<ConversationEvent[]> {
  if (!can(actor, 'conversation:read')) return []
  const conversations = await listConversations(tx, actor, asked)
  return conversations.flatMap(({ id, at, by, notes, versions, ...facts }): ConversationEvent[] => [
    ...versions.map(({ id: versionId, wellbeing, outcome, urgentRang, ...version }) => ({
      what: 'conversation:corrected' as const,
      ...{ id: versionId, at: version.at, by: version.by, text: version.notes },
      facts: { wellbeing, outcome, urgentRang },
    })),
    { what: 'conversation:held', id, at, by, text: notes, facts, to: `/conversations/${id}` },
  ])
}

import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'

export function targetOf({ targetId }: { targetId?: string }): string {
  if (!targetId || !isUuid(targetId)) throw notFound()
  return targetId
}

/** Whom a conversation is added for, by the address of its page. */
export function spokenWithOf(params: { targetId?: string; tenantId?: string }) {
  if (params.targetId) return { targetId: targetOf(params) }
  const { tenantId } = params
  if (!tenantId || !isUuid(tenantId)) throw notFound()
  return { tenantId }
}

/** What is corrected, by the address of its page. */
export function correctedOf({ attemptId, conversationId }: { attemptId?: string; conversationId?: string }) {
  if (attemptId && isUuid(attemptId)) return { attemptId }
  if (conversationId && isUuid(conversationId)) return { conversationId }
  throw notFound()
}

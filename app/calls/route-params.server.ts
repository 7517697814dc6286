import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'

export function targetOf({ targetId }: { targetId?: string }): string {
  if (!targetId || !isUuid(targetId)) throw notFound()
  return targetId
}

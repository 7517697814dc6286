import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'

export function targetOf({ targetId }: { targetId?: string }): string {
  if (!targetId || !isUuid(targetId)) throw notFound()
  return targetId
}

export function fenceIn(form: FormData): number {
  const fence = Number(form.get('fence'))
  if (!Number.isInteger(fence)) throw notFound()
  return fence
}

/** A browser without script sends the form itself and follows where it is sent. */
export const isNavigation = (request: Request) => request.headers.get('Sec-Fetch-Mode') === 'navigate'

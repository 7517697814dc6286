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

/** The key of the write that the form will send, when it has one. */
export function keyIn(form: FormData): string | undefined {
  const key = String(form.get('key') ?? '')
  return isUuid(key) ? key : undefined
}

/** A browser without script sends the form itself and follows where it is sent. */
export const isNavigation = (request: Request) => request.headers.get('Sec-Fetch-Mode') === 'navigate'

import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'

/** Where the list of numbers for emergencies stands. */
export const numbersPath = '/settings/urgent-numbers'

/** The number an address is about. */
export function numberOf({ numberId }: { numberId?: string }): string {
  if (!numberId || !isUuid(numberId)) throw notFound()
  return numberId
}

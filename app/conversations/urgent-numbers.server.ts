import type { Place } from '#app/core/scope.server.ts'
import type { SqlRunner } from '#app/core/sql.ts'
import { listUrgentNumbers, type UrgentNumber } from '#app/corporations/urgent-numbers.server.ts'
import { type Dialable, dialable } from '#app/tenants/phone-text.server.ts'

export type ShownUrgentNumber = Omit<UrgentNumber, 'phone'> & { phone: Dialable }

/** Whom to ring when somebody needs help at once, in that order, as it is shown. */
export async function readUrgentNumbers(
  tx: SqlRunner,
  scope: Pick<Place, 'corporationId'>,
): Promise<ShownUrgentNumber[]> {
  const numbers = await listUrgentNumbers(tx, scope)
  return numbers.map((number) => ({ ...number, phone: dialable(number.phone) }))
}

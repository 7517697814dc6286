import { inScopeAtOnce } from '#app/core/scope.server.ts'
import { announceClaim } from './announce-claim.server.ts'
import { type Claimer, ownerId } from './claim-kind.ts'
import type { ClaimStatement } from './claim-statement.ts'

export type Claimed = {
  is: 'claimed'
  id: string
  /** Goes with every save; a higher one means that somebody else took it. */
  fence: number
  leaseUntil: Date
  /** They had it already. */
  isResumed: boolean
  /** What the news of the kind are grouped by. */
  groupId: string
}
type ClaimAnswer =
  | Claimed
  | { is: 'none' }
  /** Something was found that fails `mayClaim`. */
  | { is: 'refused' }
  /** Another claim came between: a unique index of the table says no. */
  | { is: 'conflict'; index: string }

type Row = Omit<Claimed, 'is' | 'id'> & { id: string | null; foundId: string | null }

/** `values` are those of the statement from `$3` on. */
export async function claim(
  claimer: Claimer,
  { kind, name, text }: ClaimStatement,
  values: unknown[],
): Promise<ClaimAnswer> {
  try {
    const query = { name, text, values: [ownerId(claimer), claimer.accountId, ...values] }
    const [row] = await inScopeAtOnce<Row>(claimer, query)
    const { id, foundId, ...claimed } = row as Row
    if (!foundId) return { is: 'none' }
    if (!id) return { is: 'refused' }
    if (!claimed.isResumed) announceClaim(claimer, kind, { id, group: claimed.groupId })
    return { is: 'claimed', id, ...claimed }
  } catch (error) {
    const index = conflictOf(error, kind.table)
    if (index === null) throw error
    return { is: 'conflict', index }
  }
}

/** The unique index of the table that refused a row, or null when it was something else. */
export function conflictOf(error: unknown, table: string): string | null {
  const failure = error as { code?: string; table?: string; constraint?: string }
  return failure.code === '23505' && failure.table === table ? (failure.constraint ?? '') : null
}

/** Money of one campaign, in cents. `budgetCents` null: no limit was set. */
export type Budget = { budgetCents: number | null; committedCents: number }

/** Cents left for gestures; null when there is no limit, negative when the limit was lowered afterwards. */
export const leftCents = ({ budgetCents, committedCents }: Budget) =>
  budgetCents === null ? null : budgetCents - committedCents

/**
 * Whether gestures of these prices may be approved together. All or none: the coordinator chooses which to leave out.
 * `committedCents` is what was approved and sent before.
 */
export function mayApprove(
  budget: Budget,
  askedCents: readonly number[],
): { ok: true } | { ok: false; shortCents: number } {
  const left = leftCents(budget)
  const requested = askedCents.reduce((sum, price) => sum + price, 0)
  return left === null || requested <= left ? { ok: true } : { ok: false, shortCents: requested - Math.max(0, left) }
}

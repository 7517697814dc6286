/** Somebody with something to give: hours, and what already lies with them. */
export type Share = { capacity: number; load: number }

/**
 * Divides `count` whole things by capacity with the method of the largest remainders, so that what each holds in the
 * end, load included, is within one of their exact share. Who already holds more than their share gets nothing. Equal
 * remainders go to who comes first. When nobody offers anything, all count alike.
 */
export function divide(count: number, shares: readonly Share[]): number[] {
  const capacities = shares.some(({ capacity }) => capacity > 0) ? shares.map((s) => s.capacity) : shares.map(() => 1)
  let taking = shares.map((_, index) => index).filter((index) => (capacities[index] ?? 0) > 0)
  for (;;) {
    const parts = largestRemainders(
      count + sum(taking.map((index) => shares[index]?.load ?? 0)),
      taking.map((index) => capacities[index] ?? 0),
    )
    const extra = taking.map((index, at) => (parts[at] ?? 0) - (shares[index]?.load ?? 0))
    if (extra.every((more) => more >= 0)) return shares.map((_, index) => extra[taking.indexOf(index)] ?? 0)
    taking = taking.filter((_, at) => (extra[at] ?? 0) >= 0)
  }
}

/** Whole parts of `count` in proportion to the weights; they add up to `count` exactly. */
export function largestRemainders(count: number, weights: readonly number[]): number[] {
  const total = sum(weights)
  if (total <= 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (count * weight) / total)
  const parts = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const left = count - sum(parts)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Campaign steps from 0 to at least `max`, about `wanted` of them; counts are whole, so no step is below 1. */
export function niceTicks(max: number, wanted = 4) {
  const rough = Math.max(1, max) / wanted
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((each) => each * magnitude >= rough) ?? 10
  const step = Math.max(1, factor * magnitude)
  const count = Math.max(1, Math.ceil(max / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

export type Segment = { from: number; to: number }

/** Each value on top of those before it. */
export function stack(values: number[]): Segment[] {
  let from = 0
  return values.map((value) => {
    const segment = { from, to: from + value }
    from = segment.to
    return segment
  })
}

/** Which days get a label so that at most `wanted` stand in a row; always the first. */
export function labelledDays(count: number, wanted: number) {
  const step = Math.max(1, Math.ceil(count / wanted))
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step)
}

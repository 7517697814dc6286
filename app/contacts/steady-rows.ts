import type { QueueRow } from './queue-row.ts'

/** A row in its place; `leftAt` says since when it is no longer among them, in milliseconds. */
export type SteadyRow = { row: QueueRow; leftAt: number | null }

/** How long whoever was taken stays in sight, with who took them. */
export const lingerMs = 4_000

type Now = { now: number; isHeld: boolean; known: (id: string) => QueueRow | undefined }

/**
 * The rows in the order to be shown. While they are held, because somebody points at them or goes through them by keyboard,
 * none moves: what came stands behind, what left stays where it was and says so.
 */
export function steadyRows(
  before: readonly SteadyRow[],
  rows: readonly QueueRow[],
  { now, isHeld, known }: Now,
): SteadyRow[] {
  const there = new Map(rows.map((row) => [row.id, row]))
  const left = ({ row, leftAt }: SteadyRow): SteadyRow => ({ row: known(row.id) ?? row, leftAt: leftAt ?? now })
  const stays = (each: SteadyRow) => isHeld || now - (each.leftAt ?? now) < lingerMs
  const kept = before.flatMap((each) => {
    const row = there.get(each.row.id)
    if (row) return [{ row, leftAt: null }]
    return stays(each) ? [left(each)] : []
  })
  if (isHeld) {
    const shown = new Set(kept.map(({ row }) => row.id))
    return [...kept, ...rows.filter(({ id }) => !shown.has(id)).map((row) => ({ row, leftAt: null }))]
  }
  return withLeft(
    rows.map((row) => ({ row, leftAt: null })),
    kept,
  )
}

/** Each that left keeps its place from the top, among those that came meanwhile. */
function withLeft(shown: SteadyRow[], kept: readonly SteadyRow[]): SteadyRow[] {
  const all = [...shown]
  for (const [place, each] of kept.entries()) if (each.leftAt !== null) all.splice(Math.min(place, all.length), 0, each)
  return all
}

/** How many that came meanwhile stand further back than their turn. */
export const outOfTurn = (shown: readonly SteadyRow[], rows: readonly QueueRow[]): number => {
  const place = new Map(rows.map(({ id }, index) => [id, index]))
  let [last, count] = [-1, 0]
  for (const { row } of shown) {
    const own = place.get(row.id)
    if (own === undefined) continue
    if (own < last) count++
    else last = own
  }
  return count
}

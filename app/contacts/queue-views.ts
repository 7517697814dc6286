import { urgencies } from './contact.ts'
import type { QueueRow } from './queue-row.ts'

/** The ways to look at the queue, in the order of the tabs. */
export const queueViews = ['waiting', 'mine', 'needs-me', 'call-backs', 'overdue', 'taken', 'missed'] as const
export type QueueView = (typeof queueViews)[number]

export const isQueueView = (text: string | null): text is QueueView =>
  (queueViews as readonly (string | null)[]).includes(text)

/** Who looks, and when: milliseconds since 1970 on the clock of the server. */
export type Onlooker = { accountId: string; now: number }

const isDue = ({ dueAt }: QueueRow, now: number) => dueAt !== null && Date.parse(dueAt) <= now

/** Nobody is helping them at this moment, and they are on the line or were left there. */
export const isWaiting = ({ state, claimedBy }: QueueRow) =>
  claimedBy === null && (state === 'waiting' || state === 'talking')

const holds: Record<QueueView, (row: QueueRow, who: Onlooker) => boolean> = {
  waiting: (row) => isWaiting(row),
  mine: (row, { accountId }) => [row.claimedBy, row.offeredTo].includes(accountId) || isOwn(row, accountId),
  'needs-me': needs,
  'call-backs': ({ state }) => state === 'call-back',
  overdue: (row, { now }) => row.state === 'call-back' && isDue(row, now),
  taken: ({ claimedBy }, { accountId }) => claimedBy !== null && claimedBy !== accountId,
  missed: ({ fellAway, answeredAt }) => fellAway === 'abandoned' && answeredAt === null,
}

/** Theirs to see to, and in the hands of nobody else. */
const isOwn = ({ ownerId, claimedBy }: QueueRow, accountId: string) => ownerId === accountId && claimedBy === null

/** Whoever promised it may be gone. */
const isToBeRungInDanger = (row: QueueRow, now: number) =>
  row.state === 'call-back' && row.urgency === urgencies.danger && row.claimedBy === null && isDue(row, now)

function needs(row: QueueRow, { accountId, now }: Onlooker): boolean {
  if (row.offeredTo === accountId || isToBeRungInDanger(row, now)) return true
  if (!isOwn(row, accountId)) return false
  // In nobody's hands: left there when their screen was gone, or still to be written up.
  return row.state === 'call-back' ? isDue(row, now) : row.state !== 'waiting'
}

export const isIn = (view: QueueView, row: QueueRow, who: Onlooker): boolean => holds[view](row, who)

/** The first one first: the same order as the database makes of `turn_at, id`. */
export const inTurn = (one: QueueRow, other: QueueRow): number =>
  Date.parse(one.turnAt) - Date.parse(other.turnAt) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** What a page shows of a view: its first rows, how many there are of each, and who waits. */
export type QueuePage = {
  rows: QueueRow[]
  counts: Record<QueueView, number>
  /** What they have in hand. */
  inHand: QueueRow | null
}

export const mostShown = 60

/** `missed` are the calls of the last day that nobody answered and nothing more is done with; they are not on the board. */
export function pageOf(
  board: readonly QueueRow[],
  who: Onlooker,
  { view, missed, limit = mostShown }: { view: QueueView; missed: readonly QueueRow[]; limit?: number },
): QueuePage {
  const counts = Object.fromEntries(queueViews.map((each) => [each, 0])) as Record<QueueView, number>
  const rows: QueueRow[] = []
  const known = new Set(board.map(({ id }) => id))
  const all = [...board, ...missed.filter(({ id }) => !known.has(id))]
  for (const row of all) {
    const views = queueViews.filter((each) => (row.state !== 'closed' || each === 'missed') && isIn(each, row, who))
    for (const each of views) counts[each]++
    if (views.includes(view)) rows.push(row)
  }
  const inHand = board.find(({ claimedBy }) => claimedBy === who.accountId) ?? null
  return { rows: rows.sort(view === 'missed' ? latestFirst : inTurn).slice(0, limit), counts, inHand }
}

const latestFirst = (one: QueueRow, other: QueueRow) => Date.parse(other.arrivedAt) - Date.parse(one.arrivedAt)

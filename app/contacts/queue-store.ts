import type { QueueOperator, QueueRow, QueueSnapshot } from './queue-row.ts'

/** What happened at the desk, as its stream tells it. */
export type QueueEvent =
  | ({ is: 'snapshot' } & QueueSnapshot)
  | { is: 'rows'; rows: QueueRow[]; gone: string[] }
  | { is: 'operators'; operators: QueueOperator[] }
  | { is: 'beat'; at: string; isWorking: boolean }

/**
 * `stream`: told of every change. `asking`: the stream is gone, and it is asked every few seconds. `lost`: nothing answers.
 * `signed-out`, `access-ended`: it answers, and not to this person.
 */
export type QueueLink = 'beginning' | 'stream' | 'asking' | 'lost' | 'signed-out' | 'access-ended'

export type QueueBoard = {
  /** Nothing is known before the first snapshot. */
  isComplete: boolean
  rows: readonly QueueRow[]
  operators: readonly QueueOperator[]
  link: QueueLink
  /** Since when it is so, and when anything was last heard; on the clock of this browser, in milliseconds. */
  linkSince: number
  heardAt: number
  /** Whether what nobody's click brings about is being done; null while nothing was said of it. */
  isWorking: boolean | null
  /** How far the clock of the server is ahead of this one, in milliseconds. */
  clockAhead: number
}

const nothing: QueueBoard = {
  isComplete: false,
  rows: [],
  operators: [],
  link: 'beginning',
  linkSince: 0,
  heardAt: 0,
  isWorking: null,
  clockAhead: 0,
}

/** A board that is replaced, and whoever wants to know of it. */
function createBoard() {
  const listeners = new Set<() => void>()
  let board = nothing
  return {
    get: () => board,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change(changed: Partial<QueueBoard>) {
      board = { ...board, ...changed }
      for (const listener of [...listeners]) listener()
    },
  }
}

/** What this tab knows of its desk. Each change is a new board, so that whoever looks sees that it changed. */
export function createQueueStore(clock: () => number = Date.now) {
  const rows = new Map<string, QueueRow>()
  const { get, subscribe, change } = createBoard()
  let [told, isSpoiled] = [0, false]
  const replaceAll = ({ rows: all, operators }: QueueSnapshot) => {
    rows.clear()
    for (const row of all) rows.set(row.id, row)
    isSpoiled = false
    change({ isComplete: true, rows: all, operators, heardAt: clock() })
  }
  const replaceSome = (changed: readonly QueueRow[], gone: readonly string[]) => {
    for (const row of changed) if (!isOlder(row, rows.get(row.id))) rows.set(row.id, row)
    for (const id of gone) rows.delete(id)
    for (const { id, state } of changed) if (state === 'closed') rows.delete(id)
    change({ rows: [...rows.values()], heardAt: clock() })
  }
  return {
    get,
    subscribe,
    hear(event: QueueEvent) {
      told++
      if (event.is === 'snapshot') replaceAll(event)
      // What comes before all there is would be a part of it: the whole is on its way.
      else if (event.is === 'rows') get().isComplete && !isSpoiled && replaceSome(event.rows, event.gone)
      else if (event.is === 'operators') change({ operators: event.operators, heardAt: clock() })
      else {
        const heardAt = clock()
        change({ isWorking: event.isWorking, clockAhead: Date.parse(event.at) - heardAt, heardAt })
      }
    },
    /** How many events were told: an answer that was asked for before the last one is old. */
    told: () => told,
    link(link: QueueLink) {
      // What was told while nobody listened is missing: what is there holds until all of it is told again.
      if (link !== 'stream') isSpoiled = true
      if (link !== get().link) change({ link, linkSince: clock() })
    },
    setClock: (now: string) => change({ clockAhead: Date.parse(now) - clock() }),
  }
}

export type QueueStore = ReturnType<typeof createQueueStore>

/** A claim only ever counts up: what has a lower one is what it was before. */
const isOlder = (row: QueueRow, known: QueueRow | undefined) => known !== undefined && row.fence < known.fence

import { onResync, subscribeToDesk } from '#app/core/live.server.ts'
import { log } from '#app/core/log.server.ts'
import { processSingleton } from '#app/core/process-singleton.server.ts'
import { redactedError } from '#app/core/redacted-error.ts'
import { type DeskScope, inScopeSql } from '#app/core/scope.server.ts'
import { desksAtWork } from '#app/desks/desks.server.ts'
import { lastSweep } from '#app/desks/sweeps.server.ts'
import { type BoardRow, findOnBoard, listBoard } from './board.server.ts'
import { listOperators, type Operator } from './presence.server.ts'
import { sweepDesk } from './sweep-desk.server.ts'

/** What the screens of a desk are told; moments are ISO text once sent. */
export type BoardNews =
  | { is: 'snapshot'; rows: BoardRow[]; operators: Operator[] }
  | { is: 'rows'; rows: BoardRow[]; gone: string[] }
  | { is: 'operators'; operators: Operator[] }
  | { is: 'beat'; at: Date; isWorking: boolean }

type Hear = (news: BoardNews) => void

const gatherMs = 50
const beatMs = 15_000
/** After so long without a sweep of the worker its people are told. */
const silentMs = 30_000

/**
 * The board of one desk in this process, for as long as somebody looks at it: each change is asked for once and told to
 * all of them.
 */
class BoardRoom {
  readonly rows = new Map<string, BoardRow>()
  operators: Operator[] = []
  private scope: DeskScope
  private readonly hearers = new Set<Hear>()
  private readonly changed = new Set<string>()
  private isPresenceChanged = false
  private mustReadAll = false
  private timer: NodeJS.Timeout | undefined
  /** One question at a time, in order: a row never goes back to what it was. */
  private queue: Promise<void>
  private readonly stops: (() => void)[]

  constructor(private readonly deskId: number) {
    this.scope = { as: 'desk', deskId, corporationIds: [], accountId: null }
    const beat = setInterval(() => this.ask(() => this.beat()), beatMs)
    this.stops = [
      subscribeToDesk(deskId, ({ contacts = [], presence }) => this.note(contacts, presence ?? false)),
      onResync(() => this.ask(() => this.readAll())),
      () => clearInterval(beat),
      () => clearTimeout(this.timer),
    ]
    this.queue = this.readAll()
  }

  /** Tells all there is, then whatever changes; gives the way to stop. */
  async enter(hear: Hear): Promise<() => void> {
    await this.queue
    hear(this.snapshot())
    this.hearers.add(hear)
    return () => {
      this.hearers.delete(hear)
    }
  }

  get isEmpty() {
    return this.hearers.size === 0
  }

  close() {
    for (const stop of this.stops) stop()
  }

  private snapshot(): BoardNews {
    return { is: 'snapshot', rows: [...this.rows.values()], operators: this.operators }
  }

  private tell(news: BoardNews) {
    for (const hear of this.hearers) hear(news)
  }

  private note(contacts: string[], presence: boolean) {
    for (const id of contacts) this.changed.add(id)
    this.isPresenceChanged ||= presence
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.ask(() => this.readChanged())
    }, gatherMs)
  }

  private ask(work: () => Promise<void>) {
    this.queue = this.queue.then(work).catch((error) => {
      log().warn({ event: 'board-not-read', error: redactedError(error) })
      // What was missed is read with everything else at the next beat.
      this.mustReadAll = true
    })
  }

  /** All of it, with the corporations that the desk serves at this moment. */
  private async readAll() {
    const [scope] = await desksAtWork(this.deskId)
    if (scope) this.scope = scope
    const { rows, operators } = await inScopeSql(this.scope, async (tx) => ({
      rows: await listBoard(tx, this.deskId),
      operators: await listOperators(tx, this.deskId),
    }))
    this.mustReadAll = false
    this.rows.clear()
    for (const row of rows) this.rows.set(row.id, row)
    this.operators = operators
    this.tell(this.snapshot())
  }

  private async readChanged() {
    const ids = [...this.changed]
    const withPresence = this.isPresenceChanged
    this.changed.clear()
    this.isPresenceChanged = false
    const { rows, operators } = await inScopeSql(this.scope, async (tx) => ({
      rows: ids.length > 0 ? await findOnBoard(tx, this.deskId, ids) : [],
      operators: withPresence ? await listOperators(tx, this.deskId) : null,
    }))
    if (ids.length > 0) this.replace(ids, rows)
    if (operators) this.tellOperators(operators)
  }

  private tellOperators(operators: Operator[]) {
    this.operators = operators
    this.tell({ is: 'operators', operators })
  }

  private replace(ids: string[], found: BoardRow[]) {
    const open = found.filter(({ state }) => state !== 'closed')
    const there = new Set(open.map(({ id }) => id))
    const gone = ids.filter((id) => !there.has(id))
    for (const row of open) this.rows.set(row.id, row)
    for (const id of gone) this.rows.delete(id)
    this.tell({ is: 'rows', rows: open, gone })
  }

  /**
   * A contract that ended takes its contacts off the board; who says nothing any more is seen to be gone. What the worker
   * should do is done here while it does not.
   */
  private async beat() {
    const [scope] = await desksAtWork(this.deskId)
    const isSame = String(scope?.corporationIds) === String(this.scope.corporationIds)
    if (!isSame || this.mustReadAll) await this.readAll()
    const { operators, sweptAt, now } = await inScopeSql(this.scope, async (tx) => ({
      operators: await listOperators(tx, this.deskId),
      ...(await lastSweep(tx, this.deskId)),
    }))
    this.tellOperators(operators)
    this.tell({ is: 'beat', at: now, isWorking: isSince(silentMs, { sweptAt, now }) })
    if (!isSince(beatMs, { sweptAt, now })) await sweepDesk(this.scope, { by: 'web' })
  }
}

const isSince = (ms: number, { sweptAt, now }: { sweptAt: Date | null; now: Date }) =>
  sweptAt !== null && now.getTime() - sweptAt.getTime() < ms

const rooms = () => processSingleton('board-rooms', () => new Map<number, BoardRoom>())

/** From now on `hear` is told what happens at the desk, all there is first; gives the way to stop. */
export async function watchBoard(deskId: number, hear: Hear): Promise<() => void> {
  const room = rooms().get(deskId) ?? new BoardRoom(deskId)
  rooms().set(deskId, room)
  const leave = await room.enter(hear)
  return () => {
    leave()
    if (!room.isEmpty || rooms().get(deskId) !== room) return
    rooms().delete(deskId)
    room.close()
  }
}

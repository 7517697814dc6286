import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { WorkingState } from './import-state.ts'
import { importTopic } from './live-topics.ts'

const everyMs = 300

/**
 * Tells how far the work is, a few times a second, in short transactions beside the one that works. Notices on the way
 * that the import was cancelled, and then aborts.
 */
export class ProgressReport {
  #rows = 0
  #bytes = 0
  #running: Promise<void> = Promise.resolve()
  readonly #timer: NodeJS.Timeout
  readonly #abort = new AbortController()

  constructor(scope: CorporationScope, importId: string, state: WorkingState) {
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() => this.#tell(scope, importId, state)).catch(() => {})
    }, everyMs)
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  set(rows: number, bytes = this.#bytes) {
    this.#rows = rows
    this.#bytes = bytes
  }

  /** Before the last write of the work: two transactions must not wait for one another's row. */
  async stop() {
    clearInterval(this.#timer)
    await this.#running
  }

  async #tell(scope: CorporationScope, importId: string, state: WorkingState) {
    const [rows, bytes] = [this.#rows, this.#bytes]
    const isGoingOn = await inScopeSql(scope, async (tx) => {
      const going = await tx.sql(sql`
        UPDATE tenant_import SET rows_done = ${rows}::int, bytes_done = ${bytes}::bigint
        WHERE corporation_id = ${scope.corporationId}::int AND id = ${importId}::uuid AND state = ${state} RETURNING id`)
      if (going.length > 0)
        await publish(tx, scope.corporationId, { topic: importTopic(importId), details: { rows, bytes } })
      return going.length > 0
    })
    if (!isGoingOn) this.#abort.abort()
  }
}

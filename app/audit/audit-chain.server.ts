import { createHash } from 'node:crypto'
import { type CorporationScope, type DeskScope, inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { AuditEvent } from '#prisma/generated/client.ts'

type Event = Pick<AuditEvent, 'id'> & { payload: string }

// A transaction that began earlier may still commit an earlier event: leave the last moments alone.
const settledAfter = sql`interval '10 seconds'`
// One that took longer would look as if its event had been put in afterwards.
const longestTransactionMs = 10 * 60_000
const batchSize = 1_000

/** The book of a corporation or of a desk, with the chain over it. */
const booksOf = {
  member: {
    lock: 7_701,
    key: sql`corporation_id`,
    events: sql`FROM audit_event e LEFT JOIN audit_link l ON l.corporation_id = e.corporation_id AND l.event_id = e.id`,
    links: sql`FROM audit_link l LEFT JOIN audit_event e ON e.corporation_id = l.corporation_id AND e.id = l.event_id`,
    add: sql`INSERT INTO audit_link (corporation_id, seq, event_id, hash)`,
  },
  desk: {
    lock: 7_704,
    key: sql`desk_id`,
    events: sql`FROM desk_event e LEFT JOIN desk_link l ON l.desk_id = e.desk_id AND l.event_id = e.id`,
    links: sql`FROM desk_link l LEFT JOIN desk_event e ON e.desk_id = l.desk_id AND e.id = l.event_id`,
    add: sql`INSERT INTO desk_link (desk_id, seq, event_id, hash)`,
  },
}
type Owner = CorporationScope | DeskScope

const bookOf = (scope: Owner) => ({
  ...booksOf[scope.as],
  id: scope.as === 'member' ? scope.corporationId : scope.deskId,
})

/** Links the events that have none yet into the chain of the corporation or of the desk. Gives how many. */
export function chainAudit(scope: Owner): Promise<number> {
  const book = bookOf(scope)
  return inScopeSql(scope, async (tx) => {
    await tx.sql(sql`SELECT pg_advisory_xact_lock(${book.lock}::int, ${book.id}::int)`)
    const events = await unlinkedEvents(tx, book)
    if (events.length === 0) return 0
    const [head] = await tx.sql<{ seq: number; hash: Buffer }>(
      sql`SELECT l.seq, l.hash ${book.links} WHERE l.${book.key} = ${book.id}::int ORDER BY l.seq DESC LIMIT 1`,
    )
    const links = linksAfter(head ?? { seq: 0, hash: Buffer.alloc(0) }, events)
    await tx.sql(sql`
      ${book.add}
      SELECT ${book.id}::int, * FROM unnest(${links.map((l) => l.seq)}::bigint[], ${links.map((l) => l.eventId)}::uuid[], ${links.map((l) => l.hash)}::bytea[])`)
    return links.length
  })
}

/** Walks the whole chain, in which every event is younger than those before it; gives the first place where an event was changed, removed or put in between. */
export function verifyAudit(scope: Owner): Promise<{ ok: true; links: number } | { ok: false; brokenAt: number }> {
  const book = bookOf(scope)
  return inScopeSql(scope, async (tx) => {
    let head = { seq: 0, hash: Buffer.alloc(0) as Buffer, at: new Date(0) }
    for (;;) {
      const rows = await tx.sql<Linked>(sql`
        SELECT l.seq, l.hash, e.at, CASE WHEN e.id IS NOT NULL THEN ${eventPayload} END AS payload ${book.links}
        WHERE l.${book.key} = ${book.id}::int AND l.seq > ${head.seq} ORDER BY l.seq LIMIT ${batchSize}`)
      if (rows.length === 0) return { ok: true, links: head.seq }
      for (const row of rows) {
        if (!follows(row, head)) return { ok: false, brokenAt: head.seq + 1 }
        head = row
      }
    }
  })
}

type Linked = Pick<AuditEvent, 'at'> & { seq: number; hash: Buffer; payload: string | null }

function follows({ seq, hash, at, payload }: Linked, head: { seq: number; hash: Buffer; at: Date }) {
  const isInTime = payload !== null && at.getTime() > head.at.getTime() - longestTransactionMs
  return isInTime && seq === head.seq + 1 && hash.equals(linkHash(head.hash, payload))
}

// An array, so that nothing can move from one column into the next and still read the same.
const eventPayload = sql`jsonb_build_array(e.id, e.at, e.account_id, e.action, e.subject_kind, e.subject_id, e.details)::text`

function unlinkedEvents(tx: SqlTx, { events, key, id }: ReturnType<typeof bookOf>) {
  return tx.sql<Event>(sql`
    SELECT e.id, ${eventPayload} AS payload ${events}
    WHERE e.${key} = ${id}::int AND l.event_id IS NULL AND e.at < clock_timestamp() - ${settledAfter}
    ORDER BY e.id LIMIT ${batchSize}`)
}

function linksAfter(head: { seq: number; hash: Buffer }, events: Event[]) {
  let { seq, hash } = head
  return events.map(({ id, payload }) => {
    hash = linkHash(hash, payload)
    seq += 1
    return { seq, eventId: id, hash }
  })
}

const linkHash = (previous: Buffer, payload: string) => createHash('sha256').update(previous).update(payload).digest()

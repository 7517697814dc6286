import { type DeskScope, inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'

const keptDays = 28

/** What exchanges said, and the calls it made, are kept for 28 days. What came of a call stands with its contact. */
export function removeOldEvents({ deskId, ...scope }: DeskScope, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  return inScope({ deskId, ...scope }, async (tx) => {
    await tx.sql(
      sql`DELETE FROM exchange_event WHERE desk_id = ${deskId}::int AND received_at < ${before}::timestamptz`,
    )
    await tx.sql(sql`DELETE FROM exchange_call WHERE desk_id = ${deskId}::int AND heard_at < ${before}::timestamptz`)
  })
}

import { type SqlRunner, sql } from '#app/core/sql.ts'

/** The worker looked after the queue of the desk at this moment. */
export const noteSweep = (tx: SqlRunner, deskId: number) =>
  tx.sql(sql`UPDATE desk SET swept_at = clock_timestamp() WHERE id = ${deskId}::int`)

/** When the worker last looked after the queue, and what time it is, on the clock of the database. */
export async function lastSweep(tx: SqlRunner, deskId: number): Promise<{ sweptAt: Date | null; now: Date }> {
  const [row] = await tx.sql<{ sweptAt: Date | null; now: Date }>(
    sql`SELECT swept_at AS "sweptAt", clock_timestamp() AS now FROM desk WHERE id = ${deskId}::int`,
  )
  if (!row) throw new Error('There is no such desk in this scope.')
  return row
}

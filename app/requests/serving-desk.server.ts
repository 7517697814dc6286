import { type GuestScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Line } from '#app/lines/lines.server.ts'

type Asked = { line: Pick<Line, 'hours'>; wanted: number | null; at: Date }

/** The desk that rings back at a moment: the one that is `wanted`, else one that answers the line, else any that serves; null for none. */
export async function findDesk(scope: GuestScope, { line, wanted, at }: Asked): Promise<number | null> {
  const rows = await inScopeSql(scope, (tx) =>
    tx.sql<{ id: number }>(sql`
      SELECT desk_id AS id FROM desk_corporation
      WHERE corporation_id = ${scope.corporationId}::int AND serves_from <= ${at}::timestamptz AND (serves_until IS NULL OR serves_until > ${at}::timestamptz)
      ORDER BY desk_id`),
  )
  const serving = rows.map(({ id }) => id)
  const inOrder = [wanted, ...line.hours.map(({ deskId }) => deskId), ...serving]
  return inOrder.find((id): id is number => id !== null && serving.includes(id)) ?? null
}

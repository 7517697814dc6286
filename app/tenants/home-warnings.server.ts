import type { Place } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import type { HomeWarning } from './home-warning.ts'

/** Where the sealed reason of a warning stands. */
export const warningReason = (rowId: string) => ({ table: 'home_warning', column: 'reason_sealed', rowId })

type Sealed = Omit<HomeWarning, 'reason'> & { sealed: Uint8Array }
export const opened = <Row extends Sealed>(sealer: Sealer, { sealed, ...row }: Row) => ({
  ...row,
  reason: sealer.open(warningReason(row.id), sealed),
})

/** What holds for a home on `today` in the corporation's zone, what holds longest first. For a member and for a desk with the corporation in hand. */
export async function listHomeWarnings(
  tx: SqlRunner,
  { corporationId }: Pick<Place, 'corporationId'>,
  { homeId, today }: { homeId: string; today: string },
): Promise<HomeWarning[]> {
  const rows = await tx.sql<Sealed>(sql`
    SELECT w.id, w.kind, w.from_on::text AS "from", w.until_on::text AS "until", w.reason_sealed AS sealed
    FROM home_warning w
    WHERE w.corporation_id = ${corporationId}::int AND w.home_id = ${homeId}::uuid AND w.ended_at IS NULL
      AND w.from_on <= ${today}::date AND w.until_on >= ${today}::date
    ORDER BY w.until_on DESC, w.id`)
  if (rows.length === 0) return []
  const sealer = await sealerFor(tx, corporationId)
  return rows.map((row) => opened(sealer, row))
}

import { notFound } from '#app/core/http-errors.ts'
import { type CorporationScope, type InHand, inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'

/** What somebody of a desk may do in a corporation as its members do. */
export type CrossingPurpose = 'finish-target'

/**
 * The one way from a desk into a corporation: its own role of the database changes nothing of anybody's. Asked of the
 * database once more, so that an ended contract ends this as well; throws 404 then. Who imports it is written down in
 * `tests/architecture.test.ts`. What is done there is audited there, with the desk.
 */
export async function asMemberFor(held: InHand, _purpose: CrossingPurpose): Promise<CorporationScope> {
  const { corporationId, accountId, deskId } = held
  const serving = await inScope(held, (tx) =>
    tx.sql(sql`
      SELECT 1 FROM desk_corporation WHERE corporation_id = ${corporationId}::int AND desk_id = ${deskId}::int
        AND serves_from <= clock_timestamp() AND (serves_until IS NULL OR serves_until > clock_timestamp())`),
  )
  if (serving.length === 0) throw notFound()
  return { as: 'member', corporationId, accountId }
}

import { keptReady, type SqlRunner, sql } from '#app/core/sql.ts'
import { hasDied, hasLeft } from '#app/tenants/contact-rule.ts'
import { hasNumber } from '#app/tenants/search-condition.ts'
import { readPhone } from '#imports/phones.ts'
import { type CallerRow, type CallersPlace, callerColumns, callersOf, joinsHome } from './caller-columns.server.ts'
import { type NumberIs, type Recognition, recognition } from './caller-match.ts'

/** So many at most stand on the screen; there are numbers that a list gives to hundreds. */
export const mostShown = 20

/**
 * Who the corporation in hand knows with this number, in any notation; null when the caller hides it. `today` in the
 * corporation's zone. That candidates were shown is written down by whoever shows them.
 */
export async function recogniseCaller(
  tx: SqlRunner,
  place: CallersPlace,
  { phone, today }: { phone: string | null; today: string },
): Promise<Recognition> {
  if (phone === null) return { is: 'hidden' }
  const number = readPhone(phone.trim())?.e164
  if (!number) return { is: 'new' }
  const rows = await tx.sql<Row>(keptReady('caller-by-number', byNumber(place, number, today)))
  const total = rows[0]?.total ?? 0
  const people = await callersOf(
    tx,
    place,
    rows.map((row) => ({ ...row, numberIs: row.holds ? kindOf(!row.struck.includes(number), row.isOwn) : null })),
  )
  return recognition(people, Math.max(0, total - rows.length))
}

type Row = CallerRow & { holds: boolean; isOwn: boolean }

function kindOf(works: boolean, isOwn: boolean): NumberIs {
  if (!works) return 'struck'
  return isOwn ? 'own' : 'other'
}

/** Who has it, and who lives with them. Each is found by an index, however many a plan that is kept expects. */
function byNumber({ corporationId }: CallersPlace, number: string, today: string) {
  const holds = hasNumber(number)
  return sql`
    WITH holder AS MATERIALIZED (SELECT t.id, t.home_id FROM tenant t WHERE t.corporation_id = ${corporationId}::int AND ${holds})
    SELECT ${callerColumns(today)}, count(*) OVER ()::int AS total, ${holds} IS TRUE AS holds, ${number} IN (t.mobile, t.landline) IS TRUE AS "isOwn"
    FROM tenant t ${joinsHome}
    WHERE t.corporation_id = ${corporationId}::int AND (t.id = ANY (ARRAY(SELECT id FROM holder))
      OR t.home_id = ANY (ARRAY(SELECT home_id FROM holder)) AND NOT ${hasDied} AND NOT ${hasLeft(today)})
    ORDER BY (${hasDied} OR ${hasLeft(today)}), ${holds} IS NOT TRUE, t.search_name, t.initials, t.birth_on, t.id
    LIMIT ${mostShown}::int`
}

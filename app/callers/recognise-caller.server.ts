import { type SqlRunner, sql } from '#app/core/sql.ts'
import { hasDied, hasLeft } from '#app/tenants/contact-rule.ts'
import { workingNumbers } from '#app/tenants/phone-numbers.ts'
import { hasNumber } from '#app/tenants/search-condition.ts'
import { readPhone } from '#imports/phones.ts'
import { type CallerRow, type CallersPlace, callerColumns, callersOf, joinsHome } from './caller-columns.server.ts'
import { type Recognition, recognition } from './caller-match.ts'

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
  const { corporationId } = place
  const rows = await tx.sql<CallerRow>(sql`
    WITH holder AS MATERIALIZED (
      SELECT t.id, t.home_id FROM tenant t WHERE t.corporation_id = ${corporationId}::int AND ${hasNumber(number)})
    SELECT ${callerColumns(today)}, count(*) OVER ()::int AS total,
      CASE WHEN t.id NOT IN (SELECT id FROM holder) THEN NULL
        WHEN ${number} <> ALL (${workingNumbers}) THEN 'struck'
        WHEN ${number} IN (t.mobile, t.landline) THEN 'own' ELSE 'other' END AS "numberIs"
    FROM tenant t ${joinsHome}
    WHERE t.corporation_id = ${corporationId}::int AND t.id IN (
      SELECT id FROM holder
      UNION
      SELECT t.id FROM holder JOIN tenant t ON t.corporation_id = ${corporationId}::int AND t.home_id = holder.home_id
      WHERE NOT ${hasDied} AND NOT ${hasLeft(today)})
    ORDER BY (${hasDied} OR ${hasLeft(today)}), t.id NOT IN (SELECT id FROM holder), t.search_name, t.initials, t.birth_on, t.id
    LIMIT ${mostShown}::int`)
  const people = await callersOf(tx, place, rows)
  return recognition(people, Math.max(0, (rows[0]?.total ?? 0) - rows.length))
}

import { type SqlPart, sql } from '#app/core/sql.ts'
import { hasDied, hasLeft, hasMoved } from './contact-rule.ts'

/** The columns of a PersonName; needs `tenant t` in the FROM. */
export const nameColumns: SqlPart = sql`t.sex, t.initials, t.first_name AS "firstName", t.infix, t.last_name AS "lastName"`

/** The columns of an Address; needs `home h` in the FROM. */
export const addressColumns: SqlPart = sql`h.street, h.house_number AS "houseNumber", h.addition, h.postcode, h.city`

/** The columns of an Addressee; needs `tenant t` and `home h` in the FROM. `today` in the corporation's zone. */
export const addresseeColumns = (today: string): SqlPart => sql`
  t.id AS "tenantId", ${nameColumns},
  ${addressColumns},
  ${hasDied} AS "hasDied", ${hasLeft(today)} AS "hasLeft", ${hasMoved(today)} AS "hasMoved"`

/** By name, without capitals and accents, for `tenant t`. */
export const nameOrder = (way: SqlPart): SqlPart => sql`t.search_name ${way}, t.initials ${way}`

/** By street and then as house numbers count, for `home h`. */
export const addressOrder = (way: SqlPart): SqlPart =>
  sql`h.search_street ${way} NULLS LAST, substring(h.house_number FROM '^[0-9]{1,9}')::int ${way}, h.house_number ${way}`

/** Joins tenant and home to a row `r` of a table of promises. */
export const addresseeJoins: SqlPart = sql`
  JOIN tenant t ON t.corporation_id = r.corporation_id AND t.id = r.tenant_id
  LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id`

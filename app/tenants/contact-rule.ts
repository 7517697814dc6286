import { rawSql, type SqlPart, sql } from '#app/core/sql.ts'

// The same rule for facts in memory stands in contact-status.ts.
const died = '(t.deceased_on IS NOT NULL OR t.reported_deceased_at IS NOT NULL OR t.is_estate)'
const left = (today: SqlPart) =>
  sql`(t.gone_since IS NOT NULL OR t.reported_moved_at IS NOT NULL OR COALESCE(t.tenancy_ended_on <= ${today}, false))`
const objects = '(t.objected_at IS NOT NULL OR t.is_do_not_call)'

/** Tenant `t` has died, or is an estate: nothing is written, sent or rung. */
export const hasDied: SqlPart = rawSql(died)

/** Tenant `t` objected, or asked not to be rung. */
export const asksNotToBeRung: SqlPart = rawSql(objects)

/** Tenant `t` does not rent this home any more, as the list, the tenancy's end or a call says. `today` in the corporation's zone. */
export const hasLeft = (today: string): SqlPart => left(sql`${today}::date`)

/** The columns of a ContactStatus of tenant `t`. */
export const contactColumns = (today: string): SqlPart =>
  sql`${hasDied} AS "hasDied", ${hasLeft(today)} AS "hasLeft", ${asksNotToBeRung} AS "asksNotToBeRung"`

/** A call said something of tenant `t` that holds whatever a list says. */
export const isReported: SqlPart = rawSql(
  '(t.objected_at IS NOT NULL OR t.reported_moved_at IS NOT NULL OR t.reported_deceased_at IS NOT NULL)',
)

const whyNot = (hasMoved: string) => `CASE
    WHEN ${died} THEN 'deceased'
    WHEN ${hasMoved} THEN 'moved'
    WHEN ${objects} THEN 'do-not-call' END`

/**
 * Why a tenant `t` may not be rung for a campaign, as known now: a list drawn last week does not know who has died since.
 * `today` is SQL text, a parameter such as `$5::date`.
 */
export const whyNotCallableSql = (today: string) => whyNot(left(rawSql(today)).text)

/** Tenant `t` may be rung to keep a promise: as for a campaign, but having moved does not count. */
export const mayBeDialledSql: SqlPart = rawSql(`(${whyNot('false')} IS NULL)`)

import { rawSql, type SqlPart, sql } from '#app/core/sql.ts'

// The same rule for facts in memory stands in contact-status.ts.
const died = '(t.deceased_on IS NOT NULL OR t.reported_deceased_at IS NOT NULL OR t.is_deceased OR t.is_estate)'
const moved = (today: SqlPart) =>
  sql`(t.reported_moved_at IS NOT NULL OR COALESCE(t.tenancy_ended_on <= ${today}, false))`
const notListed = 't.gone_since IS NOT NULL'

/** Tenant `t` stands on the newest list. */
export const isListed: SqlPart = rawSql('t.gone_since IS NULL')

/** What a tenant's record has in it once they stand on the list no more, as JSON. */
export const offTheList: SqlPart = rawSql(`jsonb_build_object('gone_since', now())`)
const objects = '(t.objected_at IS NOT NULL OR t.is_do_not_call)'

/** Tenant `t` has died, or is an estate: nothing is written, sent or rung. */
export const hasDied: SqlPart = rawSql(died)

/** Tenant `t` objected, or asked not to be rung. */
export const asksNotToBeRung: SqlPart = rawSql(objects)

/** Tenant `t` moved, as the tenancy's end or a call says. `today` in the corporation's zone. */
export const hasMoved = (today: string): SqlPart => moved(sql`${today}::date`)

/** Tenant `t` does not rent this home any more: they moved, or the list has them no longer. */
export const hasLeft = (today: string): SqlPart => sql`(${rawSql(notListed)} OR ${hasMoved(today)})`

/** The columns of a ContactStatus of tenant `t`. */
export const contactColumns = (today: string): SqlPart =>
  sql`${hasDied} AS "hasDied", ${hasLeft(today)} AS "hasLeft", ${hasMoved(today)} AS "hasMoved", ${asksNotToBeRung} AS "asksNotToBeRung"`

/** The day on which the list ends the tenancy of tenant `t`, past or to come. */
export const tenancyEnd: SqlPart = rawSql('t.tenancy_ended_on::text')

/** A call said something of tenant `t` that holds whatever a list says. */
export const isReported: SqlPart = rawSql(
  '(t.objected_at IS NOT NULL OR t.reported_moved_at IS NOT NULL OR t.reported_deceased_at IS NOT NULL)',
)

const whyNot = (left: string) => `CASE
    WHEN ${died} THEN 'deceased'
    ${left}
    WHEN ${objects} THEN 'do-not-call' END`

/**
 * Why a tenant `t` may not be rung for a campaign, as known now: a list drawn last week does not know who has died since.
 * `today` is SQL text, a parameter such as `$5::date`.
 */
export const whyNotCallableSql = (today: string) =>
  whyNot(`WHEN ${moved(rawSql(today)).text} THEN 'moved' WHEN ${notListed} THEN 'not-listed'`)

/** Tenant `t` may be rung to keep a promise: as for a campaign, but having left does not count. */
export const mayBeDialledSql: SqlPart = rawSql(`(${whyNot('')} IS NULL)`)

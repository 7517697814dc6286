import { rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import type { Tenant } from '#prisma/generated/client.ts'
import { mayBeDialledSql } from './contact-rule.ts'
import { type ContactStatus, mayBeDialled } from './contact-status.ts'

/** The columns with a phone number in E.164, what is tried first in front. */
const phoneColumns = ['mobile', 'landline', 'other_phone'] as const
const columnsOf = phoneColumns.map((column) => `t.${column}`).join(', ')

/** The numbers of tenant `t` that work, each once: those that proved wrong or dead for them left out. A text[]. */
export const workingNumbers: SqlPart = rawSql(`ARRAY(
  SELECT n.number FROM unnest(ARRAY[${columnsOf}]) WITH ORDINALITY AS n (number, ordinal)
  WHERE n.number IS NOT NULL AND NOT EXISTS (
    SELECT FROM number_strike s WHERE s.corporation_id = t.corporation_id AND s.tenant_id = t.id AND s.number = n.number)
  GROUP BY n.number ORDER BY min(n.ordinal))`)

/** What `workingOf` takes, for a few tenants `t`: less to do for the database than `workingNumbers`. */
export const numberColumns: SqlPart = sql`t.mobile, t.landline, t.other_phone AS "otherPhone",
  ARRAY(SELECT s.number FROM number_strike s WHERE s.corporation_id = t.corporation_id AND s.tenant_id = t.id) AS struck`

/** The same as `workingNumbers`. */
export const workingOf = (row: Numbers & { struck: string[] }) =>
  eachOf(row).filter((number) => !row.struck.includes(number))

export type Numbers = Pick<Tenant, 'mobile' | 'landline' | 'otherPhone'>
const eachOf = ({ mobile, landline, otherPhone }: Numbers) =>
  [...new Set([mobile, landline, otherPhone])].filter((number) => number !== null)

/** Those that work of somebody who may be rung to keep a promise. A text[]. */
export const numbersToDial: SqlPart = sql`CASE WHEN ${mayBeDialledSql} THEN ${workingNumbers} ELSE '{}' END`

/** For many tenants at once: the struck numbers of each, to join as `struck` on tenant_id. */
export const struckNumbers = (corporationId: number): SqlPart => sql`
      SELECT s.tenant_id, array_agg(s.number) AS numbers FROM number_strike s
      WHERE s.corporation_id = ${corporationId}::int GROUP BY s.tenant_id`

/** Tenant `t` has a number that works; needs the join of `struckNumbers`. */
export const hasWorkingNumber: SqlPart = rawSql(
  `(${phoneColumns.map((column) => `(t.${column} IS NOT NULL AND (t.${column} = ANY (struck.numbers)) IS NOT TRUE)`).join(' OR ')})`,
)

/** To ask of Prisma: the numbers of a tenant and what was struck off. */
export const phoneFields = {
  mobile: true,
  landline: true,
  otherPhone: true,
  strikes: { select: { number: true } },
} as const
type Phones = Numbers & { strikes: { number: string }[] }

/** All numbers of a tenant, each once, in the order in which they are tried. `isToDial`: the same as `numbersToDial`. */
export function phonesOf({ strikes, ...numbers }: Phones, status: ContactStatus) {
  return eachOf(numbers).map((number) => {
    const isStruck = strikes.some((strike) => strike.number === number)
    return { number, isStruck, isToDial: !isStruck && mayBeDialled(status) }
  })
}

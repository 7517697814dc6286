import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { isMeantBy } from './search-condition.ts'

// Found once, in a question of its own: a page asks twice, for its counts and its rows, and a home in two ways.

/** Row `r` is of a tenant who is meant; nothing typed means everybody. */
export async function isOfMeantTenant(tx: SqlRunner, corporationId: number, typed: string): Promise<SqlPart> {
  if (typed === '') return sql`true`
  const ids = (await meant(tx, corporationId, typed)).map(({ id }) => id)
  return sql`r.tenant_id IN (SELECT unnest(${ids}::uuid[]))`
}

/** Home `g.home_id`, in which `g.tenant_id` is asked for, is of somebody who is meant: whoever lives there counts. Nothing typed means nobody. */
export async function isOfMeantHome(tx: SqlRunner, corporationId: number, typed: string): Promise<SqlPart> {
  const tenants = await meant(tx, corporationId, typed)
  const ids = tenants.map(({ id }) => id)
  const homes = [...new Set(tenants.flatMap(({ homeId }) => homeId ?? []))]
  return sql`(g.home_id IN (SELECT unnest(${homes}::uuid[])) OR g.tenant_id IN (SELECT unnest(${ids}::uuid[])))`
}

const meant = (tx: SqlRunner, corporationId: number, typed: string) =>
  tx.sql<{ id: string; homeId: string | null }>(sql`
    SELECT t.id, t.home_id AS "homeId" FROM tenant t
    WHERE t.corporation_id = ${corporationId}::int AND ${isMeantBy(corporationId, typed)}`)

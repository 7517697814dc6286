import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type OfficeHours, officeHoursSchema, usualOfficeHours } from './office-hours.ts'

/** Those of the corporation of this scope; the usual ones until it chose its own. */
export async function readOfficeHours(
  tx: SqlRunner,
  { corporationId }: Pick<CorporationScope, 'corporationId'>,
): Promise<OfficeHours> {
  const [row] = await tx.sql<{ hours: unknown }>(
    sql`SELECT office_hours AS hours FROM corporation WHERE id = ${corporationId}::int`,
  )
  return row?.hours ? officeHoursSchema.parse(row.hours) : usualOfficeHours
}

export function changeOfficeHours(scope: CorporationScope, hours: OfficeHours): Promise<void> {
  return inScope(scope, async (tx) => {
    await tx.sql(sql`
      UPDATE corporation SET office_hours = ${JSON.stringify(hours)}::jsonb WHERE id = ${scope.corporationId}::int`)
    const details = { fields: ['officeHours'] }
    await recordAudit(tx, scope, { action: 'corporation:changed', subject: 'corporation', details })
  })
}

import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type OfficeHours, officeHoursSchema, usualOfficeHours } from './office-hours.ts'

type Of = Pick<CorporationScope, 'corporationId'>

/** When the office of the corporation is open, on the clock of its zone; the usual hours until it chose its own. */
export async function readOffice(
  tx: SqlRunner,
  { corporationId }: Of,
): Promise<{ hours: OfficeHours; timeZone: string }> {
  const [row] = await tx.sql<{ hours: unknown; timeZone: string }>(
    sql`SELECT office_hours AS hours, time_zone AS "timeZone" FROM corporation WHERE id = ${corporationId}::int`,
  )
  if (!row) throw new Error(`No corporation ${corporationId}.`)
  return { hours: row.hours ? officeHoursSchema.parse(row.hours) : usualOfficeHours, timeZone: row.timeZone }
}

export const readOfficeHours = async (tx: SqlRunner, of: Of): Promise<OfficeHours> => (await readOffice(tx, of)).hours

export function changeOfficeHours(scope: CorporationScope, hours: OfficeHours): Promise<void> {
  return inScope(scope, async (tx) => {
    await tx.sql(sql`
      UPDATE corporation SET office_hours = ${JSON.stringify(hours)}::jsonb WHERE id = ${scope.corporationId}::int`)
    const details = { fields: ['officeHours'] }
    await recordAudit(tx, scope, { action: 'corporation:changed', subject: 'corporation', details })
  })
}

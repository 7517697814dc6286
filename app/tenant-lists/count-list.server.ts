import type { SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { RejectReason, WarningCode } from '#imports/problems.ts'
import type { ImportCounts } from './import-counts.ts'
import { fieldName } from './list-columns.ts'
import { reasonKey } from './reason-keys.ts'

type Tally = { name: string; rows: number }

/** The figures of a classified list; `rows` is how many rows were staged. */
export async function countList(
  tx: SqlTx,
  corporationId: number,
  { importId, rows }: { importId: string; rows: number },
): Promise<ImportCounts> {
  const ofImport = sql`corporation_id = ${corporationId}::int AND import_id = ${importId}::uuid`
  const counted = sql`${ofImport} AND outcome IN ('new', 'changed', 'unchanged')`
  const outcomes = bag(
    await tx.sql<Tally>(
      sql`SELECT outcome AS name, count(*)::int AS rows FROM tenant_import_row WHERE ${ofImport} GROUP BY 1`,
    ),
  )
  const rejected = await tx.sql<Tally>(sql`
    SELECT rejection AS name, count(*)::int AS rows FROM tenant_import_row WHERE ${ofImport} AND outcome = 'rejected' GROUP BY 1 ORDER BY 1`)
  // A postcode belongs to the home: two tenants of one home with a bad one are one thing to mend.
  const warned = await tx.sql<Tally>(sql`
    SELECT w->>'code' AS name, count(DISTINCT CASE WHEN w->>'code' = 'invalid-postcode' THEN coalesce(home_number, row_number::text) || (w->>'value') ELSE row_number::text END)::int AS rows
    FROM tenant_import_row, jsonb_array_elements(warnings) w WHERE ${counted} AND warnings IS NOT NULL GROUP BY 1 ORDER BY 1`)
  const changed = await tx.sql<Tally>(sql`
    SELECT name, count(*)::int AS rows FROM tenant_import_row, unnest(changed) name WHERE ${ofImport} AND outcome = 'changed' GROUP BY 1 ORDER BY 1`)
  const [others] = await tx.sql<{ homes: number; warnedRows: number; known: number; returned: number }>(sql`
    SELECT (SELECT count(*)::int FROM listed_home) AS homes,
      (SELECT count(*)::int FROM tenant_import_row WHERE ${counted} AND warnings IS NOT NULL) AS "warnedRows",
      (SELECT count(*)::int FROM tenant WHERE corporation_id = ${corporationId}::int AND gone_since IS NULL) AS known`)
  const { new: added = 0, changed: altered = 0, duplicate = 0, gone = 0 } = outcomes
  const unchanged = rows - added - altered - duplicate - (outcomes.rejected ?? 0)
  return {
    rows,
    new: added,
    changed: altered,
    unchanged,
    duplicate,
    rejected: bag(rejected, (code) => reasonKey(code as RejectReason)),
    warned: bag(warned, (code) => reasonKey(code as WarningCode)),
    warnedRows: others?.warnedRows ?? 0,
    distinctTenants: added + altered + unchanged,
    homes: others?.homes ?? 0,
    gone,
    returned: changed.find(({ name }) => name === 'gone_since')?.rows ?? 0,
    changedFields: bag(changed, fieldName),
    known: others?.known ?? 0,
  }
}

function bag(tallies: Tally[], key: (name: string) => string = (name) => name): Record<string, number> {
  return Object.fromEntries(tallies.map(({ name, rows }) => [key(name), rows]))
}

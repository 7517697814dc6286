import type { SqlTx } from '#app/core/scope.server.ts'
import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { isReported } from '#app/tenants/contact-rule.ts'
import type { UndoCounts } from './import-counts.ts'
import { allColumns } from './list-columns.ts'

export type Undoing = { corporationId: number; importId: string; appliedAt: string }

/** Tables whose rows are about a tenant: who stands in one of them is not taken away. A test holds this to the catalog. */
export const refersToTenant = [
  'target',
  'attempt',
  'conversation',
  'follow_up',
  'referral',
  'gesture',
  'tenant_correction',
  'number_strike',
  'tenant_report',
  // What is being typed about somebody is not lost with them.
  'conversation_draft',
  'desk_contact',
] as const
export const refersToHome = ['tenant', 'target', 'home_warning', 'desk_contact'] as const

/** Puts back what the list changed, where it still stands as the list left it. */
export async function undoRows(tx: SqlTx, undoing: Undoing): Promise<UndoCounts> {
  const restored = await restore(tx, undoing, {
    kind: 'tenant',
    id: 'id',
    names: [...allColumns.tenant, 'gone_since', 'last_import_id', 'updated_at'],
  })
  const homesRestored = await restore(tx, undoing, { kind: 'home', id: 'id', names: allColumns.home })
  await restore(tx, undoing, { kind: 'circumstance', id: 'tenant_id', names: allColumns.circumstance })
  await takeAddedCircumstances(tx, undoing)
  await reopenCorrections(tx, undoing)
  const removed = await takeNewTenants(tx, undoing)
  const homesRemoved = await takeNewHomes(tx, undoing)
  const leftAlone = await countLeftAlone(tx, undoing)
  const { gone = 0, ...changed } = restored
  return {
    restored: Object.values(changed).reduce((sum, rows) => sum + rows, 0),
    removed,
    broughtBack: gone,
    homesRestored: homesRestored.changed ?? 0,
    homesRemoved,
    leftAlone,
  }
}

const ofImport = ({ corporationId, importId }: Undoing, alias: string) =>
  sql`${rawSql(alias)}.corporation_id = ${corporationId}::int AND ${rawSql(alias)}.import_id = ${importId}::uuid`
const tableOf = { tenant: 'tenant', home: 'home', circumstance: 'tenant_circumstance' } as const

/** Gives how many were restored by kind of change; the others are marked as left alone. */
async function restore(
  tx: SqlTx,
  undoing: Undoing,
  { kind, id, names }: { kind: keyof typeof tableOf; id: string; names: readonly string[] },
): Promise<Record<string, number>> {
  const table = rawSql(tableOf[kind])
  const subject = sql`${ofImport(undoing, 'x')} AND x.subject_kind = ${kind}`
  await tx.sql(sql`
    UPDATE tenant_import_change x SET left_alone = 'changed-since' FROM ${table} o
    WHERE ${subject} AND o.corporation_id = x.corporation_id AND o.${rawSql(id)} = x.subject_id AND NOT to_jsonb(o) @> x.after`)
  const rows = await tx.sql<{ kind: string; rows: number }>(sql`
    WITH restored AS (
      UPDATE ${table} n SET ${joinSql(
        names.map((name) => rawSql(`${name} = b.${name}`)),
        ', ',
      )}
      FROM tenant_import_change x JOIN ${table} o ON o.corporation_id = x.corporation_id AND o.${rawSql(id)} = x.subject_id
        CROSS JOIN LATERAL jsonb_populate_record(o, x.before) b
      WHERE ${subject} AND x.kind <> 'added' AND x.left_alone IS NULL
        AND n.corporation_id = o.corporation_id AND n.${rawSql(id)} = o.${rawSql(id)}
      RETURNING x.kind
    )
    SELECT kind, count(*)::int AS rows FROM restored GROUP BY kind`)
  return Object.fromEntries(rows.map((row) => [row.kind, row.rows]))
}

async function takeAddedCircumstances(tx: SqlTx, undoing: Undoing) {
  await tx.sql(sql`
    DELETE FROM tenant_circumstance c USING tenant_import_change x
    WHERE ${ofImport(undoing, 'x')} AND x.subject_kind = 'circumstance' AND x.kind = 'added' AND x.left_alone IS NULL
      AND c.corporation_id = x.corporation_id AND c.tenant_id = x.subject_id`)
}

/** Corrections this list agreed with stand over the list again, unless a newer one took their place. */
async function reopenCorrections(tx: SqlTx, { corporationId, appliedAt }: Undoing) {
  await tx.sql(sql`
    UPDATE tenant_correction k SET agreed_at = NULL
    WHERE k.corporation_id = ${corporationId}::int AND k.agreed_at = ${appliedAt}::timestamptz AND NOT EXISTS (
      SELECT FROM tenant_correction o WHERE o.corporation_id = k.corporation_id AND o.tenant_id = k.tenant_id AND o.field = k.field
        AND o.agreed_at IS NULL AND o.replaced_at IS NULL)`)
}

const notIn = (tables: readonly string[], column: string, alias: string): SqlPart =>
  joinSql(
    tables.map((table) =>
      rawSql(
        `NOT EXISTS (SELECT FROM ${table} r WHERE r.corporation_id = ${alias}.corporation_id AND r.${column} = ${alias}.id)`,
      ),
    ),
    ' AND ',
  )

/** Somebody said or noted something about them, or another list did. */
const untouched = sql`t.last_import_id = t.first_import_id AND NOT ${isReported}
  AND NOT t.wants_calls AND t.attention_sealed IS NULL AND t.last_spoken_at IS NULL AND t.last_attempt_at IS NULL`

async function takeNewTenants(tx: SqlTx, { corporationId, importId }: Undoing): Promise<number> {
  const ours = sql`t.corporation_id = ${corporationId}::int AND t.first_import_id = ${importId}::uuid`
  const free = notIn(refersToTenant, 'tenant_id', 't')
  const [taken] = await tx.sql<{ rows: number }>(sql`
    WITH taken AS (DELETE FROM tenant t WHERE ${ours} AND ${untouched} AND ${free} RETURNING 1) SELECT count(*)::int AS rows FROM taken`)
  await tx.sql(sql`
    INSERT INTO tenant_import_change (corporation_id, import_id, subject_kind, subject_id, kind, before, after, left_alone)
    SELECT t.corporation_id, ${importId}::uuid, 'tenant', t.id, 'new', '{}', '{}', CASE WHEN ${free} THEN 'changed-since' ELSE 'in-use' END
    FROM tenant t WHERE ${ours}
    ON CONFLICT (corporation_id, import_id, subject_kind, subject_id) DO UPDATE SET left_alone = EXCLUDED.left_alone`)
  return taken?.rows ?? 0
}

async function takeNewHomes(tx: SqlTx, { corporationId, importId }: Undoing): Promise<number> {
  const [taken] = await tx.sql<{ rows: number }>(sql`
    WITH taken AS (
      DELETE FROM home h WHERE h.corporation_id = ${corporationId}::int AND h.first_import_id = ${importId}::uuid AND ${notIn(refersToHome, 'home_id', 'h')} RETURNING 1
    ) SELECT count(*)::int AS rows FROM taken`)
  return taken?.rows ?? 0
}

async function countLeftAlone(tx: SqlTx, undoing: Undoing): Promise<Record<string, number>> {
  const rows = await tx.sql<{ reason: string; rows: number }>(sql`
    SELECT x.left_alone AS reason, count(DISTINCT x.subject_id)::int AS rows FROM tenant_import_change x
    WHERE ${ofImport(undoing, 'x')} AND x.left_alone IS NOT NULL AND x.subject_kind <> 'home' GROUP BY 1`)
  return Object.fromEntries(rows.map((row) => [row.reason, row.rows]))
}
